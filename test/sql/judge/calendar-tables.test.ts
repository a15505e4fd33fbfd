import { expect, test } from 'vitest';
import { NOTHING_CLOSED } from '../../../src/calendar/closures.ts';
import { calendarTable, openAt } from '../../../src/calendar/table.ts';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import { duckdb } from '../../../src/sql/dialects/duckdb.ts';
import { calendarTablesSql } from '../../../src/sql/judge/calendar-tables.ts';
import { Lookups } from '../../../src/sql/judge/lookups.ts';
import { MINUTE, type PlainCalendar, walk, walkDue, walkOpen } from '../../calendar/walker.ts';

const DAY = 1440;
const HOUR = 3_600_000_000;
const DAYS = 18;

/** Windows of one day in minutes; how many hours a part has, and how many windows. */
const DAY_PLANS: readonly (readonly [
  name: string,
  zone: string,
  turn: string,
  windows: readonly (readonly [number, number])[],
  hours: number,
  width: number,
])[] = [
  ['one window', 'Europe/Paris', '2026-03-29', [[540, 1020]], 24, 1],
  // biome-ignore format: a row a plan
  ['a pause at noon', 'Europe/Paris', '2026-03-29', [[540, 750], [840, 1080]], 12, 1],
  // biome-ignore format: a row a plan
  ['a pause at noon across the ocean', 'America/New_York', '2026-03-08', [[540, 720], [780, 1020]], 2, 1],
  // biome-ignore format: a row a plan
  ['three shifts', 'Europe/Paris', '2026-10-25', [[60, 200], [480, 720], [1000, 1435]], 2, 1],
  // biome-ignore format: a row a plan
  ['two windows within the hour', 'UTC', '2026-03-08', [[600, 610], [620, 630], [900, 960]], 12, 2],
  ['a night', 'America/New_York', '2026-11-01', [[1320, 1740]], 24, 1],
  ['day and night', 'Australia/Lord_Howe', '2026-04-05', [[0, 1440]], 24, 1],
];

test.each(DAY_PLANS)(
  'Open time and due times of %s in %s around %s are those of a walk through the minutes',
  async (_, zone, turn, windows, hours, width) => {
    const firstDay = Date.parse(`${turn}T00:00:00Z`) / 86_400_000 - 9;
    const weekdays = Array.from({ length: 7 }, (_, day) => (day < 6 ? windows : []));
    const plain: PlainCalendar = {
      zone,
      week: weekdays,
      off: new Set(),
      special: new Map(),
      seasons: [],
      hours: [],
    };
    const walked = walk(plain, firstDay * DAY, DAYS * DAY);
    const def = {
      ...{ id: 'office', timezone: zone, seasons: [], holidays: [], closed: [], open: [] },
      week: weekdays.map((list) => list.map(([open, close]) => ({ open, close }))),
    };
    const table = calendarTable({
      def,
      closures: NOTHING_CLOSED,
      firstDay: firstDay + 2,
      lastDay: firstDay + DAYS - 2,
    });
    const toLoad = { table, openAt: (t: number) => openAt(table, t), more: 0 };
    const { made, tables } = calendarTablesSql([toLoad], duckdb);
    expect([tables.partLength / HOUR, tables.width]).toEqual([hours, width]);
    const calendar = { tables, number: '0', partsFrom: '0', datesFrom: '0' };

    const origin = firstDay * DAY * MINUTE;
    // Every 23 minutes and at the hours, where parts end; just before and after as well.
    const minutes = Array.from({ length: 10 * DAY }, (_, i) => 4 * DAY + i).filter(
      (minute) => minute % 23 === 0 || minute % 60 === 0,
    );
    const instants = minutes.flatMap((minute) => [-1, 0, 1].map((more) => minute * MINUTE + more));
    const engine = await openDuckDb({ threads: 1 });
    try {
      for (const { name, selects } of made) await engine.keep(name, selects);
      const lookups = new Lookups({ dialect: duckdb });
      const [start, stop] = [lookups.openAtStart(calendar, 't'), lookups.openAtStop(calendar, 't')];
      const due = lookups.instant(calendar, 't', String(HOUR));
      const rows = await engine.rows<{ t: number; start: number; stop: number; before: number; due: number }>(
        `SELECT t, ${start} AS start, ${stop.at} AS stop, ${stop.before} AS before, ${due} AS due
         FROM (SELECT unnest([${instants.map((t) => origin + t).join(', ')}]) AS t) ${lookups}`,
      );
      expect(rows).toHaveLength(instants.length);
      const atStart = walkOpen(walked, 2 * DAY * MINUTE);
      const wrong = rows.filter((row) => {
        const t = row.t - origin;
        const open = walkOpen(walked, t) - atStart;
        const before = walkOpen(walked, t - 1) - atStart;
        const wanted = walkDue(walked, t, HOUR);
        return (
          row.start !== open || row.stop !== open || row.before !== before || row.due - origin !== wanted
        );
      });
      expect(wrong).toEqual([]);
    } finally {
      await engine.close();
    }
  },
);

test('Calendars of one table answer each for its own rows, as a walk through the minutes does', async () => {
  const firstDay = Date.parse('2026-03-20T00:00:00Z') / 86_400_000;
  const origin = firstDay * DAY * MINUTE;
  const plans = DAY_PLANS.slice(1, 5).map(([, zone, , windows]) => {
    const week = Array.from({ length: 7 }, (_, day) => (day < 6 ? windows : []));
    const nothing = { off: new Set<string>(), special: new Map(), seasons: [], hours: [] };
    const walked = walk({ zone, week, ...nothing }, firstDay * DAY, DAYS * DAY);
    const def = {
      ...{ id: 'own', timezone: zone, seasons: [], holidays: [], closed: [], open: [] },
      week: week.map((list) => list.map(([open, close]) => ({ open, close }))),
    };
    const days = { firstDay: firstDay + 2, lastDay: firstDay + DAYS - 2 };
    return { walked, table: calendarTable({ def, closures: NOTHING_CLOSED, ...days }) };
  });
  const toLoad = plans.map(({ table }) => ({ table, openAt: (t: number) => openAt(table, t), more: 0 }));
  const { made, tables, places } = calendarTablesSql(toLoad, duckdb);
  const pick = (of: (place: (typeof places)[number]) => number) =>
    `CASE n ${places.map((place, n) => `WHEN ${n} THEN ${of(place)}`).join(' ')} END`;
  const byRow = {
    tables,
    number: pick(({ number }) => number),
    partsFrom: pick(({ partsFrom }) => partsFrom),
    datesFrom: pick(({ datesFrom }) => datesFrom),
  };
  const engine = await openDuckDb({ threads: 1 });
  try {
    for (const { name, selects } of made) await engine.keep(name, selects);
    const lookups = new Lookups({ dialect: duckdb });
    const start = lookups.openAtStart(byRow, 't');
    const due = lookups.instant(byRow, 't', `${HOUR} * (n + 1)`);
    const closing = lookups.closing(byRow, 'd', 'n + 1').close;
    const instants = Array.from({ length: 100 }, (_, i) => (4 * DAY + 97 * i) * MINUTE);
    const rows = await engine.rows<{
      n: number;
      t: number;
      d: number;
      start: number;
      due: number;
      close: number;
    }>(
      `SELECT n, t, d, ${start} AS start, ${due} AS due, ${closing} AS close
       FROM (SELECT n, t, t // ${DAY * MINUTE} AS d FROM (SELECT unnest([${instants.map((t) => origin + t).join(', ')}]) AS t),
             (SELECT unnest([0, 1, 2, 3]) AS n)) ${lookups}`,
    );
    expect(rows).toHaveLength(4 * instants.length);
    const wrong = rows.filter(({ n, t, d, ...row }) => {
      const plan = plans[n];
      if (!plan) return true;
      const { walked, table } = plan;
      const open = walkOpen(walked, t - origin) - walkOpen(walked, 2 * DAY * MINUTE);
      const closing = table.closings[(table.openDays[d - table.firstLocalDay] ?? 0) + n + 1];
      const wanted = walkDue(walked, t - origin, HOUR * (n + 1));
      return row.start !== open || row.due - origin !== wanted || row.close !== closing;
    });
    expect(wrong).toEqual([]);
  } finally {
    await engine.close();
  }
});
