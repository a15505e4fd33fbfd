import { type CalendarWalk, dueAfterDays, dueAfterOpen, openBetween } from './calendar.ts';
import { DAY, dayAt, localAt, SECOND, shownAt, type ZoneWalk } from './zone.ts';

/** A time limit on a clock. All instants and times are microseconds. */
export interface Limit {
  due(start: number): number | null;
  /** Business time where the limit is in business units, else wall time. */
  elapsed(start: number, stop: number): number;
  /** Whether so much of the time, in hundredths, is used up at an instant, of which so much was on hold. */
  used(start: number, at: number, percent: number, held?: number): boolean;
  /** Due where the clock has stood still for so long. */
  later(start: number, held: number): number;
}

/** One that counts from the start. */
export interface TimeLimit extends Limit {
  due(start: number): number;
}

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };

/** `90 business minutes`, of hours, minutes or seconds. */
export function durationOf(text: string): number {
  const [amount = '', ...words] = text.split(' ');
  return Number(amount) * (SECONDS[(words.at(-1) ?? '').replace(/s$/, '')] ?? 0) * SECOND;
}

/** `zone` is that of calendar days: the calendar's, else the agreement's. */
export function limitOf(text: string, calendar: CalendarWalk | null, zone: ZoneWalk): TimeLimit {
  const [amount = '', ...words] = text.split(' ');
  const unit = (words.at(-1) ?? '').replace(/s$/, '');
  const n = Number(amount);
  const wall = (start: number, stop: number) => stop - start;
  if (words[0] === 'calendar') {
    const due = (start: number) => shownAt(zone, localAt(zone, start) + n * DAY).last;
    return {
      due,
      elapsed: wall,
      used: (start, at, percent, held = 0) => atLeast(at - start - held, percent, due(start) - start),
      later: (start, held) => due(start) + held,
    };
  }
  const micros = durationOf(text);
  if (words[0] !== 'business') {
    return {
      due: (start) => start + micros,
      elapsed: wall,
      used: (start, at, percent, held = 0) => atLeast(at - start - held, percent, micros),
      later: (start, held) => start + micros + held,
    };
  }
  if (calendar === null) throw new Error('Business time needs a calendar');
  const open = (start: number, stop: number) => openBetween(calendar, start, stop);
  const due =
    unit === 'day'
      ? (start: number) => dueAfterDays(calendar, start, n)
      : (start: number) => dueAfterOpen(calendar, start, micros);
  return {
    due,
    elapsed: open,
    used: (start, at, percent, held = 0) =>
      atLeast(open(start, at) - held, percent, unit === 'day' ? open(start, due(start)) : micros),
    later: (start, held) => (held === 0 ? due(start) : dueAfterOpen(calendar, due(start), held)),
  };
}

/** The deadline that a row holds itself; null where the cell is blank, and then nobody asks further. */
export const limitInRow = (due: number | null): Limit => ({
  due: () => due,
  elapsed: (start, stop) => stop - start,
  used: (start, at, percent) => atLeast(at - start, percent, (due ?? start) - start),
  later: () => due ?? 0,
});

/** In whole numbers: used >= percent / 100 * whole. */
function atLeast(used: number, percent: number, whole: number): boolean {
  return BigInt(used) * 100n >= BigInt(percent) * BigInt(whole);
}

/** The local date of an instant as the touches of a day are counted. */
export const touchDay = (calendar: CalendarWalk | null, zone: ZoneWalk, at: number): number =>
  dayAt(calendar?.zone ?? zone, at);
