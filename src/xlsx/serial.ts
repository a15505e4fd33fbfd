import { type LocalMicros, MS_PER_DAY, SECONDS_PER_DAY } from '../model/time.ts';

/** Days from a spreadsheet's day 0 to 1970-01-01: by the system of 1900, and by that of 1904. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/**
 * 1900-03-01 by the system of 1900: the days before it are one more than they should be, for a 29 February
 * that never was.
 */
const FIRST_TRUE = 61;

/** The day after 9999-12-31. */
const END = 2_958_466;

/**
 * A wall-clock time as a spreadsheet counts it by the system of 1900, in days to the millisecond; null
 * before 1900-03-01 and after 9999, where it knows no such day.
 */
export function serialOf(local: LocalMicros): number | null {
  const days = Math.floor(local / 1000) / MS_PER_DAY + EPOCH_1900;
  // 1e-10 of a day is less than ten microseconds.
  return days >= FIRST_TRUE && days < END ? Number(days.toFixed(10)) : null;
}

/**
 * The wall-clock time of a day number, in milliseconds since 1970 as if it were UTC; null where no calendar
 * has it. A spreadsheet's numbers hold milliseconds exactly.
 */
export function localMsOf(serial: number, from1904: boolean): number | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= END) return null;
  const days = from1904 ? serial - EPOCH_1904 : serial - EPOCH_1900 + (serial < FIRST_TRUE - 1 ? 1 : 0);
  return Math.round(days * MS_PER_DAY);
}

/** A length of time in days; null below zero, which a spreadsheet can't show. */
export function daysOf(seconds: number): number | null {
  return seconds >= 0 ? Number((seconds / SECONDS_PER_DAY).toFixed(10)) : null;
}
