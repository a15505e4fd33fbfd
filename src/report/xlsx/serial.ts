import type { LocalMicros } from '../../model/time.ts';

const MS_PER_DAY = 86_400_000;

/** Days from Excel's day 0, by the system of 1900, to 1970-01-01. */
const EPOCH = 25_569;

/** 1900-03-01: before, Excel counts a 29 February that never was. */
const FIRST = 61;

/** The day after 9999-12-31. */
const END = 2_958_466;

/** A wall-clock time as a spreadsheet counts it, in days to the millisecond; null where it knows no such day. */
export function serialOf(local: LocalMicros): number | null {
  const days = Math.floor(local / 1000) / MS_PER_DAY + EPOCH;
  // 1e-10 of a day is less than ten microseconds.
  return days >= FIRST && days < END ? Number(days.toFixed(10)) : null;
}

/** A length of time in days; null below zero, which a spreadsheet can't show. */
export function daysOf(seconds: number): number | null {
  return seconds >= 0 ? Number((seconds / 86_400).toFixed(10)) : null;
}
