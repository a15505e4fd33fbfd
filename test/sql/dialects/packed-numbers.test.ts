import { expect, test } from 'vitest';
import { packedNumbers } from '../../../src/sql/dialects/packed-numbers.ts';
import { trino } from '../../../src/sql/dialects/trino.ts';
import { long } from '../../effort.ts';
import { trino as cluster, whereIsTrino } from '../../servers/trino.ts';

type Columns = Parameters<typeof packedNumbers>[0];

const HOUR = 3_600_000_000;

/** Halves of days from 1930 on: working days with a pause at noon, weekends, a summer that is an hour earlier, and a day that never comes. */
function calendar(days: number): Columns {
  const first = -14_610;
  const halves = Array.from({ length: 2 * days }, (_, i) => {
    const [day, isMorning] = [first + Math.floor(i / 2), i % 2 === 0];
    const [opens, hours] = isMorning ? [9, 3] : [13, 4];
    const at = day * 24 * HOUR + (opens - (day % 365 > 180 ? 1 : 0)) * HOUR;
    return day % 7 > 4 ? { open: 0, close: 0 } : { open: at, close: at + hours * HOUR };
  });
  let before = 0;
  const openBefore = halves.map(({ open, close }) => {
    before += close - open;
    return before - (close - open);
  });
  return [
    ['part', halves.map((_, i) => 2 * first + i)],
    ['calendar', halves.map(() => 0)],
    ['ob', openBefore],
    ['o1', halves.map(({ open }) => open)],
    ['c1', halves.map(({ close }, i) => (i === halves.length - 1 ? 9e15 : close))],
  ];
}

function unpacked({ codes, rows, columns }: ReturnType<typeof packedNumbers>): Columns {
  return columns.map(({ name, from }, i) => {
    let value = 0;
    const values = codes.map((code, at) => {
      const cell = rows[code]?.[i] ?? null;
      if (cell === null) return 0;
      value = from === 'the value before' ? value + cell : at * from + cell;
      return value;
    });
    return [name, values] as const;
  });
}

const ODD: Columns = [
  ['a', [5, -9e15, 9e15, 0, 9_007_199_254_740_991, -9_007_199_254_740_991]],
  ['b', [0, 0, 0, 0, 0, 1]],
  ['c', [1, 2, 3, 5, 8, 13]],
];

test.each([
  ['a calendar', calendar(400)],
  ['numbers that follow from nothing', ODD],
  ['one row', [['a', [7]]] as Columns],
  ['no row', [['a', []]] as Columns],
])('Packed numbers are what they were: %s', (_, columns) => {
  expect(unpacked(packedNumbers(columns))).toEqual(columns);
});

test.runIf(long)('A calendar of 110 years is a tenth of the statement that Trino takes', () => {
  const columns = calendar(110 * 365);
  const packed = packedNumbers(columns);
  expect(packed.rows.length).toBeLessThan(30);
  expect(unpacked(packed)).toEqual(columns);
  expect(JSON.stringify(columns).length).toBeGreaterThan(3_000_000);
  expect(trino.numberRows(columns).length).toBeLessThan(250_000);
});

test.runIf(cluster !== null)(
  `Trino unpacks what was packed for it${whereIsTrino}`,
  { timeout: 60_000 },
  async () => {
    const columns = calendar(6000);
    const made = await cluster?.schema('packed', []);
    const sql = trino.numberRows(columns);
    expect(sql).toContain('WITH ORDINALITY');
    const rows = await made?.rows(`SELECT * FROM (${sql}) ORDER BY part`);
    const value = (name: string) => columns.find(([column]) => column === name)?.[1] ?? [];
    expect(rows?.length).toBe(12_000);
    const told = columns.map(([name]) => [name, rows?.map((row) => (row as Record<string, number>)[name])]);
    expect(told).toEqual(columns.map(([name]) => [name, value(name)]));
  },
);
