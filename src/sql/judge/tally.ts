import type { JudgeContext, TallyPlan } from '../../model/judge.ts';
import { carried, carriedNames, flag, REASON, STATE } from './base.ts';
import { q, startEnds } from './expressions.ts';

/** Cases of a count or a sum: met means counted. */
export function tallyCases(plan: TallyPlan, context: JudgeContext): string {
  const start = startEnds(plan.start);
  const amount = plan.amount === null ? '1' : `l.${q(plan.amount)}`;
  return `
SELECT ${carriedNames(context)}, s0, s1, NULL::BIGINT AS e0, NULL::BIGINT AS e1, 0 AS seg,
  CASE WHEN NOT scope THEN ${STATE.excluded} WHEN s0 > ${context.asOf} OR amount IS NULL THEN ${STATE.unknown} ELSE ${STATE.met} END AS raw,
  CASE WHEN NOT scope THEN ${REASON.outOfScope} WHEN s0 > ${context.asOf} THEN ${REASON.afterAsOf}
    WHEN amount IS NULL THEN ${REASON.noValue} END AS raw_reason,
  false AS risk, NULL::BIGINT AS elapsed, NULL::BIGINT AS due, amount, NULL::BIGINT AS x0, NULL::BIGINT AS x1
FROM (
  SELECT ${carried(context, plan.table === null)}, ${start.earliest} AS s0, ${start.latest} AS s1, ${flag(plan.scope)} AS scope, ${amount} AS amount
  FROM ${q(plan.table ?? context.leads)} l
)
WHERE s0 IS NOT NULL`;
}
