import { t } from '../messages/index.ts';
import { type Day, type DayRange, MS_PER_DAY } from '../model/time.ts';

export { MICROS_PER_DAY, MICROS_PER_MINUTE, MICROS_PER_SECOND } from '../model/time.ts';

/** A value read from text, or the sentence that says what is wrong with it and what to type. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly help: string };

/** 0 is Monday. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The civil date of a year, a month from 1 and a day of the month; null for a date that does not exist. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, date);
  return utc.getUTCMonth() === month - 1 && utc.getUTCDate() === date ? utc.getTime() / MS_PER_DAY : null;
}

/** ISO 8601: `2026-08-10`. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** `2026-08-10`; dates that do not exist, and years outside 1900 to 2199, are refused. */
export function parseDay(text: string): Parsed<Day> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) {
    return {
      ok: false,
      message: t`"${text}" is not a date`,
      help: t`write year, month and day: 2026-08-10`,
    };
  }
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const day = dayOf(year, month, date);
  if (day === null) {
    return {
      ok: false,
      message: t`"${text}" is not a date of the calendar`,
      help: t`check the month (01 to 12) and the day`,
    };
  }
  if (year < 1900 || year > 2199) {
    return {
      ok: false,
      message: t`The year of "${text}" is out of range`,
      help: t`write a year from 1900 to 2199`,
    };
  }
  return { ok: true, value: day };
}

/** One date, or `2026-08-10..2026-08-14` with both ends included. */
export function parseDayRange(text: string): Parsed<DayRange> {
  const ends = text.split('..');
  const from = parseDay(ends[0] ?? '');
  if (!from.ok) return { ...from, help: t`write a date, 2026-08-10, or a range, 2026-08-10..2026-08-14` };
  if (ends.length === 1) return { ok: true, value: { from: from.value, to: from.value } };
  const to = parseDay(ends[1] ?? '');
  if (!to.ok || ends.length > 2) {
    return {
      ok: false,
      message: to.ok ? t`"${text}" has more than two ends` : to.message,
      help: t`write a range as 2026-08-10..2026-08-14`,
    };
  }
  if (to.value < from.value) {
    return {
      ok: false,
      message: t`The range "${text}" ends before it starts`,
      help: t`write ${formatDay(to.value)}..${formatDay(from.value)}`,
    };
  }
  return { ok: true, value: { from: from.value, to: to.value } };
}
