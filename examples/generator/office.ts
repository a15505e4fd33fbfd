/**
 * Acme's office hours in local minutes, for placing invented events. Deliberately shares nothing with `src/calendar`:
 * the sample data must not be made by the code that judges it. No window touches a DST change, so local time is enough.
 */

/** Local wall-clock minutes since 1970-01-01 00:00. */
export type Minute = number;

export const DAY = 1440;

/** Days since 1970-01-01. */
export const dayOf = (isoDate: string): number => Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000;

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Public holidays of the period, as published by the French administration, and Acme's own bridge day. */
const CLOSED = new Set(
  ['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-15', '2026-05-25'].map(
    dayOf,
  ),
);

/** Open windows of a day, minutes from midnight. */
function windows(day: number): readonly (readonly [number, number])[] {
  const weekday = weekdayOf(day);
  if (weekday > 4 || CLOSED.has(day)) return [];
  return [
    [9 * 60, 12 * 60 + 30],
    [14 * 60, weekday === 4 ? 17 * 60 : 18 * 60],
  ];
}

/** The instant at which `minutes` of office time have passed since `start`. */
export function afterOfficeTime(start: Minute, minutes: number): Minute {
  let left = minutes;
  for (let day = Math.floor(start / DAY); ; day++) {
    for (const [open, close] of windows(day)) {
      const from = Math.max(start, day * DAY + open);
      const to = day * DAY + close;
      if (from >= to) continue;
      if (left <= to - from) return from + left;
      left -= to - from;
    }
  }
}

/** Day and time as `dd/MM/yyyy HH:mm`. */
export function frenchDateTime(minute: Minute): string {
  const rest = ((minute % DAY) + DAY) % DAY;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${frenchDate(Math.floor(minute / DAY))} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

/** `dd/MM/yyyy`. */
export function frenchDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
}
