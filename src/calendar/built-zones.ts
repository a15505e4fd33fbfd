import { release, text } from '../generated/zones.js';
import type { ZoneTable } from '../model/reading.ts';
import type { Micros } from '../model/time.ts';
import { dayOf, MICROS_PER_DAY, MICROS_PER_SECOND, weekday } from './day.ts';

/** The release of the IANA time zone database that everything is judged by, whatever Node runs: `2026f`. */
export const ZONES_RELEASE = release;

/** Rules without an end are followed to the end of this year, further where it is asked for. */
const USUAL_YEAR = 2100;

const tables = new Map<string, { readonly table: ZoneTable; readonly toYear: number }>();

let lowered: string | null = null;

/**
 * All offsets of a zone from its local mean time to the end of 2100 or of `toYear`, by the rules that were
 * the newest when the package was built; null for a name that is none. Upper and lower case are the same,
 * as in the names of IANA.
 */
export function builtZone(zone: string, toYear = USUAL_YEAR): ZoneTable | null {
  const known = tables.get(zone);
  if (known && toYear <= known.toYear) return known.table;
  const at = placeOf(zone);
  if (at < 0) return null;
  const start = text.indexOf('|', at) + 1;
  const until = Math.max(toYear, USUAL_YEAR);
  const table = unpack(zone, text.slice(start, text.indexOf('\n', start)), until);
  tables.set(zone, { table, toYear: until });
  return table;
}

/** The names of all zones, aliases included, sorted. */
export function zoneNames(): readonly string[] {
  return text.split('\n').flatMap(namesOf).sort();
}

const namesOf = (line: string): readonly string[] =>
  line.slice(1, line.indexOf(' |')).split(' ').filter(Boolean);

function placeOf(zone: string): number {
  if (!/^[\w+/-]+$/.test(zone)) return -1;
  const exact = text.indexOf(` ${zone} `);
  if (exact >= 0) return exact;
  lowered ??= text.toLowerCase();
  return lowered.indexOf(` ${zone.toLowerCase()} `);
}

/** What `src/build/zones.ts` packs, and its rule followed to the end of a year. */
function unpack(zone: string, history: string, toYear: number): ZoneTable {
  const [told = '', rule = ''] = history.split('~');
  const [first = '', ...changes] = told.split(' ');
  const transitions: { at: Micros; before: number; after: number }[] = [];
  const initialOffset = Number.parseInt(first, 36);
  let [at, before, earlier] = [0, initialOffset, Number.NaN];
  for (const change of changes) {
    const [time = '', offset] = change.split(':');
    at += secondsOf(time) * MICROS_PER_SECOND;
    const after = offset === undefined ? earlier : Number.parseInt(offset, 36);
    transitions.push({ at, before, after });
    [before, earlier] = [after, before];
  }
  const [from, ...yearly] = rule.split(' ');
  if (!from) return { zone, initialOffset, transitions };
  const rules = yearly.map((change) => change.split('.').map(Number));
  for (let year = Number(from); year <= toYear; year++) {
    for (const [month = 1, date = 1, day = 0, time = 0, after = 0] of rules) {
      const earliest = dayOf(year, month, date) ?? 0;
      const local = (earliest + ((day - weekday(earliest) + 7) % 7)) * MICROS_PER_DAY;
      transitions.push({ at: local + (time - before) * MICROS_PER_SECOND, before, after });
      before = after;
    }
  }
  return { zone, initialOffset, transitions };
}

/** Quarters of an hour or, behind a point, seconds; in base 36. */
const secondsOf = (time: string): number =>
  time.startsWith('.') ? Number.parseInt(time.slice(1), 36) : Number.parseInt(time, 36) * 900;
