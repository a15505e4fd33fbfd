import type { CasePlan } from '../../model/judge.ts';
import { HAND_OVER } from '../hand-over.ts';
import type { JudgeContext } from './context.ts';
import { listingSql, type Wanted } from './listing.ts';

/**
 * The first cases of each period, in the order of their states, then of their starts: as many as `most` says
 * of the period at its place.
 */
export function firstCasesSql(
  plan: CasePlan,
  context: JudgeContext,
  wanted: Wanted,
  most: readonly number[],
): string {
  const order = `state, coalesce(s0, e0), key, ${HAND_OVER}`;
  const allowed = most.flatMap((n, period) => (n > 0 ? [`WHEN ${period} THEN ${n}`] : []));
  if (allowed.length === 0) return `SELECT NULL AS period WHERE false`;
  return `
SELECT * FROM (
  SELECT *, row_number() OVER (PARTITION BY period ORDER BY ${order}) AS place
  FROM (${listingSql(plan, context, wanted)})
)
WHERE place <= CASE period ${allowed.join(' ')} ELSE 0 END
ORDER BY period, place`;
}
