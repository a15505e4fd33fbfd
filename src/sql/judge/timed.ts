import type { TimedPlan } from '../../model/judge.ts';
import { type CaseColumns, flag, laterReason, outcomeOf, REASON, STATE, segmentOf } from './base.ts';
import type { JudgeContext } from './context.ts';
import { deadlineEnd, deadlineIsDay, isWithoutDate, noMicros, startEnds, stopEnds } from './expressions.ts';
import { type Layers, LEVEL } from './layers.ts';
import { hasRanges, holdRows, holdsOf, riskAfter } from './pauses.ts';
import { bySegment } from './row-calendar.ts';
import { startedBy } from './starts.ts';
import { isActivity, stopOf, stoppedSource } from './stops.ts';
import { type Limit, limitsOf } from './terms.ts';

/** Beyond any deadline. */
const LAST = '9000000000000000000';

/** What is asked of cases beyond the verdict. */
export interface CaseDetail {
  /** The due instant costs a join by order. */
  readonly due: boolean;
  /**
   * Of a promise whose wait is not split: nothing but the times taken is asked, so that other rows may be
   * left out.
   */
  readonly elapsedOnly?: boolean;
}

/**
 * Cases of a response. Each case is judged at both ends of what its cells can mean: at worst the earliest
 * start and the latest stop, at best the latest start and the earliest stop; where the ends disagree the
 * data can't tell. A case without a stop is judged at as-of. Long because each column rests on those above it.
 */
export function timedCases(
  plan: TimedPlan,
  context: JudgeContext,
  { due, elapsedOnly = false }: CaseDetail,
  layers: Layers,
): CaseColumns {
  const none = noMicros(context);
  const own = (sql: string) => layers.column(LEVEL.source, sql);
  const end = (sql: string) => layers.column(LEVEL.ends, sql);
  const clock = (sql: string) => layers.column(LEVEL.clocks, sql);
  const start = startEnds(plan.start, context);
  const [s0, s1] = [own(start.earliest), own(start.latest)];
  const stop = stopOf(plan, context);
  const [e0, e1] = [own(stop.earliest), own(stop.latest)];
  const mid = plan.splitAt === null ? null : own(stopEnds(plan.splitAt, context).earliest);
  const seg = own(segmentOf(plan.terms, context));
  const held = holdsOf(plan, context, own);
  const limits = limitsOf(plan.terms, context, layers.lookups, {
    seg,
    deadline(column) {
      const isDay = deadlineIsDay(column, context);
      return { end: own(deadlineEnd(column, context)), isDay: isDay === null ? null : own(isDay) };
    },
  });
  const each = (part: (limit: Limit) => string) => clock(bySegment(limits.map(part), seg));
  const dueOf = (from: string, more: string | null) =>
    each(({ due, place }) => (more === null ? due(from) : place.due(from, more)));
  const inRow = limits.some((limit) => limit.inRow !== null);
  // What has no deadline of its own is never without one.
  const deadline = inRow
    ? end(
        bySegment(
          limits.map((limit) => limit.inRow ?? LAST),
          seg,
        ),
      )
    : null;
  const due0 =
    deadline === null
      ? ''
      : ` WHEN ${deadline} IS NULL THEN ${REASON.noDeadline}
        WHEN ${deadline} < ${s0} THEN ${REASON.dueBeforeStart}`;
  const scope = own(flag(plan.scope, context));
  // A start that is told of another hand-over is not one that is missing.
  const noStart = plan.start.own
    ? `${own(startEnds({ ...plan.start, own: null }, context).earliest)} IS NULL`
    : 'true';
  const alone = { at: e0, when: `${e0} IS NOT NULL AND ${scope} AND ${noStart}` };
  const started = startedBy(plan.start, { s0, scope, alone }, context, own);
  layers.only(elapsedOnly ? `${s0} IS NOT NULL AND ${e0} IS NOT NULL AND ${scope}` : started.exists);

  // Without a start there is no clock: where nothing else is told of such a case, all promises that start
  // alike share one.
  const a0 = end(
    mid === null ? `coalesce(${s0}, ${context.asOf})` : `coalesce(${s0}, ${e0}, ${context.asOf})`,
  );
  const z1 = end(`coalesce(${e1}, ${context.asOf})`);
  const undated = isActivity(plan.stop) ? null : isWithoutDate(plan.stop, context);
  const noDate = undated === null ? '' : ` WHEN ${own(undated)} THEN ${REASON.noDate}`;
  const neither =
    started.undated === 'false' ? '' : ` WHEN ${s0} IS NULL AND ${e0} IS NULL THEN ${REASON.noDate}`;
  const reason = end(`CASE${neither} WHEN ${s0} IS NULL THEN ${REASON.noStart}
        WHEN ${s0} > ${context.asOf} OR ${e0} > ${context.asOf} THEN ${laterReason(context)}
        WHEN ${e1} < ${s0} THEN ${REASON.stopBeforeStart}${noDate}${due0} END`);
  const isLate = (from: string, to: string, more: string | null) =>
    more === null ? each((limit) => limit.late(from, to)) : clock(`${to} > ${dueOf(from, more)}`);
  const late = () => isLate(a0, z1, held?.worst.delay ?? null);
  const hasEnds = hasRanges(plan, context);
  const a1 = () => end(`coalesce(${s1}, ${e0}, ${context.asOf})`);
  const lateAtBest = () => {
    const first = end(`coalesce(${e0}, ${context.asOf})`);
    if (held !== null || !inRow) return isLate(a1(), first, held?.best.delay ?? null);
    return each(({ late, lateAtBest: ofDays }) => ofDays?.(first, z1) ?? late(a1(), first));
  };
  const delay = (from: string, to: string, last: string) =>
    mid === null
      ? none
      : clock(
          `CASE WHEN ${mid} BETWEEN ${a0} AND ${last} THEN ${each((limit) => limit.elapsed(from, to))} END`,
        );
  const m = () => end(`coalesce(${mid}, ${s0}, ${e0}, ${context.asOf})`);
  return {
    ...{ s0, s1, e0, e1, seg, ...started, amount: '1' },
    ...(inRow
      ? {
          // What never started waits for no deadline.
          lastDue: end(
            `CASE WHEN ${s0} IS NOT NULL THEN ${bySegment(
              limits.map((limit) => limit.inRow ?? s1),
              seg,
            )} END`,
          ),
        }
      : {}),
    ...(held === null
      ? {}
      : {
          get lastDue() {
            return clock(
              `CASE WHEN ${s0} IS NOT NULL THEN ${dueOf(hasEnds ? a1() : a0, held.best.delay)} END`,
            );
          },
        }),
    get outcome() {
      const ends = hasEnds
        ? [
            { when: `${late()} AND ${lateAtBest()}`, state: STATE.breached, reason: null },
            { when: `${late()} OR ${lateAtBest()}`, state: STATE.unknown, reason: REASON.dateOnly },
          ]
        : [{ when: late(), state: STATE.breached, reason: null }];
      return outcomeOf(
        [
          { when: `NOT ${scope}`, state: STATE.excluded, reason: REASON.outOfScope },
          { when: `${reason} IS NOT NULL`, state: STATE.unknown, reason },
          ...ends,
          { when: `${e0} IS NULL`, state: STATE.pending, reason: null },
        ],
        STATE.met,
      );
    },
    get risk() {
      const used = ({ risk, place }: Limit) =>
        held === null ? risk(a0) : riskAfter(held.worst.taken, a0, place, context);
      return `${e0} IS NULL AND ${each(used)}`;
    },
    get elapsed() {
      const same = [
        [s0, s1],
        [e0, e1],
        [held?.worst.taken, held?.best.taken],
      ];
      const exact = same.flatMap(([first, last]) => (first === last ? [] : [`${first} = ${last}`]));
      const decided = [`${e0} IS NOT NULL`, scope, `${reason} IS NULL`, ...exact].join(' AND ');
      return `CASE WHEN ${decided}
    THEN ${each((limit) => limit.elapsed(a0, z1))}${held === null ? '' : ` - ${held.worst.taken}`} END`;
    },
    get due() {
      return due ? `CASE WHEN ${s0} IS NOT NULL THEN ${dueOf(a0, held?.worst.delay ?? null)} END` : none;
    },
    get x0() {
      return mid === null ? none : delay(a0, m(), z1);
    },
    get x1() {
      return mid === null ? none : delay(m(), z1, e1);
    },
  };
}

/**
 * The leads, with the first activity of each that can have stopped its clock where the plan asks for one, and
 * with how long it stood still where it may.
 */
export function timedSource(plan: TimedPlan, context: JudgeContext): string {
  const { pause } = plan;
  const rows = stoppedSource(plan, context);
  return pause === undefined ? rows : `${rows} ${holdRows(plan, pause, context)}`;
}
