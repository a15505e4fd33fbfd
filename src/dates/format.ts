import { t } from '../messages/index.ts';
import { parsePattern } from './pattern.ts';

export type FormatCheck =
  /** Whether cells of the format carry their own offset. */
  | { readonly ok: true; readonly offset: 'always' | 'maybe' | 'never' }
  | { readonly ok: false; readonly message: string; readonly help: string };

/**
 * What a date field's format can hold: `iso`, `epoch`, `epoch-ms`, `excel` or a pattern. Every format that
 * is accepted here can be read, and whether its cells carry an offset decides whether their source must
 * declare a time zone: `iso` may or may not.
 * `isApart`: the date and its time of day stand in two columns, of which the format may be that of the date
 * alone.
 */
export function checkDateFormat(format: string, type: 'date' | 'datetime', isApart = false): FormatCheck {
  if (format === 'iso') return { ok: true, offset: 'maybe' };
  if (format === 'excel') return { ok: true, offset: isApart ? 'maybe' : 'never' };
  if (format === 'epoch' || format === 'epoch-ms')
    return isApart ? noDate(format) : { ok: true, offset: 'always' };
  const parsed = parsePattern(format);
  if (!parsed.ok) return parsed;
  const has = (part: 'hour' | 'offset'): boolean => parsed.tokens.some((token) => token.part === part);
  if (isApart && !has('hour')) return { ok: true, offset: 'maybe' };
  if (type === 'datetime' && !has('hour')) {
    return {
      ok: false,
      message: t`The date format "${format}" has no hour, and the field is a datetime`,
      help: t`add the time, "dd/MM/yyyy HH:mm", or write type: date`,
    };
  }
  return { ok: true, offset: has('offset') ? 'always' : 'never' };
}

const noDate = (format: string): FormatCheck => ({
  ok: false,
  message: t`The date format "${format}" tells an instant, and its time stands in a column beside it`,
  help: t`write the format of the date, "dd/MM/yyyy" or iso, or name one column`,
});
