import type { CasePlan } from '../../model/judge.ts';
import { HAND_OVER } from '../hand-over.ts';
import { STATE } from './base.ts';
import { casesSql, isDistinct } from './cases.ts';
import type { JudgeContext } from './context.ts';

/** The cases of a promise, each with its state: what two versions are compared by, as tables of their own. */
export function casesToCompareSql(plan: CasePlan, context: JudgeContext): string {
  // A lead has one case, or one for each hand-over; records may share a date, and are told apart by their
  // turn.
  const turn = !context.isKeyed
    ? 'row_number() OVER (PARTITION BY key ORDER BY s0, state)'
    : context.handOvers
      ? HAND_OVER
      : '1';
  return `
SELECT key, ${turn} AS turn, state, amount${isDistinct(plan) ? ', told' : ''}
FROM (${casesSql(plan, context, { due: false })})`;
}

/** How many different values the cases of a table have that count. */
export const distinctInSql = (table: string): string =>
  `SELECT count(DISTINCT told) AS n FROM ${table} WHERE state = ${STATE.met}`;

/**
 * How many cases have which state in one table and which in the other; no row for a case is a state of
 * null. `before_amount` and `after_amount` are added up over them.
 */
export function transitionsSql(before: string, after: string): string {
  return `
SELECT b.state AS before, a.state AS after, count(*) AS n, sum(b.amount) AS before_amount, sum(a.amount) AS after_amount
FROM ${before} b FULL JOIN ${after} a ON a.key = b.key AND a.turn = b.turn
GROUP BY b.state, a.state
ORDER BY b.state NULLS LAST, a.state NULLS LAST`;
}

/** How many cases a promise has, and how many of them are breached; what it leaves out is no case. */
export const casesByStateSql = (plan: CasePlan, context: JudgeContext): string => `
SELECT count(*) AS cases, count(*) FILTER (WHERE state = ${STATE.breached}) AS breached
FROM (${casesSql(plan, context, { due: false })})
WHERE state <> ${STATE.excluded}`;
