import type { ActivityRef, JudgeContext, StageRef, TimedPlan } from '../../model/judge.ts';
import { carried, carriedNames, flag, hasRange, REASON, STATE, segmentOf } from './base.ts';
import { Lookups, q, startEnds, stopEnds } from './expressions.ts';
import { bySegment, limitOf } from './terms.ts';

/** What a listing needs beyond the verdict: the due instant costs a join by order. */
export interface CaseDetail {
  readonly due: boolean;
}

/**
 * Cases of a response. Each case is judged at both ends of what its cells can mean: at worst the earliest start and
 * the latest stop, at best the latest start and the earliest stop; where the ends disagree the data can't tell.
 * A case without a stop is judged at as-of.
 */
export function timedCases(plan: TimedPlan, context: JudgeContext, detail: CaseDetail): string {
  const lookups = new Lookups();
  const limits = plan.terms.map((terms) => limitOf(terms, context, lookups));
  const ranged = hasRange(plan.start, context) || context.dateOnly.has(plan.stop.time);
  const elapsed = (from: string, to: string) => bySegment(limits.map((limit) => limit.elapsed(from, to)));
  const columns = [
    `${bySegment(limits.map((limit) => limit.late('a0', 'z1')))} AS late`,
    ...(ranged
      ? [`${bySegment(limits.map((limit) => limit.late('a1', 'z0')))} AS late_best`]
      : ['late AS late_best']),
    `${bySegment(limits.map((limit) => limit.risk('a0')))} AS at_risk`,
    `${elapsed('a0', 'z1')} AS took`,
    `${detail.due ? bySegment(limits.map((limit) => limit.due('a0'))) : 'NULL::BIGINT'} AS due`,
    `${plan.splitAt ? `CASE WHEN mid BETWEEN a0 AND z1 THEN ${elapsed('a0', 'm')} END` : 'NULL::BIGINT'} AS system_delay`,
    `${plan.splitAt ? `CASE WHEN mid BETWEEN a0 AND e1 THEN ${elapsed('m', 'z1')} END` : 'NULL::BIGINT'} AS human_delay`,
  ];
  return `
SELECT ${carriedNames(context)}, s0, s1, e0, e1, seg,
  CASE WHEN NOT scope THEN ${STATE.excluded} WHEN reason IS NOT NULL THEN ${STATE.unknown}
    WHEN late AND late_best THEN ${STATE.breached}
    WHEN late OR late_best THEN ${STATE.unknown}
    WHEN e0 IS NULL THEN ${STATE.pending} ELSE ${STATE.met} END AS raw,
  CASE WHEN NOT scope THEN ${REASON.outOfScope} WHEN reason IS NOT NULL THEN reason
    WHEN late <> late_best THEN ${REASON.dateOnly} END AS raw_reason,
  e0 IS NULL AND at_risk AS risk,
  CASE WHEN e0 IS NOT NULL AND scope AND reason IS NULL AND s0 = s1 AND e0 = e1 THEN took END AS elapsed,
  CASE WHEN s0 IS NOT NULL THEN due END AS due, 1 AS amount, system_delay AS x0, human_delay AS x1
FROM (
  SELECT c.*, ${columns.join(',\n    ')}
  FROM (
    SELECT *, coalesce(s0, e0) AS a0, coalesce(s1, e0) AS a1,
      coalesce(e0, ${context.asOf}) AS z0, coalesce(e1, ${context.asOf}) AS z1, coalesce(mid, s0, e0) AS m,
      CASE WHEN s0 IS NULL THEN ${REASON.noStart}
        WHEN s0 > ${context.asOf} OR e0 > ${context.asOf} THEN ${REASON.afterAsOf}
        WHEN e1 < s0 THEN ${REASON.stopBeforeStart} END AS reason
    FROM (${clocks(plan, context)})
    WHERE s0 IS NOT NULL OR (e0 IS NOT NULL AND scope)
  ) c
  ${lookups}
)`;
}

/** One row a lead: both ends of its start and of its stop, its segment and its scope. */
function clocks(plan: TimedPlan, context: JudgeContext): string {
  const start = startEnds(plan.start);
  const mid = plan.splitAt === null ? 'NULL::BIGINT' : stopEnds(plan.splitAt).earliest;
  const head = `SELECT ${carried(context)}, ${start.earliest} AS s0, ${start.latest} AS s1,
      ${segmentOf(plan.terms)} AS seg, ${flag(plan.scope)} AS scope, ${mid} AS mid`;
  if (!isActivity(plan.stop)) {
    const stop = stopEnds(plan.stop);
    return `${head}, ${stop.earliest} AS e0, ${stop.latest} AS e1
    FROM ${q(context.leads)} l`;
  }
  return `${head}, f.e0, f.e1
    FROM ${q(context.leads)} l LEFT JOIN (${firstActivities(plan.start, plan.stop, context)}) f ON f.key = l.key`;
}

/** By lead: the first activity that may have come at or after the start, no later than the earliest of the latest readings. */
function firstActivities(start: StageRef, activity: ActivityRef, context: JudgeContext): string {
  const at = stopEnds({ time: activity.time, when: null }, 'a');
  return `
      SELECT l.key, min(${at.earliest}) AS e0, min(${at.latest}) AS e1
      FROM ${q(context.leads)} l JOIN ${q(activity.table)} a ON a.key = l.key
      WHERE ${flag(activity.when, 'a')} AND ${at.latest} >= ${startEnds(start).earliest}
      GROUP BY l.key`;
}

const isActivity = (stop: StageRef | ActivityRef): stop is ActivityRef => 'table' in stop;
