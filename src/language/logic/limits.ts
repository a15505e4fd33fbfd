import { MICROS_PER_DAY, MICROS_PER_MINUTE } from '../../calendar/day.ts';
import type { CalendarDef } from '../../model/agreement.ts';
import type { Duration, Micros, Limit as Until, Window } from '../../model/time.ts';

/** A time limit as it is counted. */
export interface Limit {
  readonly within: Until;
  readonly calendar: CalendarDef | null;
}

/** No zone's clock moves by more on one day, days that a place skipped aside. */
const CLOCK_CHANGE = 3 * 60 * MICROS_PER_MINUTE;

const WEEK = 7 * MICROS_PER_DAY;

/** Whether a limit is reached later than another from every start; where that can't be told, false. */
export function surelyLonger(a: Limit, b: Limit): boolean {
  if (a.within.unit === 'row' || b.within.unit === 'row') return false;
  const sameCount = a.within.unit === b.within.unit && a.calendar?.id === b.calendar?.id;
  return sameCount ? size(a.within) > size(b.within) : shortest(a) > longest(b);
}

/** The least wall time from a start to its due, as far as that is sure. */
export function shortest({ within, calendar }: Limit): Micros {
  switch (within.unit) {
    case 'row':
      return 0;
    case 'elapsed':
      return within.micros;
    case 'calendar-days':
      return within.days * MICROS_PER_DAY - CLOCK_CHANGE;
    case 'business-time': {
      // A window over a change of the clock is longer than it says: one change is taken off for each.
      const week = openMinutes(calendar) * MICROS_PER_MINUTE + CLOCK_CHANGE;
      return Math.max(within.micros, hasWeek(calendar) ? (Math.ceil(within.micros / week) - 1) * WEEK : 0);
    }
    case 'business-days': {
      // From the end of the first date to the beginning of the last: the open days between, and the closed
      // ones among them.
      const between = within.days - 1;
      const open = hasWeek(calendar) ? openDays(calendar) : 7;
      const dates = Math.floor(between / open) * 7 + (between % open);
      return Math.max(0, dates * MICROS_PER_DAY - CLOCK_CHANGE);
    }
  }
}

/** The most wall time; holidays can make business time as long as they like. */
function longest({ within }: Limit): Micros {
  switch (within.unit) {
    case 'elapsed':
      return within.micros;
    case 'calendar-days':
      return within.days * MICROS_PER_DAY + CLOCK_CHANGE;
    case 'business-time':
    case 'business-days':
    case 'row':
      return Number.POSITIVE_INFINITY;
  }
}

const size = (within: Duration): number => ('days' in within ? within.days : within.micros);

/** Whether the week bounds what is open: a special opening could add to it. */
function hasWeek(calendar: CalendarDef | null): calendar is CalendarDef {
  return calendar !== null && calendar.open.length === 0 && openDays(calendar) > 0;
}

function openMinutes(calendar: CalendarDef | null): number {
  return fullest(calendar).reduce((sum, minutes) => sum + minutes, 0);
}

function openDays(calendar: CalendarDef | null): number {
  return fullest(calendar).filter((minutes) => minutes > 0).length;
}

/** By weekday, the most open minutes that it has, whatever the season. */
function fullest(calendar: CalendarDef | null): readonly number[] {
  const weeks = calendar === null ? [] : [calendar, ...calendar.seasons].map(({ week }) => week);
  const minutes = (windows: readonly Window[]): number =>
    windows.reduce((sum, { open, close }) => sum + close - open, 0);
  return Array.from({ length: 7 }, (_, day) => Math.max(0, ...weeks.map((week) => minutes(week[day] ?? []))));
}

/**
 * The longest time in a usual week during which a calendar is closed, and when in the week it begins: minutes,
 * from Monday 00:00.
 */
export function longestClosing({ week }: CalendarDef): { readonly from: number; readonly minutes: number } {
  const windows = week
    .flatMap((day, i) => day.map(({ open, close }) => ({ open: i * 1440 + open, close: i * 1440 + close })))
    .sort((a, b) => a.open - b.open);
  const [first] = windows;
  let longest = { from: 0, minutes: 0 };
  let closed = 0;
  windows.forEach(({ open, close }, i) => {
    closed = Math.max(closed, close);
    const next = windows[i + 1]?.open ?? (first?.open ?? open) + 7 * 1440;
    if (next - closed > longest.minutes) longest = { from: closed % (7 * 1440), minutes: next - closed };
  });
  return longest;
}
