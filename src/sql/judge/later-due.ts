import type { CasePlan, TimedPlan } from '../../model/judge.ts';
import type { JudgeContext } from './context.ts';
import type { Lookups } from './lookups.ts';
import { bySegment } from './row-calendar.ts';
import { limitsOf, NO_ROW_TERMS } from './terms.ts';

/** Whether due follows from a case's start and its segment alone, so that it can be found later, of few cases. */
export const isDueByStart = (plan: CasePlan): plan is TimedPlan =>
  plan.shape === 'timed' &&
  plan.pause === undefined &&
  plan.terms.every(({ within }) => within.unit !== 'row');

/** Due of a case of which the columns `start` and `seg` tell the rest; null where it has not started. */
export function dueByStart(
  { terms }: TimedPlan,
  { start, seg }: { readonly start: string; readonly seg: string },
  context: JudgeContext,
  lookups: Lookups,
): string {
  const from = `coalesce(${start}, ${context.asOf})`;
  const limits = limitsOf(terms, context, lookups, { ...NO_ROW_TERMS, seg });
  return `CASE WHEN ${start} IS NOT NULL THEN ${bySegment(
    limits.map((limit) => limit.due(from)),
    seg,
  )} END`;
}
