import type { CaseState, Reason } from '../../src/model/compliance.ts';
import type { RawAgreement, RawPromise, RawStage } from './agreement.ts';
import type { CalendarWalk } from './calendar.ts';
import type { Moment } from './cell.ts';
import { holds, type Row } from './condition.ts';
import { type Limit, limitInRow, limitOf } from './limit.ts';
import type { Read } from './source.ts';
import type { ZoneWalk } from './zone.ts';

/** The first and the last instant that a cell can mean, both included. */
export interface Ends {
  readonly first: number;
  readonly last: number;
}

/** One lead under one promise, before waivers and periods. Instants and times are microseconds. */
export interface Judgement {
  readonly lead: string;
  readonly handOver: number | null;
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
  /** How long its clock stood still, at worst. */
  readonly held: number;
  /** What the case adds to a count or a sum. */
  readonly amount: number;
  readonly system: number | null;
  readonly human: number | null;
  readonly touches: number | null;
  readonly early: boolean;
  /** Nothing dates it: it belongs to no period. */
  readonly undated: boolean;
}

/** What a kind needs to judge its cases. */
export interface Bench {
  /** Dates after as-of are stray. */
  readonly hasStray: boolean;
  readonly agreement: RawAgreement;
  readonly promise: RawPromise;
  readonly asOf: number;
  readonly zone: ZoneWalk;
  readonly leads: readonly Read[];
  /** Where the leads are hand-overs, the field of their date. */
  readonly handedOver: string | undefined;
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
  held: 0,
  amount: 1,
  system: null,
  human: null,
  touches: null,
  early: false,
  undated: false,
} as const;

export function judgement(
  { key, handOver, row }: Read,
  start: Ends | null,
  state: CaseState,
  rest: Partial<Judgement> = {},
): Judgement {
  return { ...NOTHING, lead: key, handOver, row, start, state, ...rest };
}

function reached(stage: RawStage | undefined, row: Row, agreement: RawAgreement): Moment | null {
  if (!stage || !holds(stage.when, row, agreement)) return null;
  const moment = (row[stage.at] ?? null) as Moment | null;
  return moment?.later ? null : moment;
}

/** A stage as the start of a clock: an ambiguous local time is its first occurrence. A date that hand-overs share starts one. */
export function startOf(id: string, lead: Read, bench: Bench): Ends | null {
  const moment = reached(bench.agreement.stages[id], lead.row, bench.agreement);
  return moment && isToldOf(lead, id, bench) ? startEnds(moment) : null;
}

/** Whether the condition of a stage holds, and its date is blank. */
export function isWithoutDate(id: string, { row }: Read, { agreement }: Bench): boolean {
  const stage = agreement.stages[id];
  return stage?.when !== undefined && holds(stage.when, row, agreement) && (row[stage.at] ?? null) === null;
}

/** Whether a start, or a stop that stands for it, is one that is not taken for the present. */
export const isStray = (at: Ends | null, { hasStray, asOf }: Bench): boolean =>
  hasStray && at !== null && at.first > asOf;

/** Whether the start is there, though it may be told of another hand-over. */
export const hasStart = (id: string, { row }: Read, { agreement }: Bench): boolean =>
  reached(agreement.stages[id], row, agreement) !== null;

/** A stage as the stop of a clock: an ambiguous local time is its last occurrence. */
export function stopOf(id: string, { row }: Read, { agreement }: Bench): Ends | null {
  const moment = reached(agreement.stages[id], row, agreement);
  return moment && stopEnds(moment);
}

/** The same, but not where it is told of another hand-over and came before this one began. */
export function endOf(id: string, lead: Read, start: Ends | null, bench: Bench): Ends | null {
  const stop = stopOf(id, lead, bench);
  if (stop === null || isToldOf(lead, id, bench)) return stop;
  return start !== null && stop.last >= start.first ? stop : null;
}

/**
 * Of the hand-overs of a lead that have one date at a stage, the latest that began before it, or on its day, is the one of which it is
 * told; where none did, the first of them.
 */
export function isToldOf(lead: Read, id: string, { leads, agreement, handedOver }: Bench): boolean {
  const stage = agreement.stages[id];
  const moment = reached(stage, lead.row, agreement);
  if (handedOver === undefined || moment === null) return true;
  const sharing = leads.filter(
    (other) => other.key === lead.key && reached(stage, other.row, agreement)?.first === moment.first,
  );
  const followed = sharing.filter((other) => {
    const began = (other.row[handedOver] ?? null) as Moment | null;
    const at = reached(stage, other.row, agreement);
    return began !== null && at !== null && began.first <= stopEnds(at).last;
  });
  const places = (some: readonly Read[]) => some.map(({ handOver }) => handOver ?? 0);
  const told = followed.length > 0 ? Math.max(...places(followed)) : Math.min(...places(sharing));
  return lead.handOver === told;
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
  /** Whether it is due on a day that its row holds, at no time of it. */
  readonly dueOnDay: boolean;
}

export function termsOf(row: Row, bench: Bench): TermsOf {
  const { promise, agreement, zone } = bench;
  const own = promise.response ?? promise.attempts;
  if (!own) throw new Error(`${promise.id} has no time limit`);
  const segment = promise.segments?.find(({ where }) => holds(where, row, agreement));
  const calendar = bench.calendar(segment?.calendar ?? own.calendar);
  const within = segment?.within ?? own.within;
  return {
    segment: segment?.id ?? null,
    limit:
      within === undefined
        ? limitInRow(deadlineOf(row, promise.response?.by ?? ''))
        : limitOf(within, calendar, calendar?.zone ?? zone),
    calendar,
    dueOnDay: within === undefined && isDay(row, promise.response?.by ?? ''),
    atLeast: segment?.at_least ?? promise.attempts?.at_least ?? 1,
  };
}

/** The last instant that the cell can mean: of a date its end. A deadline that lies ahead is known all the same. */
const deadlineOf = (row: Row, field: string): number | null =>
  ((row[field] ?? null) as Moment | null)?.last ?? null;

const isDay = (row: Row, field: string): boolean =>
  ((row[field] ?? null) as Moment | null)?.wholeDay ?? false;

/** `80%` in hundredths. */
export const percent = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Number(text.replace('%', ''));

/** Why the data can't tell of a case that rests on a date after as-of. */
export const laterReason = ({ hasStray }: Bench): Reason => (hasStray ? 'stray-date' : 'after-as-of');
