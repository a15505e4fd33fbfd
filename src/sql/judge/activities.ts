import type { CasePlan } from '../../model/judge.ts';
import { touchesSql } from './attempts.ts';
import type { JudgeContext } from './context.ts';
import { pausesSql, windowOf } from './pauses.ts';
import { firstActivitiesSql, isActivity } from './stops.ts';

/** What the cases of a plan ask of its activities, as statements, each of which may ask for those before it. */
export function activitiesSql(plan: CasePlan): readonly ((context: JudgeContext) => string)[] {
  if (plan.shape !== 'attempts' && plan.shape !== 'timed') return [];
  const { pause } = plan;
  const clock = plan.shape === 'timed' ? plan : windowOf(plan);
  const holds = pause === undefined ? [] : [(known: JudgeContext) => pausesSql(clock, pause, known)];
  if (plan.shape === 'attempts')
    return [...holds, ...(plan.counter === null ? [(known: JudgeContext) => touchesSql(plan, known)] : [])];
  const { start, stop } = plan;
  return [
    ...(isActivity(stop) ? [(known: JudgeContext) => firstActivitiesSql(start, stop, known)] : []),
    ...holds,
  ];
}
