import type { CaseState, Reason } from '../../src/model/compliance.ts';
import type { RawAgreement, RawPromise, RawStage } from './agreement.ts';
import type { CalendarWalk } from './calendar.ts';
import type { Moment } from './cell.ts';
import { holds, type Row } from './condition.ts';
import type { Read } from './source.ts';
import { type Limit, limitOf } from './limit.ts';
import type { ZoneWalk } from './zone.ts';

/** The first and the last instant that a cell can mean, both included. */
export interface Ends {
  readonly first: number;
  readonly last: number;
}

/** One lead under one promise, before waivers and periods. Instants and times are microseconds. */
export interface Judgement {
  readonly lead: string;
  readonly row: Row;
  readonly segment: string | null;
  readonly state: CaseState;
  readonly reason: Reason | null;
  readonly atRisk: boolean;
  readonly start: Ends | null;
  readonly due: number | null;
  /** Due of the last instant that the start can mean. */
  readonly lastDue: number | null;
  readonly stop: Ends | null;
  readonly elapsed: number | null;
  /** What the case adds to a count or a sum. */
  readonly amount: number;
  readonly system: number | null;
  readonly human: number | null;
  readonly touches: number | null;
  readonly early: boolean;
}

/** What a kind needs to judge its cases. */
export interface Bench {
  readonly agreement: RawAgreement;
  readonly promise: RawPromise;
  readonly asOf: number;
  readonly zone: ZoneWalk;
  readonly leads: readonly Read[];
  readonly activities: Readonly<Record<string, readonly Read[]>>;
  readonly records: readonly Read[];
  calendar(id: string | undefined): CalendarWalk | null;
}

const NOTHING = {
  segment: null,
  reason: null,
  atRisk: false,
  due: null,
  lastDue: null,
  stop: null,
  elapsed: null,
  amount: 1,
  system: null,
  human: null,
  touches: null,
  early: false,
} as const;

export function judgement(
  { key, row }: Read,
  start: Ends | null,
  state: CaseState,
  rest: Partial<Judgement> = {},
): Judgement {
  return { ...NOTHING, lead: key, row, start, state, ...rest };
}

function reached(stage: RawStage | undefined, row: Row, agreement: RawAgreement): Moment | null {
  if (!stage || !holds(stage.when, row, agreement)) return null;
  return (row[stage.at] ?? null) as Moment | null;
}

/** A stage as the start of a clock: an ambiguous local time is its first occurrence. */
export function startOf(id: string, row: Row, agreement: RawAgreement): Ends | null {
  const moment = reached(agreement.stages[id], row, agreement);
  return moment && startEnds(moment);
}

/** A stage as the stop of a clock: an ambiguous local time is its last occurrence. */
export function stopOf(id: string, row: Row, agreement: RawAgreement): Ends | null {
  const moment = reached(agreement.stages[id], row, agreement);
  return moment && stopEnds(moment);
}

export const startEnds = ({ first, last, wholeDay }: Moment): Ends => ({
  first,
  last: wholeDay ? last - 1 : first,
});

export const stopEnds = ({ first, last, wholeDay }: Moment): Ends =>
  wholeDay ? { first, last: last - 1 } : { first: last, last };

/** The terms of the first segment that matches, else the promise's own. */
export interface TermsOf {
  readonly segment: string | null;
  readonly limit: Limit;
  readonly calendar: CalendarWalk | null;
  readonly atLeast: number;
}

export function termsOf(row: Row, bench: Bench): TermsOf {
  const { promise, agreement, zone } = bench;
  const own = promise.response ?? promise.attempts;
  if (!own) throw new Error(`${promise.id} has no time limit`);
  const segment = promise.segments?.find(({ where }) => holds(where, row, agreement));
  const calendar = bench.calendar(segment?.calendar ?? own.calendar);
  return {
    segment: segment?.id ?? null,
    limit: limitOf(segment?.within ?? own.within, calendar, calendar?.zone ?? zone),
    calendar,
    atLeast: segment?.at_least ?? promise.attempts?.at_least ?? 1,
  };
}

/** `80%` in hundredths. */
export const percent = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Number(text.replace('%', ''));
