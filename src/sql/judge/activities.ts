import type { CasePlan } from '../../model/judge.ts';
import type { JudgeContext } from './context.ts';
import { touchesSql } from './attempts.ts';
import { firstActivitiesSql, isActivity } from './timed.ts';

/** What the cases of a plan ask of its activities, as a statement; null where they ask nothing. */
export function activitiesSql(plan: CasePlan, context: JudgeContext): string | null {
  if (plan.shape === 'attempts') return plan.counter === null ? touchesSql(plan, context) : null;
  if (plan.shape !== 'timed' || !isActivity(plan.stop)) return null;
  return firstActivitiesSql(plan.start, plan.stop, context);
}
