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
 */
export function checkDateFormat(format: string, type: 'date' | 'datetime'): FormatCheck {
  if (format === 'iso') return { ok: true, offset: 'maybe' };
  if (format === 'excel') return { ok: true, offset: 'never' };
  if (format === 'epoch' || format === 'epoch-ms') return { ok: true, offset: 'always' };
  const parsed = parsePattern(format);
  if (!parsed.ok) return parsed;
  const has = (part: 'hour' | 'offset'): boolean => parsed.tokens.some((token) => token.part === part);
  if (type === 'datetime' && !has('hour')) {
    return {
      ok: false,
      message: t`The date format "${format}" has no hour, and the field is a datetime`,
      help: t`add the time, "dd/MM/yyyy HH:mm", or write type: date`,
    };
  }
  return { ok: true, offset: has('offset') ? 'always' : 'never' };
}
