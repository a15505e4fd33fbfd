import type { RatioPlan } from '../../model/judge.ts';
import { type CaseColumns, flag, noClock, outcomeOf, REASON, STATE } from './base.ts';
import type { JudgeContext } from './context.ts';
import { deadlineEnd, startEnds, stopEnds } from './expressions.ts';
import { type Layers, LEVEL } from './layers.ts';

/**
 * Cases that belong to the day by which they are to be done, and not to one on which they began: done at any
 * time is met, and what is not is broken once its day is over. A row without such a day is none.
 */
export function stepCases(
  plan: RatioPlan & { readonly reaches: NonNullable<RatioPlan['reaches']> },
  context: JudgeContext,
  layers: Layers,
): CaseColumns {
  const own = (sql: string) => layers.column(LEVEL.source, sql);
  const start = startEnds(plan.start, context);
  const [s0, s1, scope] = [own(start.earliest), own(start.latest), own(flag(plan.scope, context))];
  const stop = stopEnds(plan.reaches, context);
  const [e0, e1] = [own(stop.earliest), own(stop.latest)];
  const due = own(deadlineEnd(plan.start.time, context));
  const exists = `${s0} IS NOT NULL`;
  layers.only(exists);
  return {
    ...noClock(context),
    ...{ s0, s1, e0, e1, exists, undated: 'false', due, lastDue: due, amount: '1' },
    outcome: outcomeOf(
      [
        { when: `NOT ${scope}`, state: STATE.excluded, reason: REASON.outOfScope },
        { when: `coalesce(${e0} <= ${context.asOf}, false)`, state: STATE.met, reason: null },
        { when: `${due} >= ${context.asOf}`, state: STATE.pending, reason: null },
      ],
      STATE.breached,
    ),
  };
}
