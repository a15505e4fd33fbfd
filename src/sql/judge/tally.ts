import type { JudgeContext, TallyPlan } from '../../model/judge.ts';
import { type CaseColumns, flag, NO_CLOCK, outcomeOf, REASON, STATE } from './base.ts';
import { q, startEnds } from './expressions.ts';
import { type Layers, LEVEL } from './layers.ts';

/** Cases of a count or a sum: met means counted. */
export function tallyCases(plan: TallyPlan, context: JudgeContext, layers: Layers): CaseColumns {
  const own = (sql: string) => layers.column(LEVEL.source, sql);
  const start = startEnds(plan.start, context);
  const [s0, s1, scope] = [own(start.earliest), own(start.latest), own(flag(plan.scope))];
  const amount = plan.amount === null ? '1' : own(`l.${q(plan.amount)}`);
  layers.only(`${s0} IS NOT NULL`);
  return {
    ...NO_CLOCK,
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
