import { mark, say, t } from '../messages/index.ts';
import { typed } from '../model/alike.ts';

/** One part of a date pattern in the Unicode notation: letters, or text that stands for itself. */
export interface PatternToken {
  /** The letters as written; of text, what it stands for. */
  readonly text: string;
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
    | 'weekday'
    | null;
  /** Digits of a number of fixed width, 0 for a number of free width, null for what is no number. */
  readonly digits: number | null;
}

export type ParsedPattern =
  | { readonly ok: true; readonly tokens: readonly PatternToken[] }
  | { readonly ok: false; readonly message: string; readonly help: string };

const LETTERS: Readonly<Record<string, Omit<PatternToken, 'text'>>> = {
  yyyy: { part: 'year', digits: 4 },
  yy: { part: 'year', digits: 2 },
  MMMM: { part: 'month', digits: null },
  MMM: { part: 'month', digits: null },
  MM: { part: 'month', digits: 2 },
  M: { part: 'month', digits: 0 },
  dd: { part: 'day', digits: 2 },
  d: { part: 'day', digits: 0 },
  HH: { part: 'hour', digits: 2 },
  H: { part: 'hour', digits: 0 },
  hh: { part: 'hour', digits: 2 },
  h: { part: 'hour', digits: 0 },
  mm: { part: 'minute', digits: 2 },
  ss: { part: 'second', digits: 2 },
  SSS: { part: 'fraction', digits: 3 },
  SSSSSS: { part: 'fraction', digits: 6 },
  a: { part: 'half', digits: null },
  XXX: { part: 'offset', digits: null },
  XX: { part: 'offset', digits: null },
  X: { part: 'offset', digits: null },
  Z: { part: 'offset', digits: null },
  EEEE: { part: 'weekday', digits: null },
  EEE: { part: 'weekday', digits: null },
};

export const DATE_PARTS = ['year', 'month', 'day'] as const;

const EXAMPLES = mark`write iso, epoch, epoch-ms, excel or a pattern such as "dd/MM/yyyy HH:mm"`;

const PARTS = 'yyyy yy MM M MMM MMMM dd d HH H hh h mm ss SSS SSSSSS a XXX EEEE';

/** A pattern's parts, or why a cell could not be read by it exactly and what to type. */
export function parsePattern(format: string): ParsedPattern {
  const tokens: PatternToken[] = [];
  for (const [text] of typed(format).matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+|'/g)) {
    if (text === "'")
      return refuse(
        t`The date format "${format}" has a quote that is not closed`,
        t`write two quotes, as in 'T'`,
      );
    const known = Object.hasOwn(LETTERS, text) ? LETTERS[text] : undefined;
    if (known) tokens.push({ text, ...known });
    else if (/^[A-Za-z]/.test(text)) return unknownLetters(format, text);
    else {
      const literal = text === "''" ? "'" : text.replace(/^'|'$/g, '').replaceAll("''", "'");
      tokens.push({ text: literal, part: null, digits: null });
    }
  }
  return problemOf(format, tokens) ?? { ok: true, tokens };
}

/** Neighbours that are both numbers, so that only their widths tell where one ends. */
export function touching(tokens: readonly PatternToken[]): readonly (readonly PatternToken[])[] {
  const pairs: PatternToken[][] = [];
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (next && token.digits !== null && next.digits !== null) pairs.push([token, next]);
  });
  return pairs;
}

type Refused = Extract<ParsedPattern, { readonly ok: false }>;

function refuse(message: string, help = say(EXAMPLES)): Refused {
  return { ok: false, message, help };
}

function unknownLetters(format: string, text: string): Refused {
  if (/^Y+$/.test(text)) {
    const message = t`The date format "${format}" holds "${text}", which is not the year of a date`;
    return refuse(message, t`write "yyyy"`);
  }
  if (/^D+$/.test(text)) {
    const message = t`The date format "${format}" holds "${text}", which is not the day of the month`;
    return refuse(message, t`write "dd"`);
  }
  if (text === 'T')
    return refuse(t`The date format "${format}" holds "${text}", a letter that needs quotes`, t`write 'T'`);
  if (text === 'm' || text === 's') {
    const message = t`The date format "${format}" holds "${text}", and minutes and seconds have two digits`;
    return refuse(message, t`write "${text + text}"`);
  }
  return refuse(
    t`The date format "${format}" holds "${text}", which has no meaning here`,
    t`${say(EXAMPLES)}: the parts are ${PARTS}, with quotes around other letters`,
  );
}

function problemOf(format: string, tokens: readonly PatternToken[]): Refused | null {
  const has = (part: PatternToken['part']): boolean => tokens.some((token) => token.part === part);
  if (!has('month') && has('minute'))
    return refuse(t`The date format "${format}" has no month: "mm" is minutes`, t`write "MM"`);
  if (!has('year')) return refuse(t`The date format "${format}" has no year`);
  if (!has('month')) return refuse(t`The date format "${format}" has no month`);
  if (!has('day')) return refuse(t`The date format "${format}" has no day`);
  for (const { part } of tokens) {
    if (part && tokens.filter((other) => other.part === part).length > 1) {
      const message = t`The date format "${format}" has two parts for ${nameOf(part)}`;
      return refuse(message, t`keep one of the two`);
    }
  }
  const twelve = tokens.some(({ text, part }) => part === 'hour' && text.startsWith('h'));
  if (twelve && !has('half')) {
    const message = t`The date format "${format}" has a 12-hour clock without "a"`;
    return refuse(message, t`write "HH" for hours to 23, or add "a" for AM and PM`);
  }
  if (!twelve && has('half')) {
    const message = t`The date format "${format}" has "a" without a 12-hour clock`;
    return refuse(message, t`write "hh" or "h"`);
  }
  if (has('minute') && !has('hour'))
    return refuse(t`The date format "${format}" has minutes without hours`, t`add "HH"`);
  if (has('second') && !has('minute'))
    return refuse(t`The date format "${format}" has seconds without minutes`, t`add "mm"`);
  if (has('fraction') && !has('second'))
    return refuse(t`The date format "${format}" has a fraction without seconds`, t`add "ss"`);
  if (has('offset') && !has('hour'))
    return refuse(t`The date format "${format}" has an offset without a time`, t`add "HH:mm"`);
  if (tokens.some(({ part }, at) => part === 'weekday' && at > 0))
    return refuse(
      t`The date format "${format}" has the day of the week behind something else`,
      t`write it first, as in "EEEE d MMMM yyyy"`,
    );
  const free = touching(tokens).find((pair) => pair.some((token) => token.digits === 0));
  if (!free) return null;
  const run = free.map((token) => token.text).join('');
  return refuse(
    t`The date format "${format}" runs "${run}" together without a fixed number of digits`,
    t`write each part with all its digits, as in "ddMMyyyy"`,
  );
}

function nameOf(part: NonNullable<PatternToken['part']>): string {
  switch (part) {
    case 'year':
      return t`the year`;
    case 'month':
      return t`the month`;
    case 'day':
      return t`the day`;
    case 'hour':
      return t`the hour`;
    case 'minute':
      return t`the minute`;
    case 'second':
      return t`the second`;
    case 'fraction':
      return t`the fraction`;
    case 'half':
      return t`the half`;
    case 'offset':
      return t`the offset`;
    case 'weekday':
      return t`the day of the week`;
  }
}
