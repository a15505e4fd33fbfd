import type { CasePlan } from '../../model/judge.ts';
import { STATE, sameLead } from './base.ts';
import { casesSql } from './cases.ts';
import type { JudgeContext } from './context.ts';

/** How many leads, or hand-overs, two promises both count as met: one row, `n`. */
export function overlapSql(
  [one, other]: readonly [CasePlan, CasePlan],
  [known, alike]: readonly [JudgeContext, JudgeContext],
): string {
  const met = (plan: CasePlan, context: JudgeContext) =>
    `(SELECT * FROM (${casesSql(plan, context, { due: false })}) WHERE state = ${STATE.met})`;
  return `SELECT count(*) AS n FROM ${met(one, known)} a JOIN ${met(other, alike)} b ON ${sameLead('a', 'b', known)}`;
}
