import { populationOf, promisesOf, type RawPromise, type World } from './agreement.ts';
import type { Moment } from './cell.ts';
import { forceOf, type Ruled, type Ruling } from './judge.ts';
import { isIn, periodsOf } from './results.ts';
import type { Ledger, Read } from './source.ts';

/** What a row may come to; the last of them that one of its promises makes of it is told. */
const FATES = [
  'no date',
  'after as-of',
  'out of scope',
  'before the first version',
  'in a gap between versions',
  'after the last version',
  'outside the months shown',
  'stray date',
  'judged',
] as const;

type Fate = (typeof FATES)[number];

/** The ledgers with every lead and every record that is no case in any period told by its reason. */
export function ledgersOf(ruling: Ruling, world: World): Readonly<Record<string, Ledger>> {
  const { data } = ruling;
  const ledgers: Record<string, Ledger> = { ...data.ledgers };
  const told = (name: string, rows: readonly Read[], population: string | null = null) => {
    const read = ledgers[name];
    if (read) ledgers[name] = toldOf({ read, rows, population }, ruling, world);
  };
  told('leads', data.leads);
  for (const [name, rows] of Object.entries(data.populations)) told(name, rows, name);
  const records = world.versions.flatMap((version) =>
    promisesOf(version).flatMap(({ occurrence }) => occurrence ?? []),
  );
  const byFile = new Map(records.map((one) => [one.records, data.records(one)]));
  for (const [file, rows] of byFile) {
    // A file that is read in several ways stays as it was read.
    if (data.ways(file) === 1) told(file, rows);
  }
  return ledgers;
}

function toldOf(
  {
    read,
    rows,
    population,
  }: { readonly read: Ledger; readonly rows: readonly Read[]; readonly population: string | null },
  ruling: Ruling,
  world: World,
): Ledger {
  const periods = new Map<RawPromise, ReturnType<typeof periodsOf>>();
  const isShown = (one: Ruled): boolean => {
    const own = periods.get(one.promise) ?? periodsOf(one.promise, ruling, world);
    periods.set(one.promise, own);
    return own.some((period) => isIn(one, period));
  };
  const counts = new Map<Fate, number>();
  const add = (fate: Fate, n: number) => n > 0 && counts.set(fate, (counts.get(fate) ?? 0) + n);
  add('after as-of', read.judged - rows.length);
  for (const each of rows) {
    const own = [...ruling.cases, ...ruling.astray].filter((one) => one.case.row === each.row);
    const fates = own.map((one) => fateOf(one, isShown(one), ruling, world));
    add(
      FATES.findLast((fate) =>
        [...fates, ...startsOf(each, population, world, ruling.asOf)].includes(fate),
      ) ?? 'out of scope',
      1,
    );
  }
  const { judged, ...excluded } = { judged: 0, ...Object.fromEntries(counts) };
  return { ...read, judged, excluded: { ...read.excluded, ...excluded } };
}

function fateOf(one: Ruled, isShown: boolean, { asOf, zone, data }: Ruling, world: World): Fate {
  const isStray = world.asOf === null && data.hasStray && one.at > asOf;
  if (one.case.reason === 'no-date' && one.case.undated) return 'no date';
  if (isStray && !one.promise.occurrence && !one.promise.steps) return 'stray date';
  if (one.reason === 'no-version') {
    const spans = world.versions.map((version) => forceOf(version, zone));
    if (one.at < Math.min(...spans.map(([from]) => from))) return 'before the first version';
    if (one.at >= Math.max(...spans.map(([, to]) => to))) return 'after the last version';
    return 'in a gap between versions';
  }
  if (!isShown) {
    if (one.at <= asOf) return 'outside the months shown';
    return isStray ? 'stray date' : 'after as-of';
  }
  return one.case.reason === 'out-of-scope' ? 'out of scope' : 'judged';
}

/** Of a row that may be no case: whether the dates with which promises begin are there. */
function startsOf(
  { row }: Read,
  population: string | null,
  { versions }: World,
  asOf: number,
): readonly Fate[] {
  return versions.flatMap((version) =>
    promisesOf(version).flatMap((promise): readonly Fate[] => {
      // When a step is due is known, however far ahead.
      if (promise.steps?.source === population && promise.steps !== undefined)
        return [ofDue((row[promise.steps.by] ?? null) as Moment | null, asOf)];
      const start = (promise.count ?? promise.sum ?? promise.share?.of)?.stage;
      const stage = start ?? (promise.response ?? promise.attempts)?.from;
      if (stage === undefined || populationOf(promise, version) !== population) return [];
      const moment = (row[version.stages[stage]?.at ?? ''] ?? null) as Moment | null;
      if (moment === null) return ['no date'];
      return [moment.later ? 'after as-of' : 'out of scope'];
    }),
  );
}

/** Of a step that no promise makes a case: what is due later may be judged by another version. */
function ofDue(due: Moment | null, asOf: number): Fate {
  if (due === null) return 'no date';
  return due.first > asOf ? 'after as-of' : 'out of scope';
}
