import { expect, test } from 'vitest';
import { boundSql, textsOf, valuesOf, withWholeNumbers } from '../../src/engine/trino-values.ts';

const types = (...names: readonly string[]) => names.map((type) => ({ type }));

test('Numbers are told to their last digit, and texts stay what they are', () => {
  const json = withWholeNumbers(
    String.raw`[[9007199254740993,-9223372036854775808,"9007199254740993",[1,9007199254740995],1.2345678901234567e20,"a\\\"9007199254740993,",0.1234567890123456]]`,
  );
  const data = JSON.parse(json);
  const columns = types('bigint', 'bigint', 'varchar', 'array(bigint)', 'double', 'varchar', 'double');
  expect(valuesOf({ columns, data })).toEqual([
    [
      ...[9007199254740993n, -9223372036854775808n, '9007199254740993', [1, 9007199254740995n]],
      ...[1.2345678901234567e20, 'a\\"9007199254740993,', 0.1234567890123456],
    ],
  ]);
});

test.each([
  ['{"data":[[12]]}', '{"data":[[12]]}'],
  ['["\\\\",1234567890123456]', '["\\\\","1234567890123456"]'],
  ['["1234567890123456', '["1234567890123456'],
])('JSON without a number that would be rounded is left as it is: %s', (json, read) => {
  expect(withWholeNumbers(json)).toBe(read);
});

test('Decimals, truths, lists and nulls are the values of an engine, and a map is none', () => {
  const columns = types('decimal(18, 6)', 'boolean', 'array(boolean)', 'integer', 'varchar');
  expect(valuesOf({ columns, data: [['12.500000', true, [false, null], 5, null]] })).toEqual([
    [12.5, true, [false, null], 5, null],
  ]);
  expect(valuesOf({ columns: types('map(varchar, integer)'), data: [[{ a: 1 }]] })).toBeNull();
  expect(textsOf({ data: [['a', null]] })).toEqual([['a', null]]);
  expect(textsOf({ data: [[1]] })).toBeNull();
});

test('Parameters stand in place as literals, but for what looks like one within quotes', () => {
  expect(
    boundSql(`SELECT '$1', "a$1$2", $1, $2, $10 FROM "t$1"`, ["l'été $2", 7, ...Array(7).fill(0), null]),
  ).toBe(`SELECT '$1', "a$1$2", 'l''été $2', 7, NULL FROM "t$1"`);
  expect(boundSql('SELECT $1', [true])).toBe('SELECT true');
  expect(boundSql('SELECT 1', [])).toBe('SELECT 1');
  expect(() => boundSql('SELECT $1', [['a']])).toThrow('takes no parameter');
});
