import type { CasePlan, JudgeContext } from '../../model/judge.ts';
import { casesSql } from './cases.ts';

/** The cases of a promise as a table of their own, each with its state: what two versions are compared by. */
export function caseTableSql(table: string, plan: CasePlan, context: JudgeContext): string {
  return `
CREATE TABLE ${table} AS
SELECT key, row_number() OVER (PARTITION BY key ORDER BY s0, e0, state) AS turn, state, amount
FROM (${casesSql(plan, context, { due: false })})`;
}

/**
 * How many cases have which state in one table and which in the other; no row for a case is a state of null. `before_amount` and
 * `after_amount` are added up over them.
 */
export function transitionsSql(before: string, after: string): string {
  return `
SELECT b.state AS before, a.state AS after, count(*) AS n, sum(b.amount) AS before_amount, sum(a.amount) AS after_amount
FROM ${before} b FULL JOIN ${after} a ON a.key = b.key AND a.turn = b.turn
GROUP BY ALL
ORDER BY ALL`;
}
