import { expect, test } from 'vitest';
import { zoneTable } from '../../../src/calendar/zone.ts';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import { localTime } from '../../../src/sql/read/local-time.ts';

/** Every instant whose wall clock in the zone shows that time, by asking Intl around it. */
function instantsOf(zone: string, local: number): readonly number[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const wanted = new Date(local).toISOString().slice(0, 19).replace('T', ' ');
  const found: number[] = [];
  for (let quarter = -26 * 4; quarter <= 26 * 4; quarter++) {
    const t = local + quarter * 900_000;
    if (format.format(t) === wanted) found.push(t);
  }
  return found;
}

test.each([
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'UTC',
])(
  'A local time of %s becomes its first instant, and the seconds to its last, in usual and in rare years',
  async (zone) => {
    const table = zoneTable(zone, Date.UTC(1990, 0, 1) * 1000, Date.UTC(2100, 0, 1) * 1000);
    const clock = localTime(table);
    const near = table.transitions.filter((_, index) => index % 7 === 0).map(({ at }) => at / 1000);
    const anchors = [
      ...near,
      Date.UTC(2026, 2, 29),
      Date.UTC(2026, 9, 25),
      Date.UTC(2026, 2, 8),
      Date.UTC(2011, 11, 30),
    ];
    const locals = anchors.flatMap((at) =>
      [-600, -120, -75, 0, 30, 60, 90, 125, 600].map((minutes) => at + minutes * 60_000),
    );
    const engine = await openDuckDb({ threads: 1 });
    const rows = await engine.rows<{
      l: number;
      sure: number | null;
      first: number;
      spread: number;
      skipped: boolean;
    }>(
      `SELECT l, ${clock.offset('l')} AS sure, ${clock.earliest('l')} AS first, ${clock.spread('l')} AS spread, ${clock.skipped('l')} AS skipped
       FROM (SELECT unnest([${locals.map((local) => local * 1000).join(', ')}]) AS l, ${clock.lists.join(', ')})`,
    );
    await engine.close();
    expect(rows).toHaveLength(locals.length);
    const transitions = new Set(table.transitions.map(({ at }) => at));
    for (const row of rows) {
      const instants = instantsOf(zone, row.l / 1000);
      if (row.sure !== null) expect(instants.map((at) => at * 1000)).toEqual([row.l - row.sure]);
      expect(row.skipped, `${zone} ${row.l}`).toBe(instants.length === 0);
      if (instants.length === 0) {
        expect(transitions.has(row.first)).toBe(true);
        continue;
      }
      expect(row.first).toBe(Math.min(...instants) * 1000);
      expect(row.spread).toBe((Math.max(...instants) - Math.min(...instants)) / 1000);
    }
  },
);
