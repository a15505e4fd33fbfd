import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { duckdb } from '../../../src/sql/dialects/duckdb.ts';
import { percentilesSql, type Spreads } from '../../../src/sql/judge/percentiles.ts';

const SHARES = [0.5, 0.9, 0.95];

let engine: Engine;

beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
  // Groups of 1 to 40 rows, of which one has no wait at all and some waits are above what a double holds.
  await engine.keep('waits', [
    `SELECT g % 3 AS period, CASE WHEN g % 5 = 0 THEN NULL ELSE 'b' || CAST(g % 4 AS VARCHAR) END AS b0,
       CASE WHEN g = 7 OR i % 6 = 0 THEN NULL ELSE (i * 7919 + g) % 23 + 9007199254740000 END AS took,
       CASE WHEN (g + i) % 3 > 0 THEN (g + i) % 2 END AS x1
     FROM (SELECT unnest(range(1, 41)) AS g) CROSS JOIN (SELECT unnest(range(1, 41)) AS i) WHERE i <= g`,
  ]);
});

afterAll(() => engine.close());

async function both(spreads: Omit<Spreads, 'dialect' | 'rows' | 'shares' | 'columns'>) {
  const asked = {
    ...{ rows: 'SELECT * FROM waits', shares: SHARES, ...spreads },
    columns: [
      ['took', 'took'],
      ['human', 'x1'],
    ] as const,
  };
  const answer = async (percentiles: Spreads['dialect']['percentiles']) => {
    const rows = await engine.rows(percentilesSql({ ...asked, dialect: { ...duckdb, percentiles } }));
    return rows.map((row) =>
      JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    );
  };
  return { own: (await answer(duckdb.percentiles)).sort(), counted: (await answer(null)).sort() };
}

test.each([
  ['periods and their groups', { by: ['period'], within: ['b0'], mean: 'x1' }, 3 + 14],
  ['periods alone', { by: ['period'], within: [], mean: null }, 3],
  ['some of the rows', { by: ['period'], within: ['b0'], where: 'took % 2 = 0', mean: 'x1' }, 17],
  ['all rows', { by: [], within: [] }, 1],
  ['no rows', { by: [], within: [], where: 'false' }, 1],
])('A running count gives the percentiles that the engine has of %s', async (_, spreads, rows) => {
  const { own, counted } = await both(spreads);
  expect(counted).toEqual(own);
  expect(own.length).toBeGreaterThanOrEqual(rows === 1 ? 1 : 3);
});

test('A running count takes the value that so many of the others do not exceed', async () => {
  // Of 1 to 20 the tenth, the eighteenth and the nineteenth; of 1 to 21 the next ones.
  for (const [most, values] of [
    [20, [10, 18, 19]],
    [21, [11, 19, 20]],
    [1, [1, 1, 1]],
  ] as const) {
    const rows = `SELECT unnest(range(1, ${most + 1})) AS v1`;
    const sql = percentilesSql({
      ...{ rows, columns: [['took', 'v1']], shares: SHARES, by: [], within: [] },
      dialect: { ...duckdb, percentiles: null },
    });
    expect(await engine.rows(sql)).toEqual([{ took: values }]);
  }
});
