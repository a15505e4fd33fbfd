import type { RatioPlan } from '../../model/judge.ts';
import { flag, STATE } from './base.ts';
import { casesSql } from './cases.ts';
import type { JudgeContext } from './context.ts';
import { stopEnds } from './expressions.ts';

/** How many steps are in which state, and how many were done after their day: columns `state`, `n`, `late`. */
export function stepTotalsSql(plan: RatioPlan, context: JudgeContext): string {
  // A day lasts to its end, and what came at that very instant is of the day after.
  const late = 'CASE WHEN e0 > due OR (e0 = due AND s1 > s0) THEN 1 ELSE 0 END';
  return `SELECT state, count(*) AS n, sum(${late}) AS late FROM (${casesSql(plan, context, { due: true })}) GROUP BY state`;
}

/** The first steps in the order of their days: columns `key`, `state`, `due`, `done`. */
export const stepListSql = (plan: RatioPlan, context: JudgeContext, most: number): string =>
  listSql(plan, context, { states: [STATE.met, STATE.breached, STATE.pending], most });

/** The one that is due next, in the same columns. */
export const nextStepSql = (plan: RatioPlan, context: JudgeContext): string =>
  listSql(plan, context, { states: [STATE.pending], most: 1 });

const listSql = (
  plan: RatioPlan,
  context: JudgeContext,
  { states, most }: { readonly states: readonly number[]; readonly most: number },
): string => `SELECT key, state, due, e0 AS done FROM (${casesSql(plan, context, { due: true })})
WHERE state IN (${states.join(', ')}) ORDER BY due, key LIMIT ${most}`;

/** The steps that have no day: columns `key`, `done`; and how many there are, `n`. */
export function undatedStepsSql(
  plan: RatioPlan & { readonly reaches: NonNullable<RatioPlan['reaches']> },
  context: JudgeContext,
  most: number,
): string {
  const { identifier } = context.dialect;
  const done = stopEnds(plan.reaches, context).earliest;
  return `SELECT l.key AS key, ${done} AS done, count(*) OVER () AS n, sum(CASE WHEN ${done} <= ${context.asOf} THEN 1 ELSE 0 END) OVER () AS ended
FROM ${identifier(context.leads)} l WHERE ${flag(plan.scope, context)} AND l.${identifier(plan.start.time)} IS NULL
ORDER BY l.key LIMIT ${most}`;
}
