import type { ZoneTable } from '../model/reading.ts';
import { MICROS_PER_SECOND } from './day.ts';

/** The span that tables of the build hold: the plausible instants of a cell, and what their first and last day need. */
export const BUILT_FROM = Date.UTC(1989, 11, 1) * 1000;
export const BUILT_TO = Date.UTC(2100, 1, 1) * 1000;

let lines = '';
const tables = new Map<string, ZoneTable>();

/**
 * Uses zones that were written down when the package was built, because to ask ICU for the first one takes longer than to read an agreement. Only for a
 * runtime whose time-zone data is that of the build: both say the same, or this is not called. An empty text forgets them.
 */
export function useBuiltZones(text: string): void {
  lines = text;
  tables.clear();
}

/** All offsets from `BUILT_FROM` to `BUILT_TO`; null for a zone that the build does not hold, an alias for instance. */
export function builtZone(zone: string): ZoneTable | null {
  const known = tables.get(zone);
  if (known) return known;
  const at = /^[\w+/-]+$/.test(zone) ? lines.indexOf(` ${zone} `) : -1;
  if (at < 0) return null;
  const start = lines.indexOf('|', at) + 1;
  const table = unpack(zone, lines.slice(start, lines.indexOf('\n', start)));
  tables.set(zone, table);
  return table;
}

/** Zones with one history share a line: ` Europe/Berlin Europe/Paris |2s0 …`. */
export function packZones(zones: readonly ZoneTable[]): string {
  const names = new Map<string, string[]>();
  for (const table of zones) {
    const history = pack(table);
    names.set(history, [...(names.get(history) ?? []), table.zone]);
  }
  return [...names].map(([history, zones]) => ` ${zones.join(' ')} |${history}\n`).join('');
}

/** The first offset, then for each change the seconds since the last one and, unless it is the one before, the offset after it; in base 36. */
function pack({ initialOffset, transitions }: ZoneTable): string {
  const parts = [base36(initialOffset)];
  let [last, earlier] = [BUILT_FROM, Number.NaN];
  for (const { at, before, after } of transitions) {
    const seconds = base36((at - last) / MICROS_PER_SECOND);
    parts.push(after === earlier ? seconds : `${seconds}:${base36(after)}`);
    [last, earlier] = [at, before];
  }
  return parts.join(' ');
}

function unpack(zone: string, history: string): ZoneTable {
  const [first = '', ...changes] = history.split(' ');
  const transitions: { at: number; before: number; after: number }[] = [];
  const initialOffset = Number.parseInt(first, 36);
  let [at, before, earlier] = [BUILT_FROM, initialOffset, Number.NaN];
  for (const change of changes) {
    const [seconds = '', offset] = change.split(':');
    at += Number.parseInt(seconds, 36) * MICROS_PER_SECOND;
    const after = offset === undefined ? earlier : Number.parseInt(offset, 36);
    transitions.push({ at, before, after });
    [before, earlier] = [after, before];
  }
  return { zone, initialOffset, transitions };
}

const base36 = (number: number): string => number.toString(36);
