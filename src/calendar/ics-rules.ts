import type ICAL from 'ical.js';
import { MICROS_PER_DAY } from './day.ts';
import type { Moment, ReadTime } from './ics-times.ts';
import type { Recurrence } from './recurrence.ts';

type Property = InstanceType<typeof ICAL.Property>;
type Recur = InstanceType<typeof ICAL.Recur>;

const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'] as const;

/** The parts that name days; rules that name hours are not read. */
const PARTS = /^BY(?:MONTH|WEEKNO|YEARDAY|MONTHDAY|DAY|SETPOS)$/;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A rule as the parser gives it, for an event that starts at a time; null for one that is not read. */
export function recurrenceOf(property: Property, start: Moment, read: ReadTime): Recurrence | null {
  const rule = property.getFirstValue() as Recur;
  const freq = FREQUENCIES.find((each) => each === rule.freq);
  const parts = rule.parts as Readonly<Record<string, readonly (string | number)[]>>;
  if (freq === undefined || !Object.keys(parts).every((part) => PARTS.test(part))) return null;
  const numbers = (part: string): readonly number[] => (parts[part] ?? []).map(Number);
  return {
    freq,
    interval: Math.max(1, rule.interval),
    until: rule.until ? untilDay(read(rule.until, null), start) : null,
    count: rule.count ?? null,
    // The parser counts from Sunday, which is 1.
    weekStart: (rule.wkst + 5) % 7,
    months: numbers('BYMONTH'),
    weeks: numbers('BYWEEKNO'),
    yearDays: numbers('BYYEARDAY'),
    monthDays: numbers('BYMONTHDAY'),
    weekdays: (parts.BYDAY ?? []).map((each) => {
      const [, nth = '', day = ''] = /^([+-]?\d*)([A-Z]{2})$/.exec(String(each)) ?? [];
      return { nth: Number(nth), day: WEEKDAYS.indexOf(day) };
    }),
    positions: numbers('BYSETPOS'),
  };
}

/** The last date on which an event may begin that ends its rule at a moment. */
function untilDay(until: Moment, start: Moment): number {
  const shift = until.clocks?.utc === true && start.clocks !== null && !start.clocks.utc;
  const wall = shift ? (start.clocks?.toWall(until.wall) ?? until.wall) : until.wall;
  const day = Math.floor(wall / MICROS_PER_DAY);
  const time = start.wall - Math.floor(start.wall / MICROS_PER_DAY) * MICROS_PER_DAY;
  return until.isDate || wall - day * MICROS_PER_DAY >= time ? day : day - 1;
}
