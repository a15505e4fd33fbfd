import type { CasePlan } from '../../model/judge.ts';
import { touchesSql } from './attempts.ts';
import type { JudgeContext } from './context.ts';
import { pausesSql } from './pauses.ts';
import { firstActivitiesSql, isActivity } from './stops.ts';

/** What the cases of a plan ask of its activities, as statements, each of which may ask for those before it. */
export function activitiesSql(plan: CasePlan): readonly ((context: JudgeContext) => string)[] {
  if (plan.shape === 'attempts') return plan.counter === null ? [(known) => touchesSql(plan, known)] : [];
  if (plan.shape !== 'timed') return [];
  const { start, stop, pause } = plan;
  return [
    ...(isActivity(stop) ? [(known: JudgeContext) => firstActivitiesSql(start, stop, known)] : []),
    ...(pause === undefined ? [] : [(known: JudgeContext) => pausesSql(plan, pause, known)]),
  ];
}
