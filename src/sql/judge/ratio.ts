import type { JudgeContext, RatioPlan } from '../../model/judge.ts';
import { carried, carriedNames, flag, REASON, STATE } from './base.ts';
import { q, startEnds, stopEnds } from './expressions.ts';

/** Cases of a share: every lead at the stage in scope, met where the part's condition holds or its stage is reached. */
export function ratioCases(plan: RatioPlan, context: JudgeContext): string {
  const start = startEnds(plan.start);
  const stage =
    plan.reaches === null ? 'true' : `coalesce(${stopEnds(plan.reaches).earliest} <= ${context.asOf}, false)`;
  return `
SELECT ${carriedNames(context)}, s0, s1, NULL::BIGINT AS e0, NULL::BIGINT AS e1, 0 AS seg,
  CASE WHEN NOT scope THEN ${STATE.excluded} WHEN s0 > ${context.asOf} THEN ${STATE.unknown}
    WHEN holds THEN ${STATE.met} ELSE ${STATE.breached} END AS raw,
  CASE WHEN NOT scope THEN ${REASON.outOfScope} WHEN s0 > ${context.asOf} THEN ${REASON.afterAsOf} END AS raw_reason,
  false AS risk, NULL::BIGINT AS elapsed, NULL::BIGINT AS due, 1 AS amount, NULL::BIGINT AS x0, NULL::BIGINT AS x1
FROM (
  SELECT ${carried(context)}, ${start.earliest} AS s0, ${start.latest} AS s1, ${flag(plan.scope)} AS scope,
    ${flag(plan.holds)} AND ${stage} AS holds
  FROM ${q(context.leads)} l
)
WHERE s0 IS NOT NULL`;
}
