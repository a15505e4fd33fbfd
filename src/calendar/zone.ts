import type { Day, LocalMicros, Micros } from '../model/time.ts';
import type { ZoneTable } from '../model/reading.ts';
import { BUILT_FROM, BUILT_TO, builtZone } from './built-zones.ts';
import { MICROS_PER_DAY, MICROS_PER_SECOND } from './day.ts';

/** Two transitions that cancel each other lie at least a week apart: Recife in October 2000, Gaza in October 2040. */
const PROBE = 4 * MICROS_PER_DAY;

/** No local date is further than this from its UTC date: Pacific/Apia moved by a whole day. */
const REACH = 2 * MICROS_PER_DAY;

/** About the years 1600 to 2400: beyond the instants of the model, and no endless walk for one that is not. */
const FARTHEST = 430 * 365 * MICROS_PER_DAY;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** IANA names of places, and `UTC`. Abbreviations (`EST`, `CET`) and offsets are refused: they hide or lack DST. */
export function isZone(name: string): boolean {
  if (name !== 'UTC' && !name.includes('/')) return false;
  if (builtZone(name) !== null) return true;
  try {
    formatter(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The offsets of a zone, exact for instants from two days before `from` to two days after `to`, so that local times of
 * the first and the last day convert exactly. Beyond, the outermost offset is held: ask for the span that is needed.
 *
 * Offsets come from the ICU data of the runtime, local mean time with its seconds included. Throws a RangeError for a
 * name that the runtime does not know and for a span that leaves the years 1600 to 2400.
 */
export function zoneTable(zone: string, from: Micros, to: Micros): ZoneTable {
  if (!(Math.abs(from) <= FARTHEST && Math.abs(to) <= FARTHEST))
    throw new RangeError('The span is out of range');
  const first = Math.floor((from - REACH) / MICROS_PER_SECOND) * MICROS_PER_SECOND;
  const last = Math.ceil((to + REACH) / MICROS_PER_SECOND) * MICROS_PER_SECOND;
  const built = first >= BUILT_FROM && last <= BUILT_TO ? builtZone(zone) : null;
  if (built !== null) return within(built, first, last);
  const offsetAt = offsets(zone);
  const initialOffset = offsetAt(first);
  const transitions: { at: Micros; before: number; after: number }[] = [];
  let before = initialOffset;
  for (let low = first; low < last; ) {
    const high = Math.min(low + PROBE, last);
    const after = offsetAt(high);
    if (after === before) {
      low = high;
      continue;
    }
    const at = firstChange(offsetAt, low, high, before);
    const changed = offsetAt(at);
    transitions.push({ at, before, after: changed });
    before = changed;
    low = at;
  }
  return { zone, initialOffset, transitions };
}

/** The part of a table that begins at `first`, with the changes up to and including `last`. */
function within(table: ZoneTable, first: Micros, last: Micros): ZoneTable {
  const [before, end] = [lastTransition(table, first), lastTransition(table, last)];
  const initialOffset = table.transitions[before]?.after ?? table.initialOffset;
  return { zone: table.zone, initialOffset, transitions: table.transitions.slice(before + 1, end + 1) };
}

/** Wall-clock time at an instant. */
export function toLocal(table: ZoneTable, t: Micros): LocalMicros {
  const index = lastTransition(table, t);
  const offset = index < 0 ? table.initialOffset : (table.transitions[index]?.after ?? table.initialOffset);
  return t + offset * MICROS_PER_SECOND;
}

/**
 * The instant of a wall-clock time. One that the clock skips is the instant of the skip, the first that is valid; one that
 * the clock shows twice is its first or last occurrence, as asked.
 */
export function toUtc(table: ZoneTable, local: LocalMicros, occurrence: 'first' | 'last'): Micros {
  const { transitions } = table;
  const start = lastTransition(table, local - REACH);
  let found: Micros | null = null;
  let gap: Micros | null = null;
  for (let i = start; i < transitions.length; i++) {
    const opening = transitions[i];
    if (opening && opening.at > local + REACH) break;
    const closing = transitions[i + 1];
    const t = local - (opening?.after ?? table.initialOffset) * MICROS_PER_SECOND;
    if ((!opening || t >= opening.at) && (!closing || t < closing.at)) {
      if (occurrence === 'first') return t;
      found = t;
    }
    if (opening && local >= opening.at + opening.before * MICROS_PER_SECOND && t < opening.at)
      gap = opening.at;
  }
  return found ?? gap ?? local - table.initialOffset * MICROS_PER_SECOND;
}

function formatter(zone: string): Intl.DateTimeFormat {
  let format = formatters.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      timeZoneName: 'longOffset',
    });
    formatters.set(zone, format);
  }
  return format;
}

/** Seconds east of UTC at an instant. */
function offsets(zone: string): (t: Micros) => number {
  const format = formatter(zone);
  return (t) => {
    const match = /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(format.format(t / 1000));
    if (!match) throw new RangeError(`No offset for the zone "${zone}"`);
    if (match[1] === undefined) return 0;
    const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
    return match[1] === '-' ? -seconds : seconds;
  };
}

/** The first whole second in `(low, high]` whose offset is not `before`. */
function firstChange(offsetAt: (t: Micros) => number, low: Micros, high: Micros, before: number): Micros {
  let [same, changed] = [low / MICROS_PER_SECOND, high / MICROS_PER_SECOND];
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(middle * MICROS_PER_SECOND) === before) same = middle;
    else changed = middle;
  }
  return changed * MICROS_PER_SECOND;
}

/** Index of the last transition at or before an instant; -1 before the first. */
function lastTransition(table: ZoneTable, t: Micros): number {
  let [low, high] = [-1, table.transitions.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((table.transitions[middle]?.at ?? Number.POSITIVE_INFINITY) <= t) low = middle;
    else high = middle;
  }
  return low;
}

/** The instant at which a local date of a zone begins. */
export function localMidnight(zone: string, day: Day): Micros {
  const local = day * MICROS_PER_DAY;
  return toUtc(zoneTable(zone, local, local), local, 'first');
}
