import type { Compliance } from '../../model/compliance.ts';
import type { Funnel } from '../../model/funnel.ts';
import type { RunTables } from '../exports/tables.ts';
import type { Planned, Run } from '../judging/run.ts';
import { askForProfileAnswers } from './profile-answers.ts';
import { type Arrivals, arrivalsOf, waterfallOf } from './waterfall.ts';

/** Asks for the columns of the funnel that the newest of the versions names. */
export function arrivalsIn(planned: readonly Planned[], tables: RunTables): readonly Arrivals[] {
  const newest = planned.at(-1)?.inForce.sourced.agreement;
  askForProfileAnswers(planned, tables);
  const versions = new Set(planned.map(({ inForce }) => inForce));
  return newest === undefined ? [] : arrivalsOf(newest, [...versions], tables);
}

/** Cohorts that a page has room for. */
const MOST = 12;

/** The funnel over the last periods of a report, whose columns were asked for; null where none is named. */
export async function funnelOver(run: Run, { periods }: Compliance): Promise<Funnel | null> {
  const months = periods.filter(({ unit }) => unit === 'month');
  const all = months.length > 0 ? months : periods.filter(({ unit }) => unit === periods[0]?.unit);
  const own = all.slice(-MOST);
  const [first, last] = [own[0], own.at(-1)];
  const arrivals = arrivalsIn(run.planned, run.tables);
  if (!first || !last || arrivals.length === 0) return null;
  return waterfallOf(run, arrivals, { from: first.from, to: last.to - 1, unit: first.unit });
}
