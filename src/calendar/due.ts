import type { ZoneTable } from '../model/reading.ts';
import type { Micros } from '../model/time.ts';
import { MICROS_PER_DAY } from './day.ts';
import { toLocal, toUtc } from './zone.ts';

/** Elapsed time runs day and night. */
export function dueElapsed(start: Micros, within: Micros): Micros {
  return start + within;
}

/**
 * The same local time so many dates later; a time that the clock skips on that date is the instant of the
 * skip, one that it shows twice is the last. The zone's table must reach the result.
 */
export function dueCalendarDays(zone: ZoneTable, start: Micros, days: number): Micros {
  return toUtc(zone, toLocal(zone, start) + days * MICROS_PER_DAY, 'last');
}
