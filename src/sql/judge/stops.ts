import type { ActivityRef, StageRef } from '../../model/judge.ts';
import { activityRows, flag, rowOf, sameLead } from './base.ts';
import type { JudgeContext } from './context.ts';
import { type Ends, endAfter, noMicros, startEnds, stopEnds } from './expressions.ts';

/** A clock that a stage or an activity stops, or nothing but as-of. */
export interface Clock {
  readonly start: StageRef;
  readonly stop: StageRef | ActivityRef | null;
}

/** The leads, with the first activity of each that can have stopped its clock where the plan asks for one. */
export function stoppedSource({ start, stop }: Clock, context: JudgeContext): string {
  const leads = `${context.dialect.identifier(context.leads)} l`;
  return isActivity(stop)
    ? `${leads} LEFT JOIN ${activityRows(firstActivitiesSql(start, stop, context), context)} f ON ${sameLead('f', 'l', context)}`
    : leads;
}

/** When the clock of a row of that source stopped, null where nothing has stopped it. */
export function stopOf({ start, stop }: Clock, context: JudgeContext): Ends {
  const none = noMicros(context);
  if (stop === null) return { earliest: none, latest: none };
  if (isActivity(stop)) return { earliest: 'f.e0', latest: 'f.e1' };
  return endAfter(startEnds(start, context).earliest, stop, context);
}

/**
 * By lead or hand-over: the first activity that may have come at or after the start, no later than the
 * earliest of the latest readings. The leads, which are fewer, come last: a join holds what it reads last.
 */
export function firstActivitiesSql(start: StageRef, activity: ActivityRef, context: JudgeContext): string {
  const at = stopEnds({ time: activity.time, when: null }, context, 'a');
  const lead = rowOf('l', context);
  const { identifier } = context.dialect;
  return `
      SELECT ${lead}, min(${at.earliest}) AS e0, min(${at.latest}) AS e1
      FROM ${identifier(activity.table)} a JOIN ${identifier(context.leads)} l ON a.key = l.key
      WHERE ${flag(activity.when, context, 'a')} AND ${at.latest} >= ${startEnds(start, context).earliest}
      GROUP BY ${lead}`;
}

export const isActivity = (stop: Clock['stop']): stop is ActivityRef => stop !== null && 'table' in stop;
