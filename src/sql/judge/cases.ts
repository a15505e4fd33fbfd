import type { CasePlan, TallyPlan, WaiverRef } from '../../model/judge.ts';
import { piecewise } from '../piecewise.ts';
import { attemptsCases, attemptsColumns } from './attempts.ts';
import {
  type CaseColumns,
  carried,
  carriedNames,
  EXCUSED,
  isAlways,
  REASON,
  STATE,
  waivedFlag,
  within,
} from './base.ts';
import { type JudgeContext, NONE_HELD } from './context.ts';
import { noMicros, type Spelling } from './expressions.ts';
import { heldOf } from './held.ts';
import { Layers, LEVEL } from './layers.ts';
import { ratioCases } from './ratio.ts';
import { tallyCases } from './tally.ts';
import { type CaseDetail, timedCases, timedSource } from './timed.ts';

/**
 * The cases of one promise, one row a case: `key, b0.., owner (and hand_over where leads have several), s0,
 * s1, e0, e1, seg, raw, raw_reason, state, reason, waived, risk, elapsed, due, amount, x0, x1,
 * period`. Times are UTC microseconds; `raw` is the state before waivers; `period` is the index of the
 * period to which the case is booked, from 0, and behind the last for a case that nothing dates. Cases that
 * another version judges are left out.
 */
export function casesSql(plan: CasePlan, known: JudgeContext, detail: CaseDetail): string {
  const context = detail.due ? { ...known, heldCases: NONE_HELD } : known;
  const layers = new Layers(context);
  const cases = caseColumns(plan, context, detail, layers);
  const { s0, s1, e0, e1, seg, raw, rawReason, elapsed, due, amount, x0, x1 } = cases;
  const { state, reason, waived, risk, period } = cases;
  const named = Object.entries({
    s0,
    s1,
    e0,
    e1,
    seg,
    raw,
    raw_reason: rawReason,
    waived,
    state,
    reason,
    risk,
  });
  named.push(...Object.entries({ elapsed, due, amount, x0, x1, period }));
  const rows = layers.over(sourceOf(plan, context), carriedOf(plan, context));
  return `
SELECT ${carriedNames(context)}${isDistinct(plan) ? ', told' : ''}, ${named.map(([name, sql]) => `${sql} AS ${name}`).join(', ')}
FROM (${rows})
WHERE ${cases.booked}`;
}

/** A promise's cases with what waivers, versions and periods make of them. */
export interface BookedCases extends Omit<CaseColumns, 'outcome'> {
  /** Before waivers and versions. */
  readonly raw: string;
  readonly rawReason: string;
  readonly waived: string;
  readonly state: string;
  readonly reason: string;
  /** The instant that decides the version: its start, or its stop where it has none. */
  readonly start: string;
  /** Index of the period, null outside of all; behind the last for a case that nothing dates. */
  readonly period: string;
  /** Of the start alone; null where there is none. */
  readonly startPeriod: string;
  /** Whether a start lies in the time in force. */
  readonly inForce: string;
  /** Whether the row is a case in force within the periods. */
  readonly booked: string;
  /** Whether the case is neither waived nor excused nor of no version. */
  readonly counted: string;
  /**
   * Terms of a sum that tells state, reason and risk, where no case is waived, excused or of no version; else
   * null.
   */
  weighed(ofState: number, ofReason: number, ofRisk: number): readonly string[] | null;
}

/** All but the literals are columns of the layers, or of the table that holds the cases. */
export function caseColumns(
  plan: CasePlan,
  context: JudgeContext,
  detail: CaseDetail,
  layers: Layers,
): BookedCases {
  const held = heldOf(plan, context);
  return held ? { ...held.columns, weighed: () => null } : madeColumns(plan, context, detail, layers);
}

/** Long because each column of a case rests on those above it. */
function madeColumns(plan: CasePlan, context: JudgeContext, detail: CaseDetail, layers: Layers): BookedCases {
  const shape = shapeOf(plan, context, { ...detail, due: detail.due || context.bookBy === 'due' }, layers);
  const state = (sql: string) => layers.column(LEVEL.states, sql);
  const { s0, e0 } = shape;
  // A column of its own, because a condition in place with an OR in it is sorted out row by row.
  const exists = layers.column(LEVEL.ends, shape.exists);
  const start = layers.column(LEVEL.ends, `coalesce(${s0}, ${e0})`);
  const booked = context.bookBy === 'due' ? state(`coalesce(${shape.due} - 1, ${start})`) : start;
  const isWaived = layers.column(LEVEL.ends, waived(context, s0));
  // What is due at 24:00 is due on the day that ends then. Nobody knows the version of a case that nothing dates, nor its period.
  const undated = layers.column(LEVEL.ends, shape.undated);
  const dated = (sql: string) =>
    undated === 'false' || sql === 'false' ? sql : `(NOT ${undated} AND ${sql})`;
  const orphan = layers.column(LEVEL.ends, dated(within(start, context.orphans)));
  const startPeriod = () => layers.column(LEVEL.ends, periodOf(s0, context));
  // Promises that start alike share the period of the start; few rows have a stop alone.
  const datedPeriod = () => {
    if (context.bookBy === 'due') return layers.column(LEVEL.booking, periodOf(booked, context));
    if (e0 === noMicros(context)) return startPeriod();
    const either = `CASE WHEN ${s0} IS NOT NULL THEN ${startPeriod()} ELSE ${periodOf(e0, context)} END`;
    return layers.column(LEVEL.booking, either);
  };
  const behind = Math.max(0, context.boundaries.length - 1);
  const period = () =>
    undated === 'false'
      ? datedPeriod()
      : layers.column(LEVEL.booking, `CASE WHEN ${undated} THEN ${behind} ELSE ${datedPeriod()} END`);
  const spans = within(start, [context.inForce, ...context.orphans]);
  const dates = undated === 'false' ? spans : layers.column(LEVEL.ends, `${undated} OR ${spans}`);
  const inForce = isAlways(context.inForce) ? 'true' : dates;
  const raw = () => state(shape.outcome.state);
  const rawReason = () => state(shape.outcome.reason);
  const excused = () =>
    isWaived === 'false'
      ? 'false'
      : state(excuses(plan, isWaived, { raw: raw(), amount: shape.amount }, context));
  // The other side is the reason.
  const caused = () => {
    if (!context.excused) return 'false';
    const named = `${EXCUSED} IS NOT NULL AND ${raw()} = ${STATE.breached}`;
    return state(excuses(plan, named, { raw: raw(), amount: shape.amount }, context));
  };
  const setAside = () =>
    [orphan, excused(), caused()].filter((sql) => sql !== 'false').join(' OR ') || 'false';
  // Neither a waiver nor an excuse nor the lack of a version changes what the rows say.
  const isAlone = isWaived === 'false' && orphan === 'false' && !context.excused;
  return {
    ...{
      s0,
      s1: shape.s1,
      lastDue: shape.lastDue ?? shape.s1,
      e0,
      e1: shape.e1,
      seg: shape.seg,
      exists,
      undated,
      amount: shape.amount,
      waived: isWaived,
      start,
      period: period(),
      inForce,
    },
    booked: [exists, ...(inForce === 'true' ? [] : [inForce]), `${period()} IS NOT NULL`].join(' AND '),
    get counted() {
      return isAlone ? 'true' : `NOT (${setAside()})`;
    },
    weighed: (ofState, ofReason, ofRisk) => {
      if (!isAlone) return null;
      const outcome = state(shape.outcome.weighed(ofState, ofReason));
      if (shape.risk === 'false') return [outcome];
      const atRisk = `${state(shape.risk)} AND ${outcome} = ${STATE.pending * ofState}`;
      return [outcome, `CASE WHEN ${atRisk} THEN ${ofRisk} ELSE 0 END`];
    },
    get startPeriod() {
      return startPeriod();
    },
    get raw() {
      return raw();
    },
    get rawReason() {
      return rawReason();
    },
    get state() {
      if (isAlone) return raw();
      return `CASE WHEN ${setAside()} THEN ${STATE.excluded} ELSE ${raw()} END`;
    },
    get reason() {
      if (isAlone) return rawReason();
      const branches = [
        [orphan, REASON.noVersion],
        [excused(), REASON.waived],
        [caused(), REASON.excused],
      ] as const;
      const told = branches.flatMap(([sql, code]) => (sql === 'false' ? [] : `WHEN ${sql} THEN ${code}`));
      return `CASE ${told.join(' ')} ELSE ${rawReason()} END`;
    },
    get risk() {
      if (shape.risk === 'false') return 'false';
      return `(${state(shape.risk)} AND ${raw()} = ${STATE.pending} AND NOT ${isWaived} AND NOT ${orphan})`;
    },
    get elapsed() {
      return state(shape.elapsed);
    },
    get due() {
      return state(shape.due);
    },
    get x0() {
      return state(shape.x0);
    },
    get x1() {
      return state(shape.x1);
    },
  };
}

/** The rows from which a plan's cases are made; plans with one source can be judged together. */
export function sourceOf(plan: CasePlan, context: JudgeContext): string {
  const held = heldOf(plan, context);
  if (held) return `${context.dialect.identifier(held.table)} l`;
  switch (plan.shape) {
    case 'tally':
    case 'ratio':
      return `${context.dialect.identifier(context.leads)} l`;
    case 'timed':
      return timedSource(plan, context);
    case 'attempts':
      return `(${attemptsCases(plan, context)}) l`;
  }
}

/** Whether different values are counted: then each case carries its own as `told`. */
export const isDistinct = (plan: CasePlan): plan is TallyPlan & { readonly distinct: string } =>
  plan.shape === 'tally' && plan.distinct !== null;

/** The columns that every case carries along. */
export function carriedOf(plan: CasePlan, context: JudgeContext): string {
  if (heldOf(plan, context)) return 'l.*';
  if (plan.shape === 'attempts') return carriedNames(context);
  const values = isDistinct(plan) ? [`l.${context.dialect.identifier(plan.distinct)} AS told`] : [];
  return [carried(context), ...values].join(', ');
}

function shapeOf(plan: CasePlan, context: JudgeContext, detail: CaseDetail, layers: Layers): CaseColumns {
  switch (plan.shape) {
    case 'tally':
      return tallyCases(plan, context, layers);
    case 'ratio':
      return ratioCases(plan, context, layers);
    case 'timed':
      return timedCases(plan, context, detail, layers);
    case 'attempts':
      return attemptsColumns(plan, context, layers);
  }
}

function periodOf(instant: string, { boundaries }: JudgeContext): string {
  const last = boundaries.length - 1;
  const values = boundaries.map((_, i) => (i === last ? 'NULL' : String(i)));
  return piecewise(instant, boundaries, ['NULL', ...values]);
}

function waived(context: JudgeContext, start: string): string {
  if (context.waivers.length === 0) return 'false';
  return `coalesce(${context.waivers.map((waiver) => waiverTest(waiver, start, context)).join(' OR ')}, false)`;
}

/** Whether a waiver names a case by its lead, its start or its row, and holds at its start. */
export function waiverTest(
  { leads, when, span, until }: WaiverRef,
  start: string,
  spelling: Spelling,
): string {
  const byKey = leads.length === 0 ? [] : [keyIn(leads, spelling)];
  const bySpan = span === null ? [] : [within(start, [span])];
  const byRow = when === null ? [] : [waivedFlag(when)];
  const inTime = until === null ? [] : [`${start} < ${until}`];
  return `(${[...byKey, ...byRow, ...bySpan, ...inTime].join(' AND ')})`;
}

/**
 * Whether a case that a waiver names is excused: not where its state serves the target, so that no waiver
 * makes a kept promise a broken one; nor, in a share by weight, what weighs less than nought.
 */
export function excuses(
  plan: CasePlan,
  named: string,
  { raw, amount }: Weighed,
  { serves }: JudgeContext,
): string {
  const excused = `${named} AND ${raw} NOT IN (${STATE.excluded}, ${STATE[serves]})`;
  return plan.shape === 'ratio' && plan.amount !== null
    ? `(${excused} AND coalesce(${amount} >= 0, true))`
    : `(${excused})`;
}

/** A case's state before waivers, and what it weighs. */
interface Weighed {
  readonly raw: string;
  readonly amount: string;
}

export const keyIn = (keys: readonly string[], { dialect }: Spelling): string =>
  `key IN (${keys.map((key) => dialect.text(key)).join(', ')})`;
