import { number } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import { groupedBy } from '../../model/grouped.ts';
import type { Period } from '../../model/time.ts';
import type { EarlyEnds } from '../../plan/early-ends.ts';
import type { Spread } from '../../plan/spread.ts';
import type { Tally } from '../../plan/tallies.ts';
import { type Part, talliesSql, together } from '../../sql/judge/aggregate.ts';
import { STATE } from '../../sql/judge/base.ts';
import { isDistinct } from '../../sql/judge/cases.ts';
import { distinctSql } from '../../sql/judge/distinct.ts';
import { earlyEndsSql } from '../../sql/judge/early-ends.ts';
import { unpaused } from '../../sql/judge/pauses.ts';
import { sharedSpreads } from '../../sql/judge/shared-spreads.ts';
import { spreadSql } from '../../sql/judge/spread.ts';
import { tabulateActivities } from './activities.ts';
import { contextOf } from './context.ts';
import { excuseCasesOf } from './excuses.ts';
import { holdCases } from './held-cases.ts';
import { distinctOf, earlyEndsOf, spreadsOf, talliesOf } from './rows.ts';
import type { Planned, Run } from './run.ts';

/** The counts of all promises, and their percentiles as they are asked for. */
export interface Counting {
  readonly tallies: (one: Planned) => readonly Tally[];
  /** The same with clocks that never stand still; null where they never do. */
  readonly unpaused: (one: Planned) => readonly Tally[] | null;
  /** Of versions together, where they time their cases in one way, or count different values. */
  readonly spreads: (planned: readonly Planned[]) => Promise<readonly Spread[]>;
  /** How the early ends of attempts divide; none of any other promise. */
  readonly earlyEnds: (planned: Planned) => Promise<readonly EarlyEnds[]>;
}

/** Counts the cases of every promise in the periods given for it, those of one source in one pass. */
export async function countingOf(
  run: Run,
  periodsOf: (one: Planned) => readonly Period[],
): Promise<Counting> {
  const groups = run.by.length;
  await tabulateActivities(run, run.planned);
  const partOf = (one: Planned): Part => ({
    plan: one.plan,
    context: contextOf(run, one, boundariesOf(periodsOf(one))),
  });
  const parts = new Map<Planned, Part>(run.planned.map((one) => [one, partOf(one)]));
  const partsOf = (planned: readonly Planned[]) => planned.flatMap((one) => parts.get(one) ?? []);
  await holdCases(run, [...parts.values()]);
  const all = [...parts];
  const without = await unpausedParts(run, all);
  const found = await countedTogether(run, [...parts.values(), ...without.values()]);
  const tallies = new Map(all.map(([one, part]) => [one, found.get(part) ?? []]));
  const tallied = new Map([...without].map(([one, part]) => [one, found.get(part) ?? []]));
  const ask = askingOnce(run);
  const decided = all.map(([one, { context }]) =>
    decidedOf(tallies.get(one) ?? [], context.boundaries.length - 1),
  );
  const shared = sharedSpreads([...parts.values()], (position) => decided[position] ?? [], MOST_WAITS);
  return {
    tallies: (one) => tallies.get(one) ?? [],
    unpaused: (one) => tallied.get(one) ?? null,
    async earlyEnds(one) {
      const [{ plan }, part] = [one, parts.get(one)];
      if (!part || plan.shape !== 'attempts' || plan.endedBy.length === 0) return [];
      return earlyEndsOf(await ask(earlyEndsSql(plan, part.context)), groups, plan);
    },
    async spreads(planned) {
      const [shape, other] = new Set(planned.map(({ plan }) => plan.shape));
      const first = planned[0];
      const ofValues = partsOf(planned).filter(({ plan }) => isDistinct(plan));
      if (ofValues.length > 0) return distinctOf(await ask(distinctSql(ofValues)), groups);
      if (!first || other !== undefined || (shape !== 'timed' && shape !== 'attempts')) return [];
      const position = planned.length === 1 ? run.planned.indexOf(first) : -1;
      for (const { sql, columns } of shared) {
        const column = columns.get(position);
        if (column === undefined) continue;
        const rows: Row[] = [];
        for (const one of sql) rows.push(...(await ask(one)));
        const timed = rows.map((row) => ({ ...row, took: row[column] ?? null }));
        return spreadsOf(timed, groups, first.plan);
      }
      const rows = await ask(spreadSql(partsOf(planned)));
      return spreadsOf(rows, groups, first.plan);
    },
  };
}

/** The promises whose clocks may stand still, as if they never did: what is excused is another matter then. */
async function unpausedParts(
  run: Run,
  all: readonly (readonly [Planned, Part])[],
): Promise<ReadonlyMap<Planned, Part>> {
  const found = new Map<Planned, Part>();
  for (const [one, { plan, context }] of all) {
    if ((plan.shape !== 'timed' && plan.shape !== 'attempts') || !plan.pause) continue;
    const bare = { ...one, plan: unpaused(plan) };
    const owned = run.owned.get(plan);
    if (owned !== undefined) run.owned.set(bare.plan, owned);
    if (context.excused) await excuseCasesOf(run, bare);
    found.set(one, {
      plan: bare.plan,
      context: context.excused ? contextOf(run, bare, context.boundaries) : context,
    });
  }
  return found;
}

/** The counts of parts, those of one source in one pass. */
async function countedTogether(
  { engine, by, heldCases }: Run,
  parts: readonly Part[],
): Promise<ReadonlyMap<Part, readonly Tally[]>> {
  const found = new Map<Part, readonly Tally[]>();
  const few = heldCases !== null && engine.holdsCases === 'few';
  for (const some of together(parts, few)) {
    const rows = groupedBy(await engine.rows(talliesSql(some, few)), ({ part }) => number(part));
    for (const [i, part] of some.entries()) found.set(part, talliesOf(rows.get(i) ?? [], by.length));
  }
  return found;
}

/** Promises that are judged alike have the same statement: it is run once. */
function askingOnce({ engine }: Run): (sql: string) => Promise<readonly Row[]> {
  const known = new Map<string, Promise<readonly Row[]>>();
  return (sql) => {
    const rows = known.get(sql) ?? engine.rows(sql);
    known.set(sql, rows);
    return rows;
  };
}

/** Waits that are held in memory at once, eight bytes each. */
const MOST_WAITS = 2_000_000;

/** By period: how many cases are met or breached. */
function decidedOf(tallies: readonly Tally[], periods: number): readonly number[] {
  const counts = new Array<number>(Math.max(0, periods)).fill(0);
  for (const { period, state, n } of tallies) {
    if (state === STATE.met || state === STATE.breached) counts[period] = (counts[period] ?? 0) + n;
  }
  return counts;
}

/** The beginnings of the periods and the end of the last. */
export function boundariesOf(periods: readonly Period[]): readonly number[] {
  const last = periods.at(-1);
  return [...periods.map(({ from }) => from), ...(last ? [last.to] : [])];
}
