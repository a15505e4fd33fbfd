import { type Bench, type Judgement, judgement, startEnds, stopEnds } from './case.ts';
import type { Moment } from './cell.ts';
import { holds } from './condition.ts';

/** Steps: each row with a date by which it is to be done, on whose day it is booked. */
export function stepCases({ promise, agreement, leads, asOf }: Bench): readonly Judgement[] {
  const { steps } = promise;
  if (!steps) return [];
  return leads.flatMap((row) => {
    const due = (row.row[steps.by] ?? null) as Moment | null;
    if (due === null) return [];
    const start = startEnds(due);
    const moment = (row.row[steps.done] ?? null) as Moment | null;
    const stop = moment === null || moment.later ? null : stopEnds(moment);
    const known = { stop, due: due.last, lastDue: due.last };
    if (!holds(promise.where, row.row, agreement) || !holds(steps.where, row.row, agreement))
      return [judgement(row, start, 'excluded', { reason: 'out-of-scope', ...known })];
    const isDone = stop !== null && stop.first <= asOf;
    const state = isDone ? 'met' : due.last >= asOf ? 'pending' : 'breached';
    return [judgement(row, start, state, known)];
  });
}
