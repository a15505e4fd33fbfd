import type { TallyPlan } from '../../model/judge.ts';
import { type CaseColumns, flag, noClock, notDated, outcomeOf, REASON, STATE } from './base.ts';
import type { JudgeContext } from './context.ts';
import { startEnds } from './expressions.ts';
import { type Layers, LEVEL } from './layers.ts';
import { startedBy } from './starts.ts';

/** Cases of a count or a sum: met means counted. */
export function tallyCases(plan: TallyPlan, context: JudgeContext, layers: Layers): CaseColumns {
  const own = (sql: string) => layers.column(LEVEL.source, sql);
  const start = startEnds(plan.start, context);
  const [s0, s1, scope] = [own(start.earliest), own(start.latest), own(flag(plan.scope, context))];
  const amount = plan.amount === null ? '1' : own(`l.${context.dialect.identifier(plan.amount)}`);
  const started = plan.isPlanned
    ? { exists: `${s0} IS NOT NULL`, undated: 'false' }
    : startedBy(plan.start, { s0, scope, alone: null }, context, own);
  layers.only(started.exists);
  return {
    ...noClock(context),
    ...{ s0, s1, ...started, amount },
    outcome: outcomeOf(
      [
        { when: `NOT ${scope}`, state: STATE.excluded, reason: REASON.outOfScope },
        ...(plan.isPlanned
          ? [{ when: `${s0} > ${context.asOf}`, state: STATE.pending, reason: null }]
          : notDated(started, s0, context)),
        { when: `${amount} IS NULL`, state: STATE.unknown, reason: REASON.noValue },
      ],
      STATE.met,
    ),
  };
}
