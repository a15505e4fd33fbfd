import type { Row } from '../engine/engine.ts';
import type { Period } from '../model/time.ts';
import type { Tally } from '../plan/results.ts';
import type { Spread } from '../plan/spread.ts';
import { type Part, talliesSql, together } from '../sql/judge/aggregate.ts';
import { sharedSpreads, spreadSql } from '../sql/judge/spread.ts';
import { holdActivities } from './activities.ts';
import { type Court, contextOf, type Planned } from './court.ts';
import { spreadsOf, talliesOf } from './rows.ts';

/** The counts of all promises, and their percentiles as they are asked for. */
export interface Counting {
  readonly tallies: (one: Planned) => readonly Tally[];
  /** Of versions together, where they time their cases in one way. */
  readonly spreads: (planned: readonly Planned[]) => Promise<readonly Spread[]>;
}

/** Counts the cases of every promise in the periods given for it, those of one source in one pass. */
export async function countingOf(
  court: Court,
  periodsOf: (one: Planned) => readonly Period[],
): Promise<Counting> {
  const groups = court.by.length;
  await holdActivities(court, court.planned);
  const parts = new Map<Planned, Part>(
    court.planned.map((one) => [
      one,
      { plan: one.plan, context: contextOf(court, one, boundariesOf(periodsOf(one))) },
    ]),
  );
  const all = [...parts];
  const tallies = new Map<Planned, readonly Tally[]>();
  for (const positions of together([...parts.values()])) {
    const some = all.filter((_, i) => positions.includes(i));
    const rows = await court.engine.rows(talliesSql(some.map(([, part]) => part)));
    for (const [i, [one]] of some.entries()) {
      tallies.set(
        one,
        talliesOf(
          rows.filter(({ part }) => part === i),
          groups,
        ),
      );
    }
  }
  const known = new Map<string, Promise<readonly Row[]>>();
  const ask = (sql: string): Promise<readonly Row[]> => {
    const rows = known.get(sql) ?? court.engine.rows(sql);
    known.set(sql, rows);
    return rows;
  };
  const shared = sharedSpreads([...parts.values()], waitsAtOnce(court));
  return {
    tallies: (one) => tallies.get(one) ?? [],
    async spreads(planned) {
      const [shape, other] = new Set(planned.map(({ plan }) => plan.shape));
      const first = planned[0];
      if (!first || other !== undefined || (shape !== 'timed' && shape !== 'attempts')) return [];
      const position = planned.length === 1 ? court.planned.indexOf(first) : -1;
      for (const { sql, columns } of shared) {
        const column = columns.get(position);
        if (column === undefined) continue;
        const rows: Row[] = [];
        for (const one of sql) rows.push(...(await ask(one)));
        return spreadsOf(
          rows.map((row) => ({ ...row, took: row[column] ?? null })),
          groups,
          first.plan,
        );
      }
      const rows = await ask(spreadSql(planned.flatMap((one) => parts.get(one) ?? [])));
      return spreadsOf(rows, groups, first.plan);
    },
  };
}

/** Waits that are held in memory at once, eight bytes each. */
const MOST_WAITS = 4_000_000;

/** How many waits of a row a pass may hold, and into how many slices it must be cut where one is too many. */
function waitsAtOnce({ world, tables }: Court): { readonly most: number; readonly slices: number } {
  const leads = world.ledgers[tables.leads.source.name]?.judged ?? 0;
  return {
    most: Math.max(1, Math.floor(MOST_WAITS / Math.max(1, leads))),
    slices: Math.max(1, Math.ceil(leads / MOST_WAITS)),
  };
}

/** The beginnings of the periods and the end of the last. */
export function boundariesOf(periods: readonly Period[]): readonly number[] {
  const last = periods.at(-1);
  return [...periods.map(({ from }) => from), ...(last ? [last.to] : [])];
}
