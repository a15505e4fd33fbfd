import { microsOf } from '../../engine/cell.ts';
import type { Waits } from '../../model/behind.ts';
import type { Duration, Period } from '../../model/time.ts';
import { bandsSql } from '../../sql/judge/bands.ts';
import { STATE } from '../../sql/judge/base.ts';
import { contextOf } from '../judging/context.ts';
import { boundariesOf } from '../judging/counting.ts';
import type { Planned, Run } from '../judging/run.ts';

/** How long the decided cases of a response waited, in each of the periods. */
export async function waitsOf(run: Run, one: Planned, periods: readonly Period[]): Promise<readonly Waits[]> {
  const { plan, inForce } = one;
  const within = plan.shape === 'timed' ? plan.terms[0]?.within : undefined;
  // A date of the row itself is no length of time, and a clock that stands still tells none by its limit alone.
  if (plan.shape !== 'timed' || !within || within.unit === 'row' || plan.pause) return [];
  const edges = edgesOf(within);
  const sql = bandsSql(plan, contextOf(run, one, boundariesOf(periods)), edges);
  const rows = await run.engine.rows(sql);
  const limit = sizeOf(within);
  return periods.flatMap((period, index): readonly Waits[] => {
    const own = rows.filter((row) => microsOf(row.period) === index);
    if (own.length === 0) return [];
    const count = (band: number, isLate: boolean) =>
      own
        .filter((row) => microsOf(row.band) === band && (!isLate || microsOf(row.state) === STATE.breached))
        .reduce((sum, row) => sum + (microsOf(row.n) ?? 0), 0);
    const of = (band: number) => ({ cases: count(band, false), late: count(band, true) });
    return [
      {
        period: period.label,
        version: inForce.sourced.agreement.version,
        limit: within.text,
        unit: within.unit,
        edges: edges.map((edge) => ('micros' in edge ? edge.micros / 1e6 : edge.days)),
        bands: [...edges, null].map((_, band) => of(band)),
        within: edges.filter((edge) => sizeOf(edge) <= limit).length,
        never: of(-1),
      },
    ];
  });
}

const sizeOf = (within: Duration): number => ('micros' in within ? within.micros : within.days);

/** Three bands up to the limit and two behind it; of days as many as there are whole ones. */
function edgesOf(within: Duration): readonly Duration[] {
  const shares = [1 / 3, 2 / 3, 1, 2, 4];
  if ('micros' in within)
    return shares.map((share) => ({ ...within, micros: Math.round(within.micros * share) }));
  const days = shares.map((share) => Math.max(1, Math.round(within.days * share)));
  return [...new Set(days)].map((each) => ({ ...within, days: each }));
}
