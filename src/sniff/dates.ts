import { plural, t } from '../messages/index.ts';
import { figure } from '../messages/numbers.ts';
import { type Form, formOf } from './date-forms.ts';
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
      : t`cells such as "${main.shape.example}": no language that is read has such a month`;
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
  if (beginsWithYear(found, main)) {
    const format = main.form.pattern.replace(/D([/.-])M\1yy/, short ? 'yy$1M$1d' : 'yy$1MM$1dd');
    const evidence = t`the first number hardly changes and the third one does: the year comes first`;
    return { format, candidates: [format], evidence };
  }
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

/** `26.03.02`: years of two digits are few and lie behind the twelfth, days of a month are many. */
function beginsWithYear(found: readonly Found[], { form }: Found): boolean {
  if (!/D([/.-])M\1yy(?!y)/.test(form.pattern)) return false;
  const numbers = (group: number): readonly number[] =>
    Array.from({ length: SMALL }, (_, value) => value).filter((value) =>
      found.some(({ shape }) => (shape.counts[group * SMALL + value] ?? 0) > 0),
    );
  const [years, months, days] = [numbers(0), numbers(1), numbers(2)] as [number[], number[], number[]];
  const isWithin = found.every(({ shape }) => (shape.max[2] ?? 0) <= 31);
  return isWithin && years.length < days.length && (years[0] ?? 0) > 12 && (months.at(-1) ?? 0) <= 12;
}

const times = (n: number): string => plural(n, t`once`, t`${figure(n)} times`);

function over12(shape: Shape, group: number): number {
  let n = 0;
  for (let value = 13; value < SMALL; value++) n += shape.counts[group * SMALL + value] ?? 0;
  // Larger numbers are no days; they count all the same, so that nothing is proved by such a column.
  return n + ((shape.max[group] ?? 0) >= SMALL ? 1 : 0);
}

function isMidnight({ shape, form }: Found): boolean {
  if (form.hour === null || form.half) return false;
  return (shape.max[form.hour] ?? 1) === 0 && (shape.max[form.hour + 1] ?? 1) === 0;
}

function hoursOf(found: readonly Found[]): readonly number[] | null {
  if (found.some(({ form }) => form.hour === null || form.half)) return null;
  return Array.from({ length: 24 }, (_, hour) =>
    found.reduce((n, { shape, form }) => n + (shape.counts[(form.hour ?? 0) * SMALL + hour] ?? 0), 0),
  );
}
