import type { LoadedCalendar, Terms } from '../../model/judge.ts';
import type { JudgeContext } from './context.ts';
import { localDay, offsetMicros, toUtcLast } from './local.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';
import type { Lookups } from './lookups.ts';

/** What one time limit says of one start, as SQL expressions. */
export interface Limit {
  /** True where an instant comes after due. */
  readonly late: (start: string, stop: string) => string;
  /** True where as-of has used up the fraction of the time from which a case is at risk. */
  readonly risk: (start: string) => string;
  /** Business time where the limit is in business units, else wall time. */
  readonly elapsed: (start: string, stop: string) => string;
  readonly due: (start: string) => string;
}

/** The limit of one segment's terms. */
export function limitOf(terms: Terms, context: JudgeContext, lookups: Lookups): Limit {
  const { within } = terms;
  const { asOf, atRisk, zone } = context;
  const wall = (start: string, stop: string) => `${stop} - ${start}`;
  switch (within.unit) {
    case 'elapsed':
      return {
        late: (start, stop) => `${stop} > ${start} + ${within.micros}`,
        risk: (start) => usedUp(`${asOf} - ${start}`, atRisk, within.micros),
        elapsed: wall,
        due: (start) => `${start} + ${within.micros}`,
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
      };
    }
    case 'business-time': {
      const calendar = calendarOf(terms, context);
      const position = (start: string) => `${lookups.openAtStart(calendar, start)} + ${within.micros}`;
      return {
        late: (start, stop) => `${lookups.openAtStop(calendar, stop).before} >= ${position(start)}`,
        risk: (start) =>
          usedUp(`${calendar.openAtAsOf} - ${lookups.openAtStart(calendar, start)}`, atRisk, within.micros),
        elapsed: (start, stop) =>
          `${lookups.openAtStop(calendar, stop).at} - ${lookups.openAtStart(calendar, start)}`,
        due: (start) => lookups.instant(calendar, start, within.micros),
      };
    }
    case 'business-days': {
      const calendar = calendarOf(terms, context);
      const closing = (start: string) =>
        lookups.closing(calendar, localDay(calendar.table.zone, start, context), within.days);
      return {
        late: (start, stop) => `${stop} > ${closing(start).close}`,
        risk: (start) => {
          const open = lookups.openAtStart(calendar, start);
          return usedUp(`${calendar.openAtAsOf} - ${open}`, atRisk, `(${closing(start).pos} - ${open})`);
        },
        elapsed: (start, stop) =>
          `${lookups.openAtStop(calendar, stop).at} - ${lookups.openAtStart(calendar, start)}`,
        due: (start) => closing(start).close,
      };
    }
  }
}

/**
 * Whether that fraction of a time is used up. In whole microseconds where the fraction is one of
 * thousandths: a decimal would be reckoned with 128 bits, row by row.
 */
function usedUp(spent: string, fraction: number, time: number | string): string {
  const thousandths = Math.round(fraction * 1000);
  if (String(thousandths / 1000) !== String(fraction)) return `${spent} >= ${fraction} * ${time}`;
  if (typeof time === 'string') return `1000 * (${spent}) >= ${thousandths} * ${time}`;
  return `${spent} >= ${(BigInt(thousandths) * BigInt(time) + 999n) / 1000n}`;
}

/** One expression over all terms, chosen by the number of the segment that matched. */
export function bySegment(expressions: readonly string[], seg = 'seg'): string {
  const [only, ...rest] = expressions;
  if (only === undefined) throw new Error('Terms are never empty');
  if (rest.every((expression) => expression === only)) return only;
  const branches = rest.map((expression, i) => `WHEN ${i + 1} THEN ${expression}`);
  return `CASE ${seg} ${branches.join(' ')} ELSE ${only} END`;
}

function calendarOf(terms: Terms, context: JudgeContext): LoadedCalendar {
  const calendar = terms.calendar === null ? undefined : context.calendars[terms.calendar];
  if (!calendar) throw new Error(`A limit of ${terms.within.text} has no calendar`);
  return calendar;
}
