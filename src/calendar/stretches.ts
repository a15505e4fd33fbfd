import type { Day, Micros } from '../model/time.ts';
import { MICROS_PER_DAY } from './day.ts';
import type { DayPlan, Openings } from './windows.ts';
import { toLocal, toUtc } from './zone.ts';

/**
 * Why a stretch of time counts, or does not, in words that a reader can check on a calendar: `lunch` is the time between
 * two windows of one date, `weekend` a weekday without windows, `closure` a closed date of the agreement, `closed` the time
 * before the first window of an open day and after its last.
 */
export type StretchReason = 'open' | 'lunch' | 'weekend' | 'holiday' | 'closure' | 'closed';

export interface Stretch {
  readonly from: Micros;
  readonly to: Micros;
  readonly counted: boolean;
  readonly reason: StretchReason;
  /** Of a holiday. */
  readonly name?: string;
}

/**
 * Cuts `[from, to)` into stretches that follow one another without a hole. Neighbours differ in reason or in name: a
 * night splits from a weekend at local midnight. The openings must cover the span.
 */
export function stretchesOf(
  openings: Openings,
  planOf: (day: Day) => DayPlan,
  from: Micros,
  to: Micros,
): Stretch[] {
  const out: Stretch[] = [];
  let at = from;
  let previousDay: Day | null = null;
  for (const { open, close, firstDay, lastDay } of openings.stretches) {
    if (open >= to) break;
    if (close > from) {
      const betweenWindows = previousDay === firstDay;
      if (open > at && betweenWindows) add(out, { from: at, to: open, counted: false, reason: 'lunch' });
      else if (open > at) addClosed(out, openings, planOf, at, open);
      const end = Math.min(close, to);
      add(out, { from: Math.max(open, from), to: end, counted: true, reason: 'open' });
      at = end;
    }
    previousDay = lastDay;
  }
  const next = openings.stretches.find((stretch) => stretch.open >= to);
  if (at < to && next && next.firstDay === previousDay) {
    add(out, { from: at, to, counted: false, reason: 'lunch' });
  } else if (at < to) {
    addClosed(out, openings, planOf, at, to);
  }
  return out;
}

/** Closed time, one local date at a time. */
function addClosed(
  out: Stretch[],
  openings: Openings,
  planOf: (day: Day) => DayPlan,
  from: Micros,
  to: Micros,
): void {
  const { zone } = openings;
  let at = from;
  for (let day = Math.floor(toLocal(zone, from) / MICROS_PER_DAY); at < to; day++) {
    const midnight = toUtc(zone, (day + 1) * MICROS_PER_DAY, 'first');
    if (midnight <= at) continue;
    const plan = planOf(day);
    const end = Math.min(midnight, to);
    const reason = plan.closedBy ?? 'closed';
    const stretch: Stretch = { from: at, to: end, counted: false, reason };
    add(out, plan.holiday === null ? stretch : { ...stretch, name: plan.holiday });
    at = end;
  }
}

function add(out: Stretch[], stretch: Stretch): void {
  const previous = out.at(-1);
  if (previous && previous.reason === stretch.reason && previous.name === stretch.name) {
    out[out.length - 1] = { ...previous, to: stretch.to };
  } else {
    out.push(stretch);
  }
}
