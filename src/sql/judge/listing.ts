import type { CaseState } from '../../model/compliance.ts';
import { type CasePlan, STATES, type TimedPlan } from '../../model/judge.ts';
import { HAND_OVER } from '../hand-over.ts';
import { isRecycled } from './base.ts';
import { casesSql, isDistinct } from './cases.ts';
import type { JudgeContext } from './context.ts';
import { dueByStart, isDueByStart } from './later-due.ts';
import { Lookups } from './lookups.ts';

/** Which cases of a promise to list; an empty list restricts nothing. */
export interface Wanted {
  readonly states: readonly CaseState[];
  readonly leads: readonly string[];
  readonly owners: readonly string[];
  /** Only of leads that had been handed over before. */
  readonly recycled?: boolean;
  /** Of the leads named, where a lead has several: its place among them, from 1. */
  readonly handOver?: number | null;
  /** Only of which most of the time is used. */
  readonly atRisk?: boolean;
  /** Only due at this instant or before. */
  readonly dueBy?: number | null;
}

/**
 * The cases of a promise one by one, in the order of their starts, then of their leads and their
 * hand-overs; with their due.
 */
export const listingSql = (plan: CasePlan, context: JudgeContext, wanted: Wanted): string =>
  `${listedSql(plan, context, wanted)}
ORDER BY coalesce(s0, e0), key${context.handOvers ? `, ${HAND_OVER}` : ''}`;

/** The same in no order. */
function listedSql(plan: CasePlan, context: JudgeContext, wanted: Wanted): string {
  const among = (column: string, values: readonly (string | number)[]) =>
    values.length === 0
      ? []
      : [
          `${column} IN (${values.map((value) => (typeof value === 'number' ? value : context.dialect.text(value))).join(', ')})`,
        ];
  const tests = [
    ...among(
      'state',
      wanted.states.map((state) => STATES.indexOf(state)),
    ),
    ...among('key', wanted.leads),
    ...among('owner', wanted.owners),
    ...among(HAND_OVER, wanted.handOver == null ? [] : [wanted.handOver]),
    ...(wanted.recycled ? [isRecycled(context)] : []),
    ...(wanted.atRisk ? ['risk'] : []),
  ];
  const isLater = hasDueInOrder(plan, context);
  const listed = `SELECT * FROM (${casesSql(plan, context, { due: !isLater })})${tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`}`;
  const handOver = context.handOvers
    ? HAND_OVER
    : `${context.dialect.cast('NULL', 'integer')} AS ${HAND_OVER}`;
  return `
SELECT key, ${handOver}, owner, seg, state, reason, raw, waived, risk, s0, s1, e0, e1, ${isLater ? 'due_at AS due' : 'due'}, elapsed, amount${isDistinct(plan) ? ', told' : ''}, x0, x1, period
FROM (${isLater ? withDue(listed, plan, context) : listed})${dueBy(wanted, isLater)}`;
}

/** Who has cases of a promise in charge, each once. */
export const ownersSql = (plan: CasePlan, context: JudgeContext): string =>
  `SELECT DISTINCT owner FROM (${casesSql(plan, context, { due: false })}) WHERE owner IS NOT NULL`;

function dueBy({ dueBy: last = null }: Wanted, isLater: boolean): string {
  return last === null ? '' : `\nWHERE ${isLater ? 'due_at' : 'due'} <= ${last}`;
}

/**
 * Whether due is an instant that a join by order finds, which sorts its rows: it is for those that are
 * listed alone.
 */
function hasDueInOrder(plan: CasePlan, { bookBy }: JudgeContext): plan is TimedPlan {
  return (
    isDueByStart(plan) && bookBy !== 'due' && plan.terms.some(({ within }) => within.unit === 'business-time')
  );
}

function withDue(cases: string, plan: TimedPlan, context: JudgeContext): string {
  const lookups = new Lookups(context);
  const due = dueByStart(plan, { start: 's0', seg: 'seg' }, context, lookups);
  return `SELECT c.*, ${due} AS due_at FROM (${cases}) c\n${lookups}`;
}
