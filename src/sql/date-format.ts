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
}

interface Token {
  readonly text: string;
  readonly strptime: string;
  readonly part:
    | 'year'
    | 'month'
    | 'day'
    | 'hour'
    | 'minute'
    | 'second'
    | 'fraction'
    | 'half'
    | 'offset'
    | null;
  /** Digits of a number of fixed width, 0 for a number of free width, null for what is no number. */
  readonly digits: number | null;
}

const LETTERS: Readonly<Record<string, Omit<Token, 'text'>>> = {
  yyyy: { strptime: '%Y', part: 'year', digits: 4 },
  yy: { strptime: '%y', part: 'year', digits: 2 },
  MMMM: { strptime: '%B', part: 'month', digits: null },
  MMM: { strptime: '%b', part: 'month', digits: null },
  MM: { strptime: '%m', part: 'month', digits: 2 },
  M: { strptime: '%m', part: 'month', digits: 0 },
  dd: { strptime: '%d', part: 'day', digits: 2 },
  d: { strptime: '%d', part: 'day', digits: 0 },
  HH: { strptime: '%H', part: 'hour', digits: 2 },
  H: { strptime: '%H', part: 'hour', digits: 0 },
  hh: { strptime: '%I', part: 'hour', digits: 2 },
  h: { strptime: '%I', part: 'hour', digits: 0 },
  mm: { strptime: '%M', part: 'minute', digits: 2 },
  ss: { strptime: '%S', part: 'second', digits: 2 },
  SSS: { strptime: '%g', part: 'fraction', digits: 3 },
  SSSSSS: { strptime: '%f', part: 'fraction', digits: 6 },
  a: { strptime: '%p', part: 'half', digits: null },
  XXX: { strptime: '%z', part: 'offset', digits: null },
  XX: { strptime: '%z', part: 'offset', digits: null },
  X: { strptime: '%z', part: 'offset', digits: null },
  Z: { strptime: '%z', part: 'offset', digits: null },
};

const DATE_PARTS = ['year', 'month', 'day'] as const;

/** What is wrong with a format and what to write, as a sentence; null where it can be read exactly. */
export function checkDateFormat(format: string): string | null {
  if (format === 'iso' || format === 'epoch' || format === 'epoch-ms') return null;
  const tokens = tokensOf(format);
  return typeof tokens === 'string' ? tokens : problemOf(format, tokens);
}

/** Of a format that `checkDateFormat` accepts and that is a pattern; throws for any other. */
export function dateFormat(format: string): DateFormat {
  const tokens = tokensOf(format);
  const problem = typeof tokens === 'string' ? tokens : problemOf(format, tokens);
  if (typeof tokens === 'string' || problem !== null) throw new Error(problem ?? 'Unreadable date format');
  const isDate = (token: Token): boolean => DATE_PARTS.some((part) => part === token.part);
  const isTime = (token: Token): boolean => token.part !== null && !isDate(token);
  const date = tokens.slice(tokens.findIndex(isDate), tokens.findLastIndex(isDate) + 1);
  const hasTime = tokens.some((token) => token.part === 'hour');
  const joined = touching(tokens).length > 0;
  return {
    pattern: strptime(tokens),
    datePattern: hasTime && !joined && !date.some(isTime) ? strptime(date) : null,
    hasTime,
    hasOffset: tokens.some((token) => token.part === 'offset'),
    length: joined ? tokens.reduce((sum, token) => sum + (token.digits ?? token.text.length), 0) : null,
  };
}

function strptime(tokens: readonly Token[]): string {
  return tokens.map((token) => token.strptime).join('');
}

/** The tokens, or the sentence about the letters that mean nothing. */
function tokensOf(format: string): readonly Token[] | string {
  const tokens: Token[] = [];
  for (const [text] of format.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+|'/g)) {
    if (text === "'") return `The date format "${format}" has a quote that is not closed`;
    const known = LETTERS[text];
    if (known) {
      tokens.push({ text, ...known });
    } else if (/^[A-Za-z]/.test(text)) {
      return `The date format "${format}" holds "${text}", ${adviceFor(text)}`;
    } else {
      const literal = text === "''" ? "'" : text.replace(/^'|'$/g, '').replaceAll("''", "'");
      tokens.push({ text: literal, strptime: literal.replaceAll('%', '%%'), part: null, digits: null });
    }
  }
  return tokens;
}

function adviceFor(text: string): string {
  if (/^Y+$/.test(text)) return 'which is not the year of a date: write "yyyy"';
  if (/^D+$/.test(text)) return 'which is not the day of the month: write "dd"';
  if (text === 'T') return "a letter that needs quotes: write 'T'";
  return 'which has no meaning here: use yyyy yy MM M MMM MMMM dd d HH H hh h mm ss SSS a XXX, and quotes around other letters';
}

function problemOf(format: string, tokens: readonly Token[]): string | null {
  const has = (part: Token['part']): boolean => tokens.some((token) => token.part === part);
  const saying = (text: string): string => `The date format "${format}" ${text}`;
  if (!has('month') && has('minute')) return saying('has no month: "mm" is minutes, write "MM"');
  for (const part of DATE_PARTS) if (!has(part)) return saying(`has no ${part}`);
  for (const token of tokens) {
    if (token.part && tokens.filter((other) => other.part === token.part).length > 1) {
      return saying(`has two parts for the ${token.part}`);
    }
  }
  const twelve = tokens.some((token) => token.strptime === '%I');
  if (twelve && !has('half'))
    return saying('has a 12-hour clock without "a": write "HH", or add "a" for AM and PM');
  if (!twelve && has('half')) return saying('has "a" without a 12-hour clock: write "hh" or "h"');
  if (has('minute') && !has('hour')) return saying('has minutes without hours');
  if (has('second') && !has('minute')) return saying('has seconds without minutes');
  if (has('fraction') && !has('second')) return saying('has a fraction without seconds');
  if (has('offset') && !has('hour')) return saying('has an offset without a time');
  const free = touching(tokens).find((pair) => pair.some((token) => token.digits === 0));
  if (free)
    return saying(
      `runs "${free.map((token) => token.text).join('')}" together without a fixed number of digits`,
    );
  return null;
}

/** Neighbours that are both numbers, so that only their widths tell where one ends. */
function touching(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const pairs: Token[][] = [];
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (next && token.digits !== null && next.digits !== null) pairs.push([token, next]);
  });
  return pairs;
}
