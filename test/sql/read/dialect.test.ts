import { expect, test } from 'vitest';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { Condition } from '../../../src/model/condition.ts';
import { type ConditionColumn, conditionSql } from '../../../src/sql/condition.ts';
import { duckdb } from '../../../src/sql/dialects/duckdb.ts';

const HOSTILE = [
  "it's",
  'a\\b',
  'say "hi"',
  "'; DROP TABLE x; --",
  'two\nlines',
  'nul\0byte',
  'é漢😀',
  '',
  "''",
  '$1',
  '%',
];

test('a text literal and a quoted identifier hold any text', async () => {
  const engine = await openDuckDb({ threads: 1 });
  for (const text of HOSTILE) {
    expect(await engine.rows(`SELECT ${duckdb.text(text)} AS t`)).toEqual([{ t: text }]);
    if (text === '' || text.includes('\0')) continue;
    expect(await engine.rows(`SELECT 1 AS ${duckdb.identifier(text)}`)).toEqual([{ [text]: 1 }]);
  }
  await engine.close();
});

test('SQL reads the files of the run and no other, and can not change that', async () => {
  const engine = await openDuckDb({ threads: 1 });
  await engine.confine([]);
  await expect(engine.rows("SELECT * FROM read_text('/etc/hosts')")).rejects.toThrow(/Permission/);
  await expect(engine.run('SET enable_external_access = true')).rejects.toThrow();
  await engine.close();
});

test('a condition is true or false for a blank cell, and its negation the other', async () => {
  const columns: Record<string, ConditionColumn> = {
    t: { sql: 'NULL::VARCHAR', type: 'text' },
    n: { sql: 'NULL::DOUBLE', type: 'number' },
  };
  const tests: readonly Condition[] = [
    { op: 'in', field: 't', values: ['x'] },
    { op: 'in', field: 'n', values: [1] },
    { op: 'range', field: 'n', min: 1, max: 2 },
    { op: 'compare', field: 'n', cmp: '>=', value: 1 },
    { op: 'matches', field: 't', pattern: '.*' },
    { op: 'present', field: 't' },
  ];
  const engine = await openDuckDb({ threads: 1 });
  for (const of of tests) {
    const sql = (condition: Condition) =>
      conditionSql(condition, (field) => columns[field] ?? { sql: 'NULL', type: 'text' }, duckdb);
    expect(await engine.rows(`SELECT ${sql(of)} AS yes, ${sql({ op: 'not', of })} AS no`)).toEqual([
      { yes: false, no: true },
    ]);
  }
  await engine.close();
});

test.each([
  ['decimal', '0.123456', { op: 'compare', field: 'n', cmp: '>=', value: 0.1234567 }, false],
  ['decimal', '0.123457', { op: 'compare', field: 'n', cmp: '>=', value: 0.1234567 }, true],
  ['decimal', '0.3', { op: 'in', field: 'n', values: [0.3] }, true],
  ['decimal', '123456789012.1', { op: 'compare', field: 'n', cmp: '<=', value: 123456789012.1 }, true],
  ['text', '0.1234566', { op: 'compare', field: 'n', cmp: '>=', value: 0.1234567 }, false],
  ['text', '0.1234567', { op: 'compare', field: 'n', cmp: '>=', value: 0.1234567 }, true],
  ['text', '5000000000000', { op: 'range', field: 'n', min: 1e12, max: null }, true],
  ['text', 'inf', { op: 'compare', field: 'n', cmp: '>=', value: 5 }, false],
  ['text', 'nan', { op: 'compare', field: 'n', cmp: '>=', value: 5 }, false],
] as const)(
  'nothing is rounded before it is compared: as %s, %s with %j is %s',
  async (type, cell, of, wanted) => {
    const column: ConditionColumn =
      type === 'text'
        ? { sql: `'${cell}'`, type: 'text' }
        : { sql: duckdb.tryNumber(`'${cell}'`, type), type: 'number' };
    const engine = await openDuckDb({ threads: 1 });
    const rows = await engine.rows(`SELECT ${conditionSql(of, () => column, duckdb)} AS yes`);
    await engine.close();
    expect(rows).toEqual([{ yes: wanted }]);
  },
);

test('points of a score add up as they are written', async () => {
  const points = [0.7, 0.1].map((add) => ({ add, when: { op: 'all', of: [] } as const }));
  const sql = conditionSql(
    { op: 'score', atLeast: 0.8, points },
    () => ({ sql: 'NULL', type: 'text' }),
    duckdb,
  );
  const engine = await openDuckDb({ threads: 1 });
  expect(await engine.rows(`SELECT ${sql} AS yes`)).toEqual([{ yes: true }]);
  await engine.close();
});
