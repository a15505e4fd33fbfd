import type { Terms } from '../../model/judge.ts';
import { type Duration, MICROS_PER_DAY } from '../../model/time.ts';
import type { JudgeContext } from './context.ts';
import { localDay, offsetMicros, toUtcLast } from './local.ts';
import type { Lookups } from './lookups.ts';
import { calendarOf, TermsByRow } from './row-calendar.ts';

/** What one time limit says of one start, as SQL expressions. */
export interface Limit {
  /** True where an instant comes after due. */
  readonly late: (start: string, stop: string) => string;
  /**
   * True where a stop that may have come at two instants comes after due at the first of them, where that is
   * another question: a day that follows the day of a deadline is late, though it begins when that one ends.
   */
  readonly lateAtBest?: (first: string, last: string) => string;
  /** True where as-of has used up the fraction of the time from which a case is at risk. */
  readonly risk: (start: string) => string;
  /** Business time where the limit is in business units, else wall time. */
  readonly elapsed: (start: string, stop: string) => string;
  readonly due: (start: string) => string;
  /** The same clock, where it may stand still. */
  readonly place: Place;
  /** The deadline that the row holds, null where it holds none; null of a limit that counts from the start. */
  readonly inRow: string | null;
}

/** Where a clock stands: open time where the limit is business time, else the instant itself. */
export interface Place {
  at(instant: string): string;
  readonly atAsOf: string;
  /** Where it is due that has started then, and has never stood still. */
  goal(start: string): string;
  /** The instant at which it is due that has started then, and has stood still for so long. */
  due(start: string, held: string): string;
}

/**
 * The limits of a promise's terms, by the number of the segment, which the column `seg` gives. They look
 * into the calendars together: a row looks into that of its own segment.
 */
export function limitsOf(
  terms: readonly Terms[],
  context: JudgeContext,
  lookups: Lookups,
  { seg, deadline }: RowTerms = NO_ROW_TERMS,
): readonly Limit[] {
  const byRow = new TermsByRow(terms, context, seg);
  return terms.map((each) =>
    each.within.unit === 'row'
      ? limitInRow(deadline(each.within.column), context)
      : { ...limitOf(each, each.within, { byRow, context, lookups }), inRow: null },
  );
}

/** What the rows say of their terms: the column of the segment's number, and how a deadline is read. */
export interface RowTerms {
  readonly seg: string;
  readonly deadline: (column: string) => Deadline;
}

/** The last instant of a deadline, and whether it is a day; null where none is. */
interface Deadline {
  readonly end: string;
  readonly isDay: string | null;
}

export const NO_ROW_TERMS: RowTerms = {
  seg: 'seg',
  deadline: (column) => {
    throw new Error(`Nothing reads the deadline ${column} here`);
  },
};

function limitInRow({ end: due, isDay }: Deadline, { asOf, atRisk }: JudgeContext): Limit {
  const ofDays = (first: string, last: string) =>
    `(${first} > ${due} OR (${first} = ${due} AND ${last} > ${first} AND ${isDay}))`;
  return {
    late: (_, stop) => `${stop} > ${due}`,
    ...(isDay === null ? {} : { lateAtBest: ofDays }),
    risk: (start) => usedUp(`${asOf} - ${start}`, atRisk, `(${due} - ${start})`),
    elapsed: (start, stop) => `${stop} - ${start}`,
    due: () => due,
    place: inWallTime(() => due, asOf),
    inRow: due,
  };
}

/** Long because all that is asked of a limit stands together, for one unit after the other. */
function limitOf(
  terms: Terms,
  within: Duration,
  { byRow, context, lookups }: { byRow: TermsByRow; context: JudgeContext; lookups: Lookups },
): Omit<Limit, 'inRow'> {
  const { asOf, atRisk, zone } = context;
  const wall = (start: string, stop: string) => `${stop} - ${start}`;
  const inOpenTime = (goal: Place['goal'], due: Place['due']): Place => ({
    at: (instant) => lookups.openAtStart(byRow.calendar(BUSINESS), instant),
    atAsOf: String(calendarOf(terms, context).openAtAsOf),
    goal,
    due,
  });
  switch (within.unit) {
    case 'elapsed':
      return {
        late: (start, stop) => `${stop} > ${start} + ${within.micros}`,
        risk: (start) => usedUp(`${asOf} - ${start}`, atRisk, within.micros),
        elapsed: wall,
        due: (start) => `${start} + ${within.micros}`,
        place: inWallTime((start) => `${start} + ${within.micros}`, asOf),
      };
    case 'calendar-days': {
      const own = terms.calendar === null ? zone : calendarOf(terms, context).table.zone;
      const due = (start: string) =>
        toUtcLast(own, `(${start} + ${offsetMicros(own, start)} + ${within.days * MICROS_PER_DAY})`);
      return {
        late: (start, stop) => `${stop} > ${due(start)}`,
        risk: (start) => usedUp(`${asOf} - ${start}`, atRisk, `(${due(start)} - ${start})`),
        elapsed: wall,
        due,
        place: inWallTime(due, asOf),
      };
    }
    case 'business-time': {
      const { openAtAsOf } = calendarOf(terms, context);
      const calendar = byRow.calendar(BUSINESS);
      return {
        late: (start, stop) =>
          `${lookups.openAtStop(calendar, stop).before} >= ${lookups.openAtStart(calendar, start)} + ${within.micros}`,
        risk: (start) =>
          usedUp(`${openAtAsOf} - ${lookups.openAtStart(calendar, start)}`, atRisk, within.micros),
        elapsed: (start, stop) =>
          `${lookups.openAtStop(calendar, stop).at} - ${lookups.openAtStart(calendar, start)}`,
        due: (start) => lookups.instant(byRow.calendar(TIME), start, byRow.of(TIME, microsOf)),
        place: inOpenTime(
          (start) => `${lookups.openAtStart(calendar, start)} + ${within.micros}`,
          (start, held) =>
            lookups.instant(byRow.calendar(TIME), start, `${byRow.of(TIME, microsOf)} + ${held}`),
        ),
      };
    }
    case 'business-days': {
      const { openAtAsOf } = calendarOf(terms, context);
      const calendar = byRow.calendar(BUSINESS);
      const dayOf = (start: string) =>
        byRow.of(DAYS, (each) => localDay(calendarOf(each, context).table.zone, start, context));
      const closing = (start: string) =>
        lookups.closing(byRow.calendar(DAYS), dayOf(start), byRow.of(DAYS, daysOf));
      return {
        late: (start, stop) => `${stop} > ${closing(start).close}`,
        risk: (start) => {
          const open = lookups.openAtStart(calendar, start);
          return usedUp(`${openAtAsOf} - ${open}`, atRisk, `(${closing(start).pos} - ${open})`);
        },
        elapsed: (start, stop) =>
          `${lookups.openAtStop(calendar, stop).at} - ${lookups.openAtStart(calendar, start)}`,
        due: (start) => closing(start).close,
        place: inOpenTime(
          (start) => closing(start).pos,
          (start, held) =>
            lookups.afterClosing(byRow.calendar(DAYS), dayOf(start), byRow.of(DAYS, daysOf), held),
        ),
      };
    }
  }
}

const inWallTime = (goal: Place['goal'], asOf: number): Place => ({
  at: (instant) => instant,
  atAsOf: String(asOf),
  goal,
  due: (start, held) => `${goal(start)} + ${held}`,
});

const TIME = ['business-time'] as const;
const DAYS = ['business-days'] as const;
const BUSINESS = [...TIME, ...DAYS] as const;

const microsOf = ({ within }: Terms): string => String(within.unit === 'business-time' ? within.micros : 0);
const daysOf = ({ within }: Terms): string => String(within.unit === 'business-days' ? within.days : 0);

/**
 * Whether that fraction of a time is used up. In whole microseconds where the fraction is one of
 * thousandths: a decimal would be reckoned with 128 bits, row by row.
 */
export function usedUp(spent: string, fraction: number, time: number | string): string {
  const thousandths = Math.round(fraction * 1000);
  if (String(thousandths / 1000) !== String(fraction)) return `${spent} >= ${fraction} * ${time}`;
  if (typeof time === 'string') return `1000 * (${spent}) >= ${thousandths} * ${time}`;
  return `${spent} >= ${(BigInt(thousandths) * BigInt(time) + 999n) / 1000n}`;
}
