import { t } from '../messages/index.ts';
import type { Window } from '../model/time.ts';
import type { Parsed } from './day.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * `09:00-12:30`, in local time. One that closes no later than it opens crosses midnight: `22:00-06:00`;
 * `00:00-24:00` is the whole day. A window that opens and closes at the same time is refused: it could mean
 * nothing, or a whole day.
 */
export function parseWindow(text: string): Parsed<Window> {
  const help = t`write opening and closing time: 09:00-12:30`;
  const match = /^\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*$/.exec(text);
  if (!match) return { ok: false, message: t`"${text}" is not a window of opening hours`, help };
  const open = minuteOf(match[1], match[2]);
  const close = minuteOf(match[3], match[4]);
  if (open === null || close === null || open === 1440) {
    return {
      ok: false,
      message: t`"${text}" has a time that is not of the day`,
      help: t`write times from 00:00 to 24:00`,
    };
  }
  if (open === close || (open === 0 && close === 0)) {
    return {
      ok: false,
      message: t`"${text}" opens and closes at the same time`,
      help: t`write 00:00-24:00 for a whole day`,
    };
  }
  return { ok: true, value: { open, close: close < open ? close + 1440 : close } };
}

/** The windows of one day, sorted. The first that cannot be read is the problem; `index` says which. */
export function parseWindows(
  texts: readonly string[],
): Parsed<readonly Window[]> & { readonly index?: number } {
  const windows: Window[] = [];
  for (const [index, text] of texts.entries()) {
    const window = parseWindow(text);
    if (!window.ok) return { ...window, index };
    windows.push(window.value);
  }
  return { ok: true, value: windows.sort((a, b) => a.open - b.open || a.close - b.close) };
}

/** The weekdays of a key, 0 for Monday: `mon`, `mon-thu`, `fri-mon` (over the weekend), `mon-sun`. */
export function parseDayKey(key: string): Parsed<readonly number[]> {
  const ends = key.trim().toLowerCase().split('-');
  const numbers = ends.map((end) => DAYS.indexOf(end.trim()));
  const [from = -1, to = from] = numbers;
  if (ends.length > 2 || from < 0 || to < 0) {
    return {
      ok: false,
      message: t`"${key}" is not a day of the week`,
      help: t`write mon, tue, wed, thu, fri, sat or sun, or a run of days such as mon-fri`,
    };
  }
  const length = ((to - from + 7) % 7) + 1;
  return { ok: true, value: Array.from({ length }, (_, i) => (from + i) % 7) };
}

/** A day named by two keys of a week, so that its windows would be said twice. */
export interface RepeatedDay {
  readonly ok: false;
  readonly key: string;
  readonly message: string;
  readonly help: string;
}

/**
 * The windows by weekday; a day without a key does not open. A day that two keys name is an error,
 * whichever is longer.
 */
export function assembleWeek(
  entries: readonly { readonly key: string; readonly windows: readonly Window[] }[],
): { readonly ok: true; readonly value: readonly (readonly Window[])[] } | RepeatedDay {
  const week: (readonly Window[])[] = DAYS.map(() => []);
  const namedBy = new Map<number, string>();
  for (const { key, windows } of entries) {
    const days = parseDayKey(key);
    if (!days.ok) return { ...days, key };
    for (const day of days.value) {
      const other = namedBy.get(day);
      if (other !== undefined) {
        return {
          ok: false,
          key,
          message: t`"${key}" names ${DAYS[day] ?? ''} again, after "${other}"`,
          help: t`name each day once, with all its windows in one list: mon: [09:00-12:30, 14:00-18:00]`,
        };
      }
      namedBy.set(day, key);
      week[day] = windows;
    }
  }
  return { ok: true, value: week };
}

function minuteOf(hours = '', minutes = ''): number | null {
  const [hour, minute] = [Number(hours), Number(minutes)];
  const total = hour * 60 + minute;
  return minute < 60 && total <= 1440 ? total : null;
}
