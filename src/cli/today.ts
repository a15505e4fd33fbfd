import type { Io } from '../model/io.ts';
import { type Day, MS_PER_DAY } from '../model/time.ts';

/**
 * The date on the calendar of whoever types: of the clock on the wall, or the one that `SOURCE_DATE_EPOCH`
 * says in seconds, for whoever needs the same answer tomorrow.
 */
export function dayOfToday(env: Io['env']): Day {
  const seconds = /^\d{1,11}$/.exec(env.SOURCE_DATE_EPOCH ?? '')?.[0];
  if (seconds !== undefined) return Math.floor((Number(seconds) * 1000) / MS_PER_DAY);
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MS_PER_DAY;
}

/** The same as it is written: `2026-06-12`. */
export const today = (env: Io['env']): string =>
  new Date(dayOfToday(env) * MS_PER_DAY).toISOString().slice(0, 10);
