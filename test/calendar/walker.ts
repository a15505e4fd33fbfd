/**
 * The oracle of the property test: it walks the minutes of a span one by one and reads the wall clock of each from
 * Intl.DateTimeFormat. It knows nothing of transitions, offsets or instants of windows, and shares no code with the
 * sources. Windows and starts are on whole minutes here, so that a minute is open or closed as a whole.
 */

export const MINUTE = 60_000_000;

export interface PlainCalendar {
  readonly zone: string;
  /** Index 0 is Monday; `[open, close]` in minutes of the local day. */
  readonly week: readonly (readonly (readonly [number, number])[])[];
  /** Weeks of their own between two dates, `07-01` of every year or `2026-02-18` of one, both included. */
  readonly seasons: readonly {
    readonly from: string;
    readonly to: string;
    readonly week: PlainCalendar['week'];
  }[];
  /** ISO dates. */
  readonly off: ReadonlySet<string>;
  /** Minutes of the walk that events close, `[from, to)`; special openings stay. */
  readonly hours: readonly (readonly [number, number])[];
  readonly special: ReadonlyMap<string, readonly (readonly [number, number])[]>;
}

export interface Walk {
  /** Minutes since 1970 of the first entry. */
  readonly first: number;
  readonly length: number;
  /** By minute: whether it is open. */
  readonly open: Uint8Array;
  /** By minute: open minutes before it. */
  readonly before: Int32Array;
  /** By minute: local date and time, `2026-03-08 01:30`. */
  readonly local: readonly string[];
  /** By local time: the first and the last minute that show it. */
  readonly firstShown: ReadonlyMap<string, number>;
  readonly lastShown: ReadonlyMap<string, number>;
  /** Local date to the minute at which its last window closes. */
  readonly closings: ReadonlyMap<string, number>;
  /** Local dates in the order of the walk. */
  readonly dates: readonly string[];
}

export function walk(calendar: PlainCalendar, fromMinute: number, length: number): Walk {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const local: string[] = [];
  const firstShown = new Map<string, number>();
  const lastShown = new Map<string, number>();
  for (let i = 0; i < length; i++) {
    const text = format.format((fromMinute + i) * 60_000);
    local.push(text);
    if (!firstShown.has(text)) firstShown.set(text, i);
    lastShown.set(text, i);
  }
  const dates = [...new Set(local.map((text) => text.slice(0, 10)))];
  /** The minute at which the clock shows a time, or the first minute at which it shows a later one. */
  const shown = (index: ReadonlyMap<string, number>, date: string, minutes: number): number => {
    for (let m = minutes; m < minutes + 3 * 1440; m++) {
      const found = index.get(stamp(date, m));
      if (found !== undefined) return m === minutes ? found : (firstShown.get(stamp(date, m)) ?? found);
    }
    return length;
  };
  const open = new Uint8Array(length);
  const off = new Uint8Array(length);
  for (const [from, to] of calendar.hours) off.fill(1, from, to);
  const closings = new Map<string, number>();
  for (const date of dates.slice(0, -3)) {
    const monday0 = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
    const special = calendar.special.get(date);
    const windows = special ?? (calendar.off.has(date) ? [] : (plainWeek(calendar, date)[monday0] ?? []));
    for (const [opening, closing] of windows) {
      const [from, to] = [
        shown(firstShown, date, opening),
        shown(closing === 1440 ? firstShown : lastShown, date, closing),
      ];
      for (let i = from; i < to; i++) {
        if (special === undefined && off[i] === 1) continue;
        open[i] = 1;
        closings.set(date, Math.max(i + 1, closings.get(date) ?? 0));
      }
    }
  }
  const before = new Int32Array(length + 1);
  for (let i = 0; i < length; i++) before[i + 1] = (before[i] ?? 0) + (open[i] ?? 0);
  return { first: fromMinute, length, open, before, local, firstShown, lastShown, closings, dates };
}

/** Dates are compared as texts; those of one year come first. */
function plainWeek({ seasons, week }: PlainCalendar, date: string): PlainCalendar['week'] {
  const holds = (day: string) => (season: PlainCalendar['seasons'][number]) =>
    season.from.length === day.length &&
    (season.from <= season.to
      ? season.from <= day && day <= season.to
      : season.from <= day || day <= season.to);
  return (seasons.find(holds(date)) ?? seasons.find(holds(date.slice(5))))?.week ?? week;
}

/** Open microseconds from the first minute of the walk to `at`, in microseconds from there too. */
export function walkOpen(of: Walk, at: number): number {
  const minute = Math.floor(at / MINUTE);
  return (of.before[minute] ?? 0) * MINUTE + (of.open[minute] ?? 0) * (at - minute * MINUTE);
}

/** The first microsecond by which so much open time has passed since `start`. */
export function walkDue(of: Walk, start: number, target: number): number | null {
  const goal = walkOpen(of, start) + target;
  for (let i = Math.floor(start / MINUTE); i < of.length; i++) {
    const after = (of.before[i + 1] ?? 0) * MINUTE;
    if (after >= goal) return (i + 1) * MINUTE - (after - goal);
  }
  return null;
}

/** The closing of the n-th date after that of `start` on which a window opens. */
export function walkDays(of: Walk, start: number, days: number): number | null {
  const today = of.local[start]?.slice(0, 10) ?? '';
  let left = days;
  for (const date of of.dates.slice(of.dates.indexOf(today) + 1, -3)) {
    if (of.closings.has(date) && --left === 0) return of.closings.get(date) ?? null;
  }
  return null;
}

/** The last minute that shows the same time so many dates later; or, not `exact`, the first that shows a later one. */
export function walkDates(
  of: Walk,
  start: number,
  days: number,
): { readonly minute: number; readonly exact: boolean } | null {
  const [date = '', time = ''] = (of.local[start] ?? '').split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wanted = stamp(date, days * 1440 + hour * 60 + minute);
  const last = of.lastShown.get(wanted);
  if (last !== undefined) return { minute: last, exact: true };
  const later = of.local.findIndex((text, i) => i > start && text > wanted);
  return later >= 0 ? { minute: later, exact: false } : null;
}

function stamp(date: string, minutes: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ');
}
