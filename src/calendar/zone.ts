import type { ZoneTable } from '../model/reading.ts';
import type { Day, LocalMicros, Micros } from '../model/time.ts';
import { builtZone } from './built-zones.ts';
import { MICROS_PER_DAY, MICROS_PER_SECOND } from './day.ts';

export { ZONES_RELEASE, zoneNames } from './built-zones.ts';

/** No local date is further than this from its UTC date: Pacific/Apia moved by a whole day. */
const REACH = 2 * MICROS_PER_DAY;

/**
 * About the years 1600 to 2400: beyond the instants of the model, and no endless walk for one that is not.
 */
const FARTHEST = 430 * 365 * MICROS_PER_DAY;

/**
 * IANA names of places, and `UTC`. Abbreviations (`EST`, `CET`) and offsets are refused: they hide or lack
 * DST.
 */
export function isZone(name: string): boolean {
  return (name === 'UTC' || name.includes('/')) && builtZone(name) !== null;
}

/**
 * The offsets of a zone, exact for instants from two days before `from` to two days after `to`, so that
 * local times of the first and the last day convert exactly. Beyond, the outermost offset is held: ask for
 * the span that is needed.
 *
 * Offsets are data of the product, local mean time with its seconds included, and never those of the
 * machine: the same files give the same minutes everywhere. Throws a RangeError for a name that is no zone
 * and for a span that leaves the years 1600 to 2400.
 */
export function zoneTable(zone: string, from: Micros, to: Micros): ZoneTable {
  if (!(Math.abs(from) <= FARTHEST && Math.abs(to) <= FARTHEST))
    throw new RangeError('The span is out of range');
  const first = Math.floor((from - REACH) / MICROS_PER_SECOND) * MICROS_PER_SECOND;
  const last = Math.ceil((to + REACH) / MICROS_PER_SECOND) * MICROS_PER_SECOND;
  const table = builtZone(zone, new Date(last / 1000).getUTCFullYear());
  if (table === null) throw new RangeError(`"${zone}" is not a time zone`);
  return within(table, first, last);
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
 * The instant of a wall-clock time. One that the clock skips is the instant of the skip, the first that is
 * valid; one that the clock shows twice is its first or last occurrence, as asked.
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

/**
 * The same for times of which most follow each other: where the clock does not change for days around one, the
 * next is as far from UTC.
 */
export function utcOfTimes(table: ZoneTable): (local: LocalMicros, occurrence: 'first' | 'last') => Micros {
  let known = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY, offset: 0 };
  return (local, occurrence) => {
    if (local >= known.from && local < known.to) return local - known.offset;
    const index = lastTransition(table, local - REACH);
    const [opening, closing] = [table.transitions[index], table.transitions[index + 1]];
    known = {
      from: (opening?.at ?? Number.NEGATIVE_INFINITY) + REACH,
      to: (closing?.at ?? Number.POSITIVE_INFINITY) - REACH,
      offset: (opening?.after ?? table.initialOffset) * MICROS_PER_SECOND,
    };
    return toUtc(table, local, occurrence);
  };
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
