import type { CalendarDef } from '../model/agreement.ts';
import type { Duration, Micros } from '../model/time.ts';
import type { Closures } from './closures.ts';
import { MICROS_PER_DAY } from './day.ts';
import { dueCalendarDays, dueElapsed } from './due.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import { dayPlans, type Openings, openings } from './windows.ts';
import { toLocal, zoneTable } from './zone.ts';

const YEAR = 366 * MICROS_PER_DAY;

/** A due date further than this from its start is none: there is no endless walk. */
const HORIZON = 20 * YEAR;

/** A calendar ready to answer. Every instant may be asked for; asking beyond the compiled span widens it. */
export interface Compiled {
  readonly def: CalendarDef;
  /** Open time in `[from, to)`; the negative of it where `to` comes first. */
  openBetween(from: Micros, to: Micros): Micros;
  /** The last instant that is in time; null where the calendar does not open enough within twenty years. */
  due(start: Micros, within: Duration): Micros | null;
  /** What counted of `[from, to)` and what did not, and why; empty where `to` is not after `from`. */
  stretches(from: Micros, to: Micros): Stretch[];
  /**
   * Where within `(from, to)` one open date passes into the next without a pause: at the last closing of
   * the first.
   */
  seams(from: Micros, to: Micros): readonly Micros[];
}

/**
 * Compiles a calendar for a span of time. The closures must reach as far as the answers will, twenty years
 * beyond the last start at most. Long
 * because its questions share the windows that are computed once, and call each other.
 */
export function compileCalendar(
  def: CalendarDef,
  closures: Closures,
  span: { readonly from: Micros; readonly to: Micros },
): Compiled {
  const plan = dayPlans(def, closures);
  let made: Covered | null = null;
  /** What is known so far: nothing until it is asked for, as by few runs. */
  const known = (): Covered => (made ??= cover(span.from, span.to));

  function cover(from: Micros, to: Micros): Covered {
    const firstDay = Math.floor(from / MICROS_PER_DAY) - 3;
    const lastDay = Math.ceil(to / MICROS_PER_DAY) + 3;
    const zone = zoneTable(def.timezone, firstDay * MICROS_PER_DAY, (lastDay + 2) * MICROS_PER_DAY);
    return accumulate(openings(plan, zone, firstDay, lastDay), from, to);
  }

  function reach(from: Micros, to: Micros): void {
    const covered = known();
    if (from >= covered.from && to <= covered.to) return;
    made = cover(from < covered.from ? from - YEAR : covered.from, to > covered.to ? to + YEAR : covered.to);
  }

  /** Looks for an answer in what is compiled, then in twice as much, up to the horizon. */
  function search(start: Micros, look: () => Micros | null): Micros | null {
    reach(start, start);
    let due = look();
    for (let ahead = YEAR; due === null && known().to < start + HORIZON; ahead *= 2) {
      reach(start, start + Math.min(ahead, HORIZON));
      due = look();
    }
    return due !== null && due <= start + HORIZON ? due : null;
  }

  return {
    def,
    openBetween(from, to) {
      reach(Math.min(from, to), Math.max(from, to));
      return openBefore(known(), to) - openBefore(known(), from);
    },
    due(start, within) {
      switch (within.unit) {
        case 'elapsed':
          return dueElapsed(start, within.micros);
        case 'calendar-days': {
          if (within.days * MICROS_PER_DAY > HORIZON) return null;
          reach(start, start + (within.days + 1) * MICROS_PER_DAY);
          return dueCalendarDays(known().openings.zone, start, within.days);
        }
        case 'business-time':
          return search(start, () => instantOf(known(), openBefore(known(), start) + within.micros));
        case 'business-days':
          return search(start, () => closingAfter(known().openings, start, within.days));
      }
    },
    stretches(from, to) {
      if (to <= from) return [];
      reach(from, to);
      return stretchesOf(known().openings, plan.planOf, from, to);
    },
    seams(from, to) {
      if (to <= from) return [];
      reach(from, to);
      const { closings, stretches } = known().openings;
      const long = stretches.filter(({ firstDay, lastDay }) => firstDay < lastDay);
      return closings.filter(
        (at): at is Micros =>
          at !== null && at > from && at < to && long.some(({ open, close }) => open < at && at < close),
      );
    },
  };
}

/** Openings with the open time accumulated before each stretch. */
interface Covered {
  /** Answers are exact for instants in `[from, to]`. */
  readonly from: Micros;
  readonly to: Micros;
  readonly openings: Openings;
  /** By stretch: open time before it. One more entry than stretches. */
  readonly before: readonly Micros[];
}

function accumulate(from: Openings, start: Micros, end: Micros): Covered {
  const before: Micros[] = [0];
  let sum = 0;
  for (const { open, close } of from.stretches) {
    sum += close - open;
    before.push(sum);
  }
  return { from: start, to: end, openings: from, before };
}

/** Open time from the start of the openings to an instant. */
function openBefore({ openings: { stretches }, before }: Covered, t: Micros): Micros {
  const index = firstIndex(stretches.length, (i) => (stretches[i]?.close ?? t) > t);
  const stretch = stretches[index];
  return (before[index] ?? 0) + (stretch && t > stretch.open ? t - stretch.open : 0);
}

/** The first instant before which there is so much open time: a closing rather than the opening after it. */
function instantOf({ openings: { stretches }, before }: Covered, open: Micros): Micros | null {
  const index = firstIndex(stretches.length, (i) => (before[i + 1] ?? open) >= open);
  const stretch = stretches[index];
  return stretch ? stretch.close - ((before[index + 1] ?? open) - open) : null;
}

/** The closing of the n-th open day after the local date of the start. */
function closingAfter(from: Openings, start: Micros, days: number): Micros | null {
  const startDay = Math.floor(toLocal(from.zone, start) / MICROS_PER_DAY);
  let left = days;
  for (let day = startDay + 1; day <= from.lastDay; day++) {
    const closing = from.closings[day - from.firstDay] ?? null;
    if (closing !== null && --left === 0) return closing;
  }
  return null;
}

/** The first index for which a condition that stays true once it is true holds; `length` where none does. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
