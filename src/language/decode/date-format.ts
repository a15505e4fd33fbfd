/** Letters of a date pattern, in the Unicode notation, with the words for them in help. */
const TOKENS = /^(yyyy|yy|MMMM|MMM|MM|M|dd|d|HH|H|hh|h|mm|m|ss|s|S{1,6}|a|X{1,3}|Z|EEEE?)/;

export const DATE_FORMAT_HELP =
  'write iso, epoch, epoch-ms or a pattern such as "dd/MM/yyyy HH:mm" (yyyy year, MM month, dd day, HH hour, mm minute, ss second, XXX offset)';

export type FormatCheck =
  | { readonly ok: true; readonly offset: 'always' | 'maybe' | 'never' }
  | { readonly ok: false; readonly message: string; readonly help: string };

/**
 * What a date format can hold. Whether its cells carry their own offset decides whether the source must declare a time zone:
 * `iso` may or may not. Which patterns the reader of exports takes is its own law; this one refuses what no reader can.
 */
export function checkFormat(format: string, type: 'date' | 'datetime'): FormatCheck {
  if (format === 'iso') return { ok: true, offset: 'maybe' };
  if (format === 'epoch' || format === 'epoch-ms') return { ok: true, offset: 'always' };
  const letters = tokens(format);
  if (typeof letters === 'string') {
    return { ok: false, message: `"${format}" is not a date format: ${letters}`, help: DATE_FORMAT_HELP };
  }
  const has = (...wanted: readonly string[]): boolean =>
    letters.some((token) => wanted.includes(token.charAt(0)));
  if (!has('y') || !has('M') || !has('d')) {
    const swapped = /D|Y/.test(format) ? ' (years are yyyy and days dd, in small letters)' : '';
    return { ok: false, message: `"${format}" has no day, month and year${swapped}`, help: DATE_FORMAT_HELP };
  }
  if (type === 'datetime' && !has('H', 'h')) {
    return {
      ok: false,
      message: `"${format}" has no hour, and the field is a datetime`,
      help: 'add the time, "dd/MM/yyyy HH:mm", or write type: date',
    };
  }
  return { ok: true, offset: has('X', 'Z') ? 'always' : 'never' };
}

function tokens(format: string): readonly string[] | string {
  const found: string[] = [];
  let rest = format;
  while (rest !== '') {
    const quoted = /^'[^']*'/.exec(rest);
    const plain = /^[^A-Za-z']/.exec(rest);
    const token = TOKENS.exec(rest);
    const next = quoted ?? plain ?? token;
    if (next === null) {
      const run = /^([A-Za-z])\1*|^'/.exec(rest)?.[0] ?? rest;
      return run === "'" ? 'a quote is not closed' : `"${run}" is not a part of a date`;
    }
    if (token && !quoted && !plain) found.push(token[0]);
    rest = rest.slice(next[0].length);
  }
  return found;
}
