import type { CalendarDef, Week } from '../model/agreement.ts';
import type { ZoneTable } from '../model/reading.ts';
import type { Day, Micros, Window } from '../model/time.ts';
import { type ClosedHours, type Closures, disjoint, hoursWithin, NOTHING_CLOSED } from './closures.ts';
import { dayOf, MICROS_PER_DAY, MICROS_PER_MINUTE, weekday } from './day.ts';
import { mergeRanges, rangeAt } from './ranges.ts';
import { seasonOn } from './seasons.ts';
import { toUtc, utcOfTimes } from './zone.ts';

/** The windows that open on one local date and, where the weekly ones do not apply or there are none, why. */
export interface DayPlan {
  /** Sorted, disjoint, not touching. */
  readonly windows: readonly Window[];
  readonly closedBy: 'weekend' | 'closure' | 'holiday' | null;
  readonly holiday: string | null;
  /** The dates of the season whose week holds on the date, where it opens by one. */
  readonly season: string | null;
  /** A special opening holds whatever else closes its hours. */
  readonly special: boolean;
}

/** A calendar with all that closes it: what opens on each date, and the hours that are taken off. */
export interface Plan {
  readonly planOf: (day: Day) => DayPlan;
  readonly hours: readonly ClosedHours[];
}

/** Open time over a run of local dates, as instants. */
export interface Openings {
  readonly zone: ZoneTable;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Ascending, disjoint, not touching: windows that overlap or touch are merged, also across midnight. */
  readonly stretches: readonly OpenStretch[];
  /**
   * By local date, entry 0 for `firstDay`: the instant at which the date's last window closes, null where
   * none opens.
   */
  readonly closings: readonly (Micros | null)[];
  /** What closed hours took off the windows, ascending. */
  readonly taken: readonly ClosedHours[];
}

export interface OpenStretch {
  readonly open: Micros;
  readonly close: Micros;
  /** Local date of the first window in it, and of the last. */
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * The rule for one local date. A special opening replaces the day's windows; else a closed date or a
 * holiday closes the windows that open on it, while the tail of the night before stays; else the week
 * applies that holds on the date.
 */
export function dayPlans(def: CalendarDef, { days, hours }: Closures): Plan {
  const seasonOf = seasonOn(def.seasons);
  const weeks = new Map([def, ...def.seasons].map((each) => [each, each.week.map(mergeWindows)]));
  const special = new Map(def.open.map(({ day, windows }) => [day, mergeWindows(windows)]));
  const closed = mergeRanges(def.closed);
  const planOf = (day: Day): DayPlan => {
    const plan = { closedBy: null, holiday: null, season: null, special: false };
    const windows = special.get(day);
    if (windows)
      return { ...plan, windows, special: true, closedBy: windows.length === 0 ? 'closure' : null };
    if (rangeAt(closed, day) !== undefined) return { ...plan, windows: [], closedBy: 'closure' };
    const held = seasonOf(day);
    const usual = weeks.get(held?.season ?? def)?.[weekday(day)] ?? [];
    if (usual.length === 0) return { ...plan, windows: usual, closedBy: 'weekend' };
    const holiday = days.get(day);
    if (holiday !== undefined) return { ...plan, windows: [], closedBy: 'holiday', holiday };
    return { ...plan, windows: usual, season: held?.dates ?? null };
  };
  return { planOf, hours };
}

/** The week that holds on a date: that of its season, or the calendar's own. */
export function weekOn({ week, seasons }: CalendarDef): (day: Day) => Week {
  const season = seasonOn(seasons);
  return (day) => season(day)?.season.week ?? week;
}

/** Dates for which there are calendars: holidays are on file for no other. */
const [FIRST_DAY, LAST_DAY] = [dayOf(2000, 1, 1) ?? 0, dayOf(2049, 12, 31) ?? 0];

/** True where closed dates leave no date on which it opens: due dates would not exist. */
export function neverOpens(def: CalendarDef): boolean {
  const { planOf } = dayPlans(def, NOTHING_CLOSED);
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    if (planOf(day).windows.length > 0) return false;
  }
  return true;
}

/**
 * Turns each window into two instants, one local date at a time, so that DST is exact. An edge that the
 * clock skips is the instant of the skip; where the clock shows an edge twice, a window opens at the first
 * and closes at the last; but a date ends at the first of two midnights, so that no hour is counted for two
 * dates. What an event closes is taken off, special openings aside. Long because a window is one thing from
 * its edges to what is left of it.
 */
export function openings({ planOf, hours }: Plan, zone: ZoneTable, firstDay: Day, lastDay: Day): Openings {
  const stretches: OpenStretch[] = [];
  const taken: ClosedHours[] = [];
  const closings: (Micros | null)[] = [];
  const utc = utcOfTimes(zone);
  for (let day = firstDay; day <= lastDay; day++) {
    let closing: Micros | null = null;
    const plan = planOf(day);
    for (const window of plan.windows) {
      if (window.close > 1440 && isSkipped(zone, day)) continue;
      const midnight = day * MICROS_PER_DAY;
      const open = utc(midnight + window.open * MICROS_PER_MINUTE, 'first');
      // A midnight that the clock shows twice ends the date the first time: what follows is the next date's.
      const occurrence = window.close === 1440 ? 'first' : 'last';
      const close = utc(midnight + window.close * MICROS_PER_MINUTE, occurrence);
      if (close <= open) continue;
      const off = plan.special ? [] : hoursWithin(hours, open, close);
      taken.push(...off);
      for (const left of without(off, open, close)) {
        closing = Math.max(left.close, closing ?? left.close);
        stretches.push({ ...left, firstDay: day, lastDay: day });
      }
    }
    closings.push(closing);
  }
  return { zone, firstDay, lastDay, stretches: merged(stretches), closings, taken: disjoint(taken) };
}

/** What closed hours leave of a window. */
function without(off: readonly ClosedHours[], open: Micros, close: Micros): readonly Span[] {
  const left: Span[] = [];
  let at = open;
  for (const { from, to } of off) {
    if (from > at) left.push({ open: at, close: from });
    at = to;
  }
  if (close > at) left.push({ open: at, close });
  return left;
}

interface Span {
  readonly open: Micros;
  readonly close: Micros;
}

/** In order, and what overlaps or touches is one. */
function merged(stretches: readonly OpenStretch[]): readonly OpenStretch[] {
  const found: OpenStretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.open - b.open)) {
    const previous = found.at(-1);
    if (previous && stretch.open <= previous.close) {
      found[found.length - 1] = {
        ...previous,
        close: Math.max(previous.close, stretch.close),
        lastDay: Math.max(previous.lastDay, stretch.lastDay),
      };
    } else {
      found.push(stretch);
    }
  }
  return found;
}

/** A date that a place never had: it moved over the date line. The night that would open on it does not. */
function isSkipped(zone: ZoneTable, day: Day): boolean {
  const midnight = toUtc(zone, day * MICROS_PER_DAY, 'first');
  return midnight === toUtc(zone, (day + 1) * MICROS_PER_DAY, 'first');
}

/** Sorted and disjoint; windows that overlap or touch become one, empty ones go. */
function mergeWindows(windows: readonly Window[]): readonly Window[] {
  const merged: Window[] = [];
  for (const window of [...windows].sort((a, b) => a.open - b.open)) {
    if (window.close <= window.open) continue;
    const previous = merged.at(-1);
    if (previous && window.open <= previous.close) {
      merged[merged.length - 1] = { open: previous.open, close: Math.max(previous.close, window.close) };
    } else {
      merged.push(window);
    }
  }
  return merged;
}
