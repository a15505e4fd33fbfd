import type { TallyPlan } from '../../model/judge.ts';
import type { JudgeContext } from './context.ts';
import { type CaseColumns, flag, noClock, outcomeOf, REASON, STATE } from './base.ts';
import { startEnds } from './expressions.ts';
import { type Layers, LEVEL } from './layers.ts';

/** Cases of a count or a sum: met means counted. */
export function tallyCases(plan: TallyPlan, context: JudgeContext, layers: Layers): CaseColumns {
  const own = (sql: string) => layers.column(LEVEL.source, sql);
  const start = startEnds(plan.start, context);
  const [s0, s1, scope] = [own(start.earliest), own(start.latest), own(flag(plan.scope, context))];
  const amount = plan.amount === null ? '1' : own(`l.${context.dialect.identifier(plan.amount)}`);
  layers.only(`${s0} IS NOT NULL`);
  return {
    ...noClock(context),
    ...{ s0, s1, exists: `${s0} IS NOT NULL`, amount },
    outcome: outcomeOf(
      [
        { when: `NOT ${scope}`, state: STATE.excluded, reason: REASON.outOfScope },
        { when: `${s0} > ${context.asOf}`, state: STATE.unknown, reason: REASON.afterAsOf },
        { when: `${amount} IS NULL`, state: STATE.unknown, reason: REASON.noValue },
      ],
      STATE.met,
    ),
  };
}
