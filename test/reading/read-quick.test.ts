import { expect, test } from 'vitest';
import type { FactColumn } from '../../src/model/reading.ts';
import { columnsOf, field, read } from './reading.ts';

const BLANKS = ['', ' ', '\t', '\u00a0', '\ufeff', '\v'];

const TIMES = [
  '2026-03-02 09:00:00',
  '2026-03-02T09:00:00',
  '2026-03-02 09:00:0',
  '2026-03-02 09:00:61',
  '2026-03-2 09:00:000',
  '12026-1-01 01:00:00',
  '2026-1-01 01:00:00Z',
  '2026-01-01 01:00+01',
  '2026-03-29 02:30:00',
  '2026-10-25 02:30:00',
  '1989-12-31 23:59:59',
  '1991-06-01 00:00:00',
  '2099-12-31 23:59:59',
  '2100-01-01 00:00:00',
  '026-01-01 01:00:00',
  '2026-02-30 09:00:00',
  '２026-03-02 09:00:00',
  '2026-03-02 09:00:00Z',
  '2026-03-02',
  'n/a',
];

const NUMBERS = [
  '7',
  '-7',
  '+7',
  '007',
  '1e3',
  '1.5',
  '1.0',
  '1_000',
  '0x10',
  '999999999',
  '9999999999',
  '1 000',
  '-0',
  '٣',
];

/** Reads the cells once as values alone, and once so that their text is asked for too, which takes the long way. */
async function bothWays(
  type: 'datetime' | 'integer' | 'decimal',
  cells: readonly string[],
  nulls: readonly string[],
) {
  const lines = cells.map((cell, i) => `L${String(i).padStart(4, '0')},"${cell}"`);
  const fields = [field('id', 'text'), field('value', type)];
  const files = { 'leads.csv': `id,value\n${lines.join('\n')}\n` };
  const setting = { files, fields, plan: { nulls }, small: 0 };
  const text: FactColumn = { name: 'text', kind: 'text', field: 'value' };
  const values = await read(setting);
  const texts = await read({ ...setting, columns: [...columnsOf(fields.slice(1)), text] });
  return {
    quick: {
      rows: values.rows,
      ledger: values.report.ledger,
      dst: values.report.dst,
      rejects: values.rejects,
    },
    long: {
      rows: texts.rows.map(({ text: _, ...row }) => row),
      ledger: texts.report.ledger,
      dst: texts.report.dst,
      rejects: texts.rejects,
    },
  };
}

const around = (cells: readonly string[]): readonly string[] =>
  cells.flatMap((cell) => BLANKS.flatMap((before) => BLANKS.map((after) => `${before}${cell}${after}`)));

test('a time is read the same the quick way and the long way, whatever stands around it', async () => {
  const { quick, long } = await bothWays('datetime', around(TIMES), ['n/a']);
  expect(quick.ledger.read).toBe(TIMES.length * BLANKS.length ** 2);
  expect(quick).toEqual(long);
});

test.each(['integer', 'decimal'] as const)(
  '%s cells are read the same the quick way and the long way',
  async (type) => {
    const { quick, long } = await bothWays(type, around(NUMBERS), []);
    expect(quick).toEqual(long);
  },
);

test('a word for blank that looks like a time or a number is blank', async () => {
  const times = await bothWays(
    'datetime',
    ['2001-01-01 00:00:00', '2026-03-02 09:00:00'],
    ['2001-01-01 00:00:00'],
  );
  expect(times.quick.rows.map(({ value }) => value === null)).toEqual([true, false]);
  const numbers = await bothWays('integer', ['-1', '5'], ['-1']);
  expect(numbers.quick.rows.map(({ value }) => value)).toEqual([null, 5]);
});
