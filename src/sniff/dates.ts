import { plural, t } from '../messages/index.ts';
import { figure } from '../messages/numbers.ts';
import { MONTH_NAMES } from '../model/month-names.ts';
import { type Shape, SMALL } from './shape.ts';

/** What a column's cells are as dates. */
export interface DateFinding {
  readonly type: 'date' | 'datetime';
  /** As an agreement writes it; null where it is ambiguous or no reader takes it. */
  readonly format: string | null;
  readonly candidates: readonly string[];
  readonly evidence: string;
  readonly offset: 'always' | 'never' | 'sometimes' | null;
  /** Cells that it covers. */
  readonly n: number;
  readonly notes: readonly string[];
  /** By hour of the day, as shown; null for dates. */
  readonly hours: readonly number[] | null;
}

/** One way to write a date, read off one cell. */
interface Form {
  readonly family: 'iso' | 'day-month' | 'year-first' | 'named' | 'epoch' | 'epoch-ms' | 'excel' | 'compact';
  /** With D and M for the two numbers whose order is to be proved. */
  readonly pattern: string;
  readonly hasTime: boolean;
  readonly offset: boolean;
  /** Which number of the cell is the hour. */
  readonly hour: number | null;
  readonly short: boolean;
}

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:([.,])(\d{3}|\d{6}))?)?(?:( ?)([AaPp]\.?[Mm]\.?))?`;
const DAY_MONTH = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:(, | )${TIME})?$`);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?:( )${TIME})?$`);
const NAMED = new RegExp(String.raw`^(\d{1,2})([ -]|\. )([^\d\s,]{3,9})(,? |-)(\d{4})(?:( )${TIME})?$`);
const MONTH_FIRST = new RegExp(String.raw`^([^\d\s,]{3,9})( )(\d{1,2})(, )(\d{4})(?:(,? )${TIME})?$`);
const ISO =
  /^\d{4}-\d{2}-\d{2}(?:([Tt ])\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?( ?(?:Z|z|UTC|GMT|(?:(?:UTC|GMT) ?)?[+-]\d{2}(?::?\d{2})?|(?:UTC|GMT) ?[+-]\d))?)?$/;

function formOf(shape: Shape, named: boolean): Form | null {
  const text = shape.example;
  const plain = { hasTime: false, offset: false, hour: null, short: false } as const;
  const iso = ISO.exec(text);
  if (iso) {
    const hasTime = iso[1] !== undefined;
    return {
      ...plain,
      family: 'iso',
      pattern: 'iso',
      hasTime,
      offset: iso[2] !== undefined,
      hour: hasTime ? 3 : null,
    };
  }
  const day = DAY_MONTH.exec(text);
  if (day) {
    const [, first = '', sep = '', second = '', year = ''] = day;
    const short = first.length === 1 || second.length === 1;
    return timed(day, 5, {
      ...plain,
      family: 'day-month',
      short,
      pattern: `D${sep}M${sep}${year.length === 4 ? 'yyyy' : 'yy'}`,
    });
  }
  const first = YEAR_FIRST.exec(text);
  if (first)
    return timed(first, 5, { ...plain, family: 'year-first', pattern: `yyyy${first[2]}MM${first[2]}dd` });
  const name = NAMED.exec(text);
  if (name) {
    const pattern = `${name[1]?.length === 1 ? 'd' : 'dd'}${name[2]}${monthToken(name[3])}${name[4]}yyyy`;
    return timed(name, 6, { ...plain, family: 'named', pattern }, 2);
  }
  const month = MONTH_FIRST.exec(text);
  if (month) {
    const pattern = `${monthToken(month[1])} ${month[3]?.length === 1 ? 'd' : 'dd'}, yyyy`;
    return timed(month, 6, { ...plain, family: 'named', pattern }, 2);
  }
  if (named && /^\d{5}(?:[.,]\d{1,15})?$/.test(text) && isRecent(shape))
    return { ...plain, family: 'excel', pattern: 'excel', hasTime: text.length > 5 };
  if (!named || !/^\d{8}$|^\d{10}$|^\d{13}$/.test(text)) return null;
  const [low, high] = [shape.min[0] ?? 0, shape.max[0] ?? 0];
  if (text.length === 8 && low >= 19_900_101 && high <= 20_991_231)
    return { ...plain, family: 'compact', pattern: 'yyyyMMdd' };
  if (text.length === 10 && low >= 631_152_000)
    return { ...plain, family: 'epoch', pattern: 'epoch', hasTime: true, offset: true };
  if (text.length === 13 && low >= 631_152_000_000)
    return { ...plain, family: 'epoch-ms', pattern: 'epoch-ms', hasTime: true, offset: true };
  return null;
}

/** As days of Excel, 2000 to 2049. */
const isRecent = ({ min, max }: Shape): boolean => (min[0] ?? 0) >= 36_526 && (max[0] ?? 0) < 54_789;

/**
 * `?` where the word is no month in English, French or German: no reader takes it. Full stops and
 * accents do not count.
 */
function monthToken(word = ''): string {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\.$/gu, '');
  if (!MONTH_NAMES.some((names) => (names as readonly string[]).includes(plain))) return '?';
  return word.endsWith('.') || plain.length <= 4 ? 'MMM' : 'MMMM';
}

/**
 * Adds the time of a match whose groups from `at` on are: separator, hour, minute, second, fraction, half
 * of the day.
 */
function timed(match: RegExpExecArray, at: number, form: Form, hourGroup = 3): Form {
  const [separator, hour, , second, dot, fraction, space, half] = match.slice(at);
  if (hour === undefined) return form;
  const hours = half === undefined ? (hour.length === 1 ? 'H' : 'HH') : hour.length === 1 ? 'h' : 'hh';
  const pattern = `${form.pattern}${separator}${hours}:mm${second === undefined ? '' : ':ss'}${
    fraction === undefined ? '' : `${dot}${'S'.repeat(fraction.length)}`
  }${half === undefined ? '' : `${space}a`}`;
  return { ...form, pattern, hasTime: true, hour: hourGroup };
}

interface Found {
  readonly shape: Shape;
  readonly form: Form;
}

/**
 * The dates of a column; null where hardly any cell is one. `named`: the header speaks of a date or a time.
 */
export function datesOf(shapes: readonly Shape[], named: boolean): DateFinding | null {
  const all = shapes.flatMap((shape): Found[] => {
    const form = formOf(shape, named);
    return form ? [{ shape, form }] : [];
  });
  const families = new Map<string, Found[]>();
  for (const found of all) {
    // Dates with another separator are another format.
    const key = `${found.form.family} ${found.form.pattern.replace(/[A-Za-z?]+/, '').charAt(0)}`;
    families.set(key, [...(families.get(key) ?? []), found]);
  }
  const [best] = [...families.values()].sort((a, b) => total(b) - total(a));
  return best ? findingOf(best) : null;
}

const total = (found: readonly Found[]): number => found.reduce((n, { shape }) => n + shape.n, 0);

function findingOf(found: readonly Found[]): DateFinding {
  const timedShapes = found.filter(({ form }) => form.hasTime);
  const main = [...(timedShapes.length > 0 ? timedShapes : found)].sort(
    (a, b) => b.shape.n - a.shape.n,
  )[0] as Found;
  const n = total(found);
  const notes: string[] = [];
  const midnight = timedShapes.length > 0 && timedShapes.every(isMidnight);
  const hasTime = timedShapes.length > 0 && !midnight;
  if (midnight) notes.push(t`its time is always 00:00, so it is a date without a time`);
  const bare = n - total(timedShapes);
  if (hasTime && bare > 0) notes.push(t`${figure(bare)} of its cells have no time`);
  const withOffset = total(found.filter(({ form }) => form.offset));
  const offset = !hasTime ? null : withOffset === 0 ? 'never' : withOffset === n ? 'always' : 'sometimes';
  const base = {
    type: hasTime ? 'datetime' : 'date',
    offset,
    n,
    hours: hasTime ? hoursOf(timedShapes) : null,
  } as const;
  if (main.form.family !== 'day-month') {
    const readable = !main.form.pattern.includes('?');
    const format = readable ? main.form.pattern : null;
    const evidence = readable
      ? t`cells such as "${main.shape.example}"`
      : t`cells such as "${main.shape.example}": months by name are read in English, French and German only`;
    return { ...base, format, candidates: format ? [format] : [], evidence, notes };
  }
  return { ...base, ...orderOf(found, main), notes };
}

/** Which of two numbers is the day: the one that is over 12 somewhere. */
function orderOf(
  found: readonly Found[],
  main: Found,
): Pick<DateFinding, 'format' | 'candidates' | 'evidence'> {
  const [first, second] = [0, 1].map((group) => ({
    over: found.reduce((n, { shape }) => n + over12(shape, group), 0),
    max: Math.max(...found.map(({ shape }) => shape.max[group] ?? 0)),
  })) as [{ over: number; max: number }, { over: number; max: number }];
  const short = found.some(({ form }) => form.short);
  const write = (a: string, b: string): string => {
    const letter = (token: string) => (short ? token : token + token);
    return main.form.pattern.replace(/D([/.-])M/, `${letter(a)}$1${letter(b)}`);
  };
  const [dayFirst, monthFirst] = [write('d', 'M'), write('M', 'd')];
  if (first.over > 0 && second.over === 0 && first.max <= 31) {
    const evidence = t`${first.max} appears as first number (${times(first.over)} over 12), never as second`;
    return { format: dayFirst, candidates: [dayFirst], evidence };
  }
  if (second.over > 0 && first.over === 0 && second.max <= 31) {
    const evidence = t`${second.max} appears as second number (${times(second.over)} over 12), never as first`;
    return { format: monthFirst, candidates: [monthFirst], evidence };
  }
  const both = [dayFirst, monthFirst];
  if (first.over === 0 && second.over === 0) {
    return {
      format: null,
      candidates: both,
      evidence: t`no number over 12 in any cell: day and month can not be told apart`,
    };
  }
  return {
    format: null,
    candidates: both,
    evidence: t`both numbers are over 12 somewhere (${times(first.over)} the first, ${times(second.over)} the second): two formats in one column`,
  };
}

const times = (n: number): string => plural(n, t`once`, t`${figure(n)} times`);

function over12(shape: Shape, group: number): number {
  let n = 0;
  for (let value = 13; value < SMALL; value++) n += shape.counts[group * SMALL + value] ?? 0;
  // Larger numbers are no days; they count all the same, so that nothing is proved by such a column.
  return n + ((shape.max[group] ?? 0) >= SMALL ? 1 : 0);
}

function isMidnight({ shape, form }: Found): boolean {
  if (form.hour === null || / [AaPp]\.?[Mm]\.?$/.test(shape.example)) return false;
  return (shape.max[form.hour] ?? 1) === 0 && (shape.max[form.hour + 1] ?? 1) === 0;
}

function hoursOf(found: readonly Found[]): readonly number[] | null {
  if (found.some(({ form, shape }) => form.hour === null || /[AaPp]\.?[Mm]\.?$/.test(shape.example)))
    return null;
  return Array.from({ length: 24 }, (_, hour) =>
    found.reduce((n, { shape, form }) => n + (shape.counts[(form.hour ?? 0) * SMALL + hour] ?? 0), 0),
  );
}
