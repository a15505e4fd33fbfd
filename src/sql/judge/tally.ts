import type { TallyPlan } from '../../model/judge.ts';
import { type CaseColumns, flag, laterReason, noClock, outcomeOf, REASON, STATE } from './base.ts';
import type { JudgeContext } from './context.ts';
import { startEnds } from './expressions.ts';
import { type Layers, LEVEL } from './layers.ts';

/** Cases of a count or a sum: met means counted. */
export function tallyCases(plan: TallyPlan, context: JudgeContext, layers: Layers): CaseColumns {
  const own = (sql: string) => layers.column(LEVEL.source, sql);
  const start = startEnds(plan.start, context);
  const [s0, s1, scope] = [own(start.earliest), own(start.latest), own(flag(plan.scope, context))];
  const amount = plan.amount === null ? '1' : own(`l.${context.dialect.identifier(plan.amount)}`);
  const later = `${s0} > ${context.asOf}`;
  layers.only(`${s0} IS NOT NULL`);
  return {
    ...noClock(context),
    ...{ s0, s1, exists: `${s0} IS NOT NULL`, amount },
    outcome: outcomeOf(
      [
        { when: `NOT ${scope}`, state: STATE.excluded, reason: REASON.outOfScope },
        // A record of a joint activity that is planned has not come yet.
        plan.table === null
          ? { when: later, state: STATE.unknown, reason: laterReason(context) }
          : { when: later, state: STATE.pending, reason: null },
        { when: `${amount} IS NULL`, state: STATE.unknown, reason: REASON.noValue },
      ],
      STATE.met,
    ),
  };
}
