import { expect, test } from 'vitest';
import { boundSql, withWholeNumbers } from '../../src/engine/trino-values.ts';
import { withNamedRows } from '../../src/sql/named-rows.ts';

test('A text of millions of digits or quotes is read and written like any other', () => {
  const digits = '0123456789'.repeat(1_000_000);
  const json = `["${digits}",9007199254740993]`;
  expect(withWholeNumbers(json) === `["${digits}","9007199254740993"]`).toBe(true);
  const quotes = "'".repeat(5_000_000);
  const sql = boundSql(`SELECT '${digits}', $1`, [quotes]);
  expect(sql.length).toBe(digits.length + 2 * quotes.length + 13);
  expect(withNamedRows(sql, '') === sql).toBe(true);
});
