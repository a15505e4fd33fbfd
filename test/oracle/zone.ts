/** A zone read off the wall clock, minute by minute. It knows nothing of offsets or of transitions. */

export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const DAY = 1440 * MINUTE;

export interface ZoneWalk {
  readonly zone: string;
  /** Minutes since 1970 of the first entry. */
  readonly first: number;
  readonly length: number;
  /** By minute: the local date as days since 1970, and the minute of that date. */
  readonly day: Int32Array;
  readonly minute: Int32Array;
  readonly firstDay: number;
  /** By local date and minute, from `firstDay`: the first and the last entry that show it, -1 where none does. */
  readonly firstShown: Int32Array;
  readonly lastShown: Int32Array;
}

const walks = new Map<string, ZoneWalk>();

/** The walk of a zone over whole UTC days, both included; walked once. */
export function zoneWalk(zone: string, fromDay: number, toDay: number): ZoneWalk {
  const key = `${zone} ${fromDay} ${toDay}`;
  const known = walks.get(key);
  if (known) return known;
  const made = walk(zone, fromDay, toDay);
  walks.set(key, made);
  return made;
}

/**
 * Minutes from one look at the clock to the next: where it has moved on by as many it showed each of them in between, for no clock
 * was ever changed and changed back within an hour. Where it has not, it is looked at in each.
 */
const LOOK = 60;

function walk(zone: string, fromDay: number, toDay: number): ZoneWalk {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const first = fromDay * 1440;
  const length = (toDay - fromDay + 1) * 1440;
  const firstDay = fromDay - 2;
  const day = new Int32Array(length);
  const minute = new Int32Array(length);
  const firstShown = new Int32Array((toDay - fromDay + 5) * 1440).fill(-1);
  const lastShown = new Int32Array(firstShown.length).fill(-1);
  const look = (i: number): number => {
    const text = clock.format((first + i) * 60_000);
    return dayNumber(text.slice(0, 10)) * 1440 + Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
  };
  for (let hour = 0; hour < length; hour += LOOK) {
    const from = look(hour);
    const isPlain = look(hour + LOOK - 1) - from === LOOK - 1;
    for (let i = hour; i < hour + LOOK; i++) {
      const at = isPlain ? from + i - hour : look(i);
      day[i] = Math.floor(at / 1440);
      minute[i] = at - (day[i] ?? 0) * 1440;
      const shown = at - firstDay * 1440;
      if (firstShown[shown] === -1) firstShown[shown] = i;
      lastShown[shown] = i;
    }
  }
  return { zone, first, length, day, minute, firstDay, firstShown, lastShown };
}

const days = new Map<string, number>();

/** `2026-03-08` as days since 1970. */
export function dayNumber(date: string): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  const made = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  days.set(date, made);
  return made;
}

/** 2026-03-08 of days since 1970. */
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export interface Shown {
  readonly first: number;
  readonly last: number;
  /** The clock does not show it: both are the first minute at which it shows a later time. */
  readonly skipped: boolean;
}

/** The instants at which the clock shows a local time, microseconds since 1970 as if the zone were UTC. */
export function shownAt(walked: ZoneWalk, local: number): Shown {
  const minute = Math.floor(local / MINUTE);
  const wanted = minute - walked.firstDay * 1440;
  const [first, last] = [walked.firstShown[wanted], walked.lastShown[wanted]];
  if (first === undefined || last === undefined) throw new Error('The walk is too short');
  if (first >= 0) {
    const rest = local - minute * MINUTE;
    return {
      first: (walked.first + first) * MINUTE + rest,
      last: (walked.first + last) * MINUTE + rest,
      skipped: false,
    };
  }
  for (let later = wanted + 1; later < walked.firstShown.length; later++) {
    const found = walked.firstShown[later] ?? -1;
    if (found < 0) continue;
    const at = (walked.first + found) * MINUTE;
    return { first: at, last: at, skipped: true };
  }
  throw new Error('The walk is too short');
}

/** What the clock shows at an instant, microseconds since 1970 as if the zone were UTC. */
export function localAt(walked: ZoneWalk, at: number): number {
  const minute = Math.floor(at / MINUTE);
  const i = minute - walked.first;
  const [day, shown] = [walked.day[i], walked.minute[i]];
  if (day === undefined || shown === undefined) throw new Error('The walk is too short');
  return day * DAY + shown * MINUTE + (at - minute * MINUTE);
}

/** The instant at which a local date begins. */
export const midnightOf = (walked: ZoneWalk, day: number): number => shownAt(walked, day * DAY).first;

/** The same of a date that may lie far from all that happens, where no instant of the walk is on its other side. */
export function beginOf(walked: ZoneWalk, day: number): number {
  if (day <= walked.firstDay) return Number.NEGATIVE_INFINITY;
  const after = walked.firstDay + Math.floor(walked.firstShown.length / 1440) - 1;
  return day >= after ? Number.POSITIVE_INFINITY : midnightOf(walked, day);
}

/** The local date of an instant. */
export const dayAt = (walked: ZoneWalk, at: number): number => Math.floor(localAt(walked, at) / DAY);
