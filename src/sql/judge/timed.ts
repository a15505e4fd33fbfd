import type { ActivityRef, StageRef, TimedPlan } from '../../model/judge.ts';
import {
  activityRows,
  type CaseColumns,
  flag,
  hasRange,
  laterReason,
  outcomeOf,
  REASON,
  rowOf,
  STATE,
  sameLead,
  segmentOf,
} from './base.ts';
import type { JudgeContext } from './context.ts';
import { deadlineEnd, endAfter, isWithoutDate, noMicros, startEnds, stopEnds } from './expressions.ts';
import { type Layers, LEVEL } from './layers.ts';
import { bySegment } from './row-calendar.ts';
import { startedBy } from './starts.ts';
import { limitsOf } from './terms.ts';

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
 * data can't tell. A case without a stop is judged at as-of.
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
  const stop = isActivity(plan.stop)
    ? { earliest: 'f.e0', latest: 'f.e1' }
    : endAfter(start.earliest, plan.stop, context);
  const [e0, e1] = [own(stop.earliest), own(stop.latest)];
  const mid = plan.splitAt === null ? null : own(stopEnds(plan.splitAt, context).earliest);
  const seg = own(segmentOf(plan.terms, context));
  const limits = limitsOf(plan.terms, context, layers.lookups, {
    seg,
    deadline: (column) => own(deadlineEnd(column, context)),
  });
  const each = (part: (limit: (typeof limits)[number]) => string) => clock(bySegment(limits.map(part), seg));
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
  const late = () => each((limit) => limit.late(a0, z1));
  const hasEnds = hasRange(plan.start, context) || context.dateOnly.has(plan.stop.time);
  const lateAtBest = () => {
    const a1 = end(`coalesce(${s1}, ${e0}, ${context.asOf})`);
    const z0 = end(`coalesce(${e0}, ${context.asOf})`);
    return each((limit) => limit.late(a1, z0));
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
      return `${e0} IS NULL AND ${each((limit) => limit.risk(a0))}`;
    },
    get elapsed() {
      const exact = [...(s0 === s1 ? [] : [`${s0} = ${s1}`]), ...(e0 === e1 ? [] : [`${e0} = ${e1}`])];
      const decided = [`${e0} IS NOT NULL`, scope, `${reason} IS NULL`, ...exact].join(' AND ');
      return `CASE WHEN ${decided}
    THEN ${each((limit) => limit.elapsed(a0, z1))} END`;
    },
    get due() {
      return due ? `CASE WHEN ${s0} IS NOT NULL THEN ${each((limit) => limit.due(a0))} END` : none;
    },
    get x0() {
      return mid === null ? none : delay(a0, m(), z1);
    },
    get x1() {
      return mid === null ? none : delay(m(), z1, e1);
    },
  };
}

/** The leads, with the first activity of each that can have stopped its clock where the plan asks for one. */
export function timedSource({ start, stop }: TimedPlan, context: JudgeContext): string {
  const leads = `${context.dialect.identifier(context.leads)} l`;
  return isActivity(stop)
    ? `${leads} LEFT JOIN ${activityRows(firstActivitiesSql(start, stop, context), context)} f ON ${sameLead('f', 'l', context)}`
    : leads;
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

export const isActivity = (stop: StageRef | ActivityRef): stop is ActivityRef => 'table' in stop;
