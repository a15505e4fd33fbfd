import { toLocal, zoneTable } from '../calendar/zone.ts';
import type { LocalMicros, Micros } from '../model/time.ts';

/** The years that a spreadsheet and an agreement know. */
const [FROM, TO] = [Date.UTC(1900, 0, 1) * 1000, Date.UTC(2200, 0, 1) * 1000];

/** What the clocks of a zone show at an instant. */
export function wallClock(zone: string): (instant: Micros) => LocalMicros {
  const table = zoneTable(zone, FROM, TO);
  return (instant) => toLocal(table, instant);
}

/**
 * `2026-03-06 16:30:00`, as spreadsheets of every language read it; milliseconds only where there are some.
 */
export function wallText(local: LocalMicros): string {
  return new Date(Math.floor(local / 1000))
    .toISOString()
    .replace('T', ' ')
    .replace(/(?:\.000)?Z$/, '');
}
