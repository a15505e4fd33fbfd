import duckdb from '@duckdb/node-bindings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOfAny } from '../../src/engine/duckdb-library.ts';
import { plainRows } from '../../src/engine/duckdb-rows.ts';

let instance: Awaited<ReturnType<typeof duckdb.open>>;
let connection: Awaited<ReturnType<typeof duckdb.connect>>;

beforeAll(async () => {
  instance = await duckdb.open(':memory:', duckdb.create_config());
  connection = await duckdb.connect(instance);
});
afterAll(() => {
  duckdb.disconnect_sync(connection);
  duckdb.close_sync(instance);
});

const resultOf = (sql: string) => duckdb.query(connection, sql);

describe('the rows of a result', () => {
  it.each([
    ['SELECT true AS a, false AS b, NULL::BOOLEAN AS c'],
    [
      'SELECT (-128)::TINYINT AS a, (-32768)::SMALLINT AS b, (-2147483648)::INTEGER AS c, 255::UTINYINT AS d, 65535::USMALLINT AS e, 4294967295::UINTEGER AS f',
    ],
    [
      'SELECT 9007199254740991 AS a, 9007199254740992 AS b, -9223372036854775808 AS c, 18446744073709551615::UBIGINT AS d',
    ],
    [
      'SELECT 12::HUGEINT AS a, -12::HUGEINT AS b, (-170141183460469231731687303715884105727)::HUGEINT AS c, 170141183460469231731687303715884105727::HUGEINT AS d',
    ],
    ["SELECT 0.1::DOUBLE AS a, -1e308::DOUBLE AS b, 'nan'::DOUBLE AS c, '-inf'::DOUBLE AS d"],
    [
      'SELECT 0.7 AS a, -12.345::DECIMAL(4, 1) AS b, 1234567.89::DECIMAL(9, 2) AS c, 123456789012.345678::DECIMAL(18, 6) AS d, -1234567890123456789012.3456::DECIMAL(38, 4) AS e',
    ],
    [
      "SELECT '' AS a, 'twelve bytes' AS b, 'thirteen byte' AS c, 'café ☎ 😀' AS d, 'a' || chr(0) || 'b' AS e, repeat('long ', 9999) AS f",
    ],
    [
      "SELECT [1, NULL, 3]::BIGINT[] AS a, [] AS b, NULL::BIGINT[] AS c, [['x'], NULL, ['y', 'a text of some length']] AS d, [1.5, 2.25] AS e",
    ],
    ["SELECT 1 AS a, 2 AS a, 'x' AS b, 3 AS a"],
    ['SELECT 1 AS a WHERE false'],
    // More than one chunk, with nulls in each.
    [
      "SELECT CASE WHEN i % 3 > 0 THEN i END AS a, CASE WHEN i % 7 > 0 THEN 'row number ' || i END AS b, [i, NULL] AS c FROM range(5000) AS r(i)",
    ],
    ['CREATE TABLE made AS SELECT * FROM range(5)'],
    ['SET threads = 1'],
  ])('are those of the library: %s', async (sql) => {
    const found = plainRows(await resultOf(sql));
    await resultOf('DROP TABLE IF EXISTS made');
    expect(found).not.toBeNull();
    expect(found).toEqual(rowsOfAny(await resultOf(sql)));
    await resultOf('DROP TABLE IF EXISTS made');
  });

  it.each([
    "DATE '2026-03-02'",
    "TIMESTAMP '2026-03-02 09:14:00'",
    '{a: 1}',
    "INTERVAL '1 day'",
    "'x'::BLOB",
    "[DATE '2026-03-02']",
  ])('are left to the library where a type is not known: %s', async (value) => {
    expect(plainRows(await resultOf(`SELECT 1 AS a, ${value} AS b`))).toBeNull();
  });
});
