import type { CasePlan, JudgeContext, WaiverRef } from '../../model/judge.ts';
import { piecewise } from '../piecewise.ts';
import { attemptsCases } from './attempts.ts';
import { carriedNames, REASON, STATE, within } from './base.ts';
import { ratioCases } from './ratio.ts';
import { tallyCases } from './tally.ts';
import { type CaseDetail, timedCases } from './timed.ts';

/**
 * The cases of one promise, one row a case: `key, b0.., owner, s0, s1, e0, e1, seg, raw, raw_reason, state, reason, waived,
 * risk, elapsed, due, amount, x0, x1, period`. Times are UTC microseconds; `raw` is the state before waivers; `period` is the
 * index of the period to which the case is booked, from 0. Cases that another version judges are left out.
 */
export function casesSql(plan: CasePlan, context: JudgeContext, detail: CaseDetail): string {
  const needsDue = detail.due || context.bookBy === 'due';
  const booked = context.bookBy === 'due' ? 'coalesce(due, s0, e0)' : 'coalesce(s0, e0)';
  const orphan = within('coalesce(s0, e0)', context.orphans);
  return `
SELECT ${carriedNames(context)}, s0, s1, e0, e1, seg, raw, raw_reason, waived,
  CASE WHEN orphan OR (waived AND raw <> ${STATE.excluded}) THEN ${STATE.excluded} ELSE raw END AS state,
  CASE WHEN orphan THEN ${REASON.noVersion} WHEN waived AND raw <> ${STATE.excluded} THEN ${REASON.waived} ELSE raw_reason END AS reason,
  risk AND raw = ${STATE.pending} AND NOT waived AND NOT orphan AS risk, elapsed, due, amount, x0, x1, period
FROM (
  SELECT *, ${waived(context.waivers)} AS waived, ${orphan} AS orphan, ${periodOf(booked, context)} AS period
  FROM (${shapeSql(plan, context, { due: needsDue })})
  WHERE ${within('coalesce(s0, e0)', [context.inForce, ...context.orphans])}
)
WHERE period IS NOT NULL`;
}

function shapeSql(plan: CasePlan, context: JudgeContext, detail: CaseDetail): string {
  switch (plan.shape) {
    case 'tally':
      return tallyCases(plan, context);
    case 'ratio':
      return ratioCases(plan, context);
    case 'timed':
      return timedCases(plan, context, detail);
    case 'attempts':
      return attemptsCases(plan, context, detail);
  }
}

function periodOf(instant: string, { boundaries }: JudgeContext): string {
  const last = boundaries.length - 1;
  const values = boundaries.map((_, i) => (i === last ? 'NULL' : String(i)));
  return piecewise(instant, boundaries, ['NULL', ...values]);
}

function waived(waivers: readonly WaiverRef[]): string {
  if (waivers.length === 0) return 'false';
  return `coalesce(${waivers.map(waiverTest).join(' OR ')}, false)`;
}

/** Whether a waiver names a case by its lead or its start. */
export function waiverTest({ leads, span }: WaiverRef): string {
  const byKey = leads.length === 0 ? [] : [`key IN (${leads.map(text).join(', ')})`];
  const bySpan = span === null ? [] : [within('s0', [span])];
  return `(${[...byKey, ...bySpan].join(' AND ')})`;
}

/** A text literal; DuckDB knows no escapes inside it but the doubled quote. */
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
