import { MONTH_NAMES } from '../model/month-names.ts';
import type { Shape } from './shape.ts';

/** One way to write a date, read off one cell. */
export interface Form {
  readonly family: 'iso' | 'day-month' | 'year-first' | 'named' | 'epoch' | 'epoch-ms' | 'excel' | 'compact';
  /** With D and M for the two numbers whose order is to be proved. */
  readonly pattern: string;
  readonly hasTime: boolean;
  readonly offset: boolean;
  /** Which number of the cell is the hour. */
  readonly hour: number | null;
  /** Which half of the day it is: the hours do not tell. */
  readonly half: boolean;
  readonly short: boolean;
}

/** `9:14`, `09:14:00.123`, `09.14.11`, `9h14`, `9 h 14`, `9:14 AM`, `9:14:11 AM GMT+1`, `13:09 Uhr`, and what stands before it. */
const TIME = String.raw`(?:(?<before>,? | (?:à|at|um|alle|a las|às|om) |, (?:um|at|à) )(?<hours>\d{1,2})(?<colon>[:.h]| h )(?<minutes>\d{2})(?:\k<colon>(?<seconds>\d{2})(?:(?<dot>[.,])(?<fraction>\d{3}|\d{6}))?)?(?:(?<space> ?)(?<half>[AaPp]\.? ?[Mm]\.?))?(?:(?<gap> ?)(?<zone>Z|UTC|GMT|(?:UTC|GMT) ?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}))?(?<uhr> Uhr)?)?`;

/** `lundi 5 janvier 2026`, `Mon, Jan 5, 2026`. */
const WEEKDAY = String.raw`(?:(?<weekday>[^\d\s,.]{2,13})(?<comma>[.,]{0,2} ))?`;

const MONTH = String.raw`(?<month>[^\d\s,]{3,11})`;

const DAY_MONTH = new RegExp(
  String.raw`^${WEEKDAY}(?<first>\d{1,2})(?<sign>[/.-])(?<second>\d{1,2})\k<sign>(?<year>\d{4}|\d{2})${TIME}$`,
);
const YEAR_FIRST = new RegExp(String.raw`^\d{4}(?<sign>[/.-])\d{1,2}\k<sign>\d{1,2}${TIME}$`);
const NAMED = new RegExp(
  String.raw`^${WEEKDAY}(?<day>\d{1,2})(?<after> de |[ -]|\. )${MONTH}(?<next> de |,? |-)(?<year>\d{4}|\d{2})${TIME}$`,
);
const MONTH_FIRST = new RegExp(
  String.raw`^${WEEKDAY}${MONTH}(?<after> )(?<day>\d{1,2})(?<next>,? )(?<year>\d{4})${TIME}$`,
);
const ISO =
  /^\d{4}-\d{2}-\d{2}(?:([Tt ])\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?( ?(?:Z|z|UTC|GMT|(?:(?:UTC|GMT) ?)?[+-]\d{2}(?::?\d{2})?|(?:UTC|GMT) ?[+-]\d))?)?$/;

const PLAIN = { hasTime: false, offset: false, hour: null, half: false, short: false } as const;

/** How a shape of cells writes dates; null where it writes none. `named`: the header speaks of a date or a time. */
export function formOf(shape: Shape, named: boolean): Form | null {
  const text = shape.example;
  const iso = ISO.exec(text);
  if (iso) {
    const hasTime = iso[1] !== undefined;
    const offset = iso[2] !== undefined;
    return { ...PLAIN, family: 'iso', pattern: 'iso', hasTime, offset, hour: hasTime ? 3 : null };
  }
  return dayMonth(text) ?? yearFirst(text) ?? byName(text) ?? (named ? numberOf(shape) : null);
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayMonth(text: string): Form | null {
  const groups = DAY_MONTH.exec(text)?.groups;
  if (!groups) return null;
  const { first = '', second = '', sign = '', year = '', weekday, comma = '' } = groups;
  const short = first.length === 1 || second.length === 1;
  const begin = weekday === undefined ? '' : `EEEE${comma}`;
  const pattern = `${begin}D${sign}M${sign}${year.length === 4 ? 'yyyy' : 'yy'}`;
  return timed(groups, { ...PLAIN, family: 'day-month', short, pattern });
}

function yearFirst(text: string): Form | null {
  const groups = YEAR_FIRST.exec(text)?.groups;
  if (!groups) return null;
  const { sign = '' } = groups;
  return timed(groups, { ...PLAIN, family: 'year-first', pattern: `yyyy${sign}MM${sign}dd` });
}

function byName(text: string): Form | null {
  const dayFirst = NAMED.exec(text)?.groups;
  const groups = dayFirst ?? MONTH_FIRST.exec(text)?.groups;
  if (!groups) return null;
  const { day = '', month = '', after = '', next = '', year = '', weekday, comma = '' } = groups;
  const days = day.length === 1 ? 'd' : 'dd';
  const name = monthToken(month);
  const [one, other] = dayFirst ? [days, name] : [name, days];
  const begin = weekday === undefined ? '' : `EEEE${comma}`;
  const pattern = `${begin}${one}${quoted(after)}${other}${quoted(next)}${'y'.repeat(year.length)}`;
  return timed(groups, { ...PLAIN, family: 'named', pattern }, 2);
}

/** Of a column that speaks of dates, numbers that count days, seconds, or are a date without signs. */
function numberOf(shape: Shape): Form | null {
  const text = shape.example;
  if (/^\d{5}(?:[.,]\d{1,15})?$/.test(text) && isRecent(shape))
    return { ...PLAIN, family: 'excel', pattern: 'excel', hasTime: text.length > 5 };
  if (!/^\d{8}$|^\d{10}$|^\d{13}$/.test(text)) return null;
  const [low, high] = [shape.min[0] ?? 0, shape.max[0] ?? 0];
  if (text.length === 8 && low >= 19_900_101 && high <= 20_991_231)
    return { ...PLAIN, family: 'compact', pattern: 'yyyyMMdd' };
  if (text.length === 10 && low >= 631_152_000)
    return { ...PLAIN, family: 'epoch', pattern: 'epoch', hasTime: true, offset: true };
  if (text.length === 13 && low >= 631_152_000_000)
    return { ...PLAIN, family: 'epoch-ms', pattern: 'epoch-ms', hasTime: true, offset: true };
  return null;
}

/** As days of Excel, 2000 to 2049. */
const isRecent = ({ min, max }: Shape): boolean => (min[0] ?? 0) >= 36_526 && (max[0] ?? 0) < 54_789;

/** `?` where the word is no month: no reader takes it. Full stops and accents do not count. */
export function monthToken(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\.$/gu, '');
  if (!MONTH_NAMES.some((names) => (names as readonly string[]).includes(plain))) return '?';
  return word.endsWith('.') || plain.length <= 4 ? 'MMM' : 'MMMM';
}

/** Letters in a pattern stand for parts of a date, unless there are quotes around them. */
const quoted = (text = ''): string => text.replace(/\p{L}+(?: \p{L}+)*/gu, (word) => `'${word}'`);

/** The form with the time of a match; `hour` tells which number of the cell it is. */
function timed(groups: Groups, form: Form, hour = 3): Form {
  const { before, hours, colon, seconds, dot = '', fraction, space, half, gap, zone, uhr } = groups;
  if (hours === undefined) return form;
  const letter = half === undefined ? 'H' : 'h';
  const sign = quoted(colon);
  const pattern = [
    form.pattern,
    quoted(before),
    hours.length === 1 ? letter : letter + letter,
    `${sign}mm`,
    seconds === undefined ? '' : `${sign}ss`,
    fraction === undefined ? '' : `${dot}${'S'.repeat(fraction.length)}`,
    half === undefined ? '' : `${space}a`,
    zone === undefined ? '' : `${gap}XXX`,
    quoted(uhr),
  ].join('');
  return { ...form, pattern, hasTime: true, hour, half: half !== undefined, offset: zone !== undefined };
}
