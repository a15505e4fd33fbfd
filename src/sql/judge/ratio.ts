import type { RatioPlan } from '../../model/judge.ts';
import { type CaseColumns, flag, noClock, notDated, outcomeOf, REASON, STATE } from './base.ts';
import type { JudgeContext } from './context.ts';
import { isWithoutDate, ownEvent, startEnds, stopEnds } from './expressions.ts';
import { type Layers, LEVEL } from './layers.ts';
import { startedBy } from './starts.ts';
import { stepCases } from './steps.ts';

/**
 * Cases of a share: every lead at the stage in scope, met where the part's condition holds or its stage is
 * reached.
 */
export function ratioCases(plan: RatioPlan, context: JudgeContext, layers: Layers): CaseColumns {
  if (plan.isPlanned && plan.reaches !== null)
    return stepCases({ ...plan, reaches: plan.reaches }, context, layers);
  const own = (sql: string) => layers.column(LEVEL.source, sql);
  const start = startEnds(plan.start, context);
  const [s0, s1, scope] = [own(start.earliest), own(start.latest), own(flag(plan.scope, context))];
  const reached =
    plan.reaches === null ? null : ownEvent(plan.reaches, stopEnds(plan.reaches, context), context);
  const stage = reached === null ? 'true' : `coalesce(${reached.earliest} <= ${context.asOf}, false)`;
  // As of a response: what came before the start tells nothing of what came of it.
  const before =
    reached === null
      ? []
      : [
          {
            when: `${own(reached.latest)} < ${s0}`,
            state: STATE.unknown,
            reason: REASON.stopBeforeStart,
          },
        ];
  const stray =
    reached === null || !context.hasStray
      ? null
      : own(`coalesce(${reached.earliest} > ${context.asOf}, false)`);
  const undated = plan.reaches === null ? null : isWithoutDate(plan.reaches, context);
  const amount = plan.amount === null ? '1' : own(`l.${context.dialect.identifier(plan.amount)}`);
  const holds = own(`${flag(plan.holds, context)} AND ${stage}`);
  const started = startedBy(plan.start, { s0, scope, alone: null }, context, own);
  layers.only(started.exists);
  return {
    ...noClock(context),
    ...{ s0, s1, ...started, amount },
    outcome: outcomeOf(
      [
        { when: `NOT ${scope}`, state: STATE.excluded, reason: REASON.outOfScope },
        ...notDated(started, s0, context),
        ...before,
        ...(stray === null ? [] : [{ when: stray, state: STATE.unknown, reason: REASON.strayDate }]),
        ...(undated === null ? [] : [{ when: own(undated), state: STATE.unknown, reason: REASON.noDate }]),
        ...(plan.amount === null
          ? []
          : [{ when: `${amount} IS NULL`, state: STATE.unknown, reason: REASON.noValue }]),
        { when: holds, state: STATE.met, reason: null },
      ],
      STATE.breached,
    ),
  };
}
