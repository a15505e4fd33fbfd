import type { TimedPlan } from '../../model/judge.ts';
import type { Duration } from '../../model/time.ts';
import { STATE } from './base.ts';
import { casesSql } from './cases.ts';
import type { JudgeContext } from './context.ts';
import { Lookups } from './lookups.ts';
import { bySegment } from './row-calendar.ts';
import { limitsOf } from './terms.ts';

/**
 * Decided cases by how long they waited: `period, state, band, n`. A band is the number of limits that the
 * case would have been late for, and -1 where nothing stopped its clock. `edges` are limits in one unit,
 * shortest first, counted by the calendar of the case.
 */
export function bandsSql(plan: TimedPlan, context: JudgeContext, edges: readonly Duration[]): string {
  const lookups = new Lookups(context);
  const own = plan.terms[0]?.calendar ?? null;
  const [start, stop] = ['s0', 'coalesce(e1, s0)'];
  const late = edges.map((within) => {
    const terms = plan.terms.map((each) => ({ ...each, within, calendar: each.calendar ?? own }));
    return `CASE WHEN ${bySegment(limitsOf(terms, context, lookups).map((limit) => limit.late(start, stop)))} THEN 1 ELSE 0 END`;
  });
  const decided = `state IN (${STATE.met}, ${STATE.breached}) AND s0 IS NOT NULL`;
  const cases = `SELECT period, state, seg, s0, e1 FROM (${casesSql(plan, context, { due: false })}) WHERE ${decided}`;
  return `
SELECT period, state, band, count(*) AS n
FROM (
  SELECT period, state, CASE WHEN e1 IS NULL THEN -1 ELSE ${late.join(' + ')} END AS band
  FROM (${cases}) c
  ${lookups}
)
GROUP BY period, state, band`;
}
