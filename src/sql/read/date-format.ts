import { DATE_PARTS, type PatternToken, parsePattern, touching } from '../../dates/pattern.ts';

/** A declared date format as the SQL needs it. */
export interface DateFormat {
  /** For strptime. */
  readonly pattern: string;
  /** The date's part of it; null where the format has no time, or where the time stands inside the date. */
  readonly datePattern: string | null;
  readonly hasTime: boolean;
  readonly hasOffset: boolean;
  /** Of formats whose digits run together: the length that every cell must have. */
  readonly length: number | null;
  /** How it names the month, for strptime; null where the month is a number. */
  readonly month: '%b' | '%B' | null;
  readonly hasHalf: boolean;
  /** Its cells begin with the day of the week, which the pattern leaves out. */
  readonly hasWeekday: boolean;
}

const STRPTIME: Readonly<Record<string, string>> = {
  yyyy: '%Y',
  yy: '%y',
  MMMM: '%B',
  MMM: '%b',
  MM: '%m',
  M: '%m',
  dd: '%d',
  d: '%d',
  HH: '%H',
  H: '%H',
  hh: '%I',
  h: '%I',
  mm: '%M',
  ss: '%S',
  SSS: '%g',
  SSSSSS: '%f',
  a: '%p',
  XXX: '%z',
  XX: '%z',
  X: '%z',
  Z: '%z',
};

/**
 * Of a pattern that the language accepts; throws for any other. `isApart`: the time stands in a column of its
 * own, so that where the date ends is known.
 */
export function dateFormat(format: string, isApart = false): DateFormat {
  const parsed = parsePattern(format);
  if (!parsed.ok) throw new Error(parsed.message);
  const hasWeekday = parsed.tokens[0]?.part === 'weekday';
  const tokens = hasWeekday ? withoutWeekday(parsed.tokens) : parsed.tokens;
  const isDate = (token: PatternToken): boolean => DATE_PARTS.some((part) => part === token.part);
  const isTime = (token: PatternToken): boolean => token.part !== null && !isDate(token);
  const date = tokens.slice(tokens.findIndex(isDate), tokens.findLastIndex(isDate) + 1);
  const hasTime = tokens.some((token) => token.part === 'hour');
  const joined = touching(tokens).length > 0;
  return {
    pattern: strptime(tokens),
    datePattern: hasTime && (isApart || !joined) && !date.some(isTime) ? strptime(date) : null,
    hasTime,
    hasOffset: tokens.some((token) => token.part === 'offset'),
    month: tokens.some(({ text }) => text === 'MMM')
      ? '%b'
      : tokens.some(({ text }) => text === 'MMMM')
        ? '%B'
        : null,
    hasWeekday,
    hasHalf: tokens.some((token) => token.part === 'half'),
    length: joined ? tokens.reduce((sum, token) => sum + (token.digits ?? token.text.length), 0) : null,
  };
}

/** The day of the week and what stands between it and the date. */
const withoutWeekday = ([, next, ...rest]: readonly PatternToken[]): readonly PatternToken[] =>
  next === undefined || next.part === null ? rest : [next, ...rest];

function strptime(tokens: readonly PatternToken[]): string {
  return tokens
    .map(({ text, part }) => (part === null ? text.replaceAll('%', '%%') : (STRPTIME[text] ?? '')))
    .join('');
}
