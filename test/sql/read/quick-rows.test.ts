import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zoneTable } from '../../../src/calendar/zone.ts';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { Row } from '../../../src/engine/engine.ts';
import type { FieldDef } from '../../../src/model/agreement.ts';
import type { FactColumn, ReadPlan } from '../../../src/model/reading.ts';
import { duckdb } from '../../../src/sql/dialects/duckdb.ts';
import { readSql } from '../../../src/sql/read/index.ts';
import { packed, unpackedScan } from '../../../src/sql/read/packed-cells.ts';
import { UNSEEN_ROWS } from '../../../src/sql/read/quick-cell.ts';
import { ODD_ROW } from '../../../src/sql/read/quick-rows.ts';
import { oneIn } from '../../effort.ts';

const engine = await openDuckDb({ threads: 1 });
afterAll(() => engine.close());

const AROUND = [
  '',
  ' ',
  '\t',
  '\r',
  '\v',
  '\u00a0',
  '\u1680',
  '\u2003',
  '\u2028',
  '\u202f',
  '\u3000',
  '\ufeff',
  '\0',
];

const TIMES = [
  ...[
    '2026-03-02 09:00:00',
    '2026-03-02T09:00:00',
    '2026-03-02t09:00:00',
    '2026-03-02 9:00:00',
    '2026-03-02 09:00',
  ],
  ...[
    '2026-03-02 09:00:0',
    '2026-03-02 09:00:5 ',
    '2026-03-02 09:00:0Z',
    '2026-03-02T09:00:5Z',
    '2026-03-02T09:00:0.',
    '2026-03-02 09:00:59',
    '2026-03-02 09:00:61',
    '2026-3-02 09:00:000',
  ],
  ...[
    '2026/03/02 09:00:00',
    '2026 03 02 09:00:00',
    '2026-03-02_09:00:00',
    '20260-3-02 09:00:00',
    '02026-3-02 9:00:00',
  ],
  ...[
    '2026-03-29 02:30:00',
    '2026-10-25 02:30:00',
    '2026-10-25 01:59:59',
    '2026-10-25 03:00:00',
    '2026-03-29 03:00:00',
  ],
  ...[
    '1989-12-31 23:59:59',
    '1990-01-01 00:00:00',
    '2017-12-31 23:59:59',
    '2029-12-31 23:59:59',
    '2030-01-01 00:00:00',
  ],
  ...[
    '2099-12-31 23:59:59',
    '2100-01-01 00:00:00',
    '026-01-01 01:00:00',
    ' 026-01-01 01:00:00',
    '+026-01-01 01:00:00',
  ],
  ...[
    '2026-03-02T09:00:00Z',
    '2026-03-02T09:00:00z',
    '2026-03-02T09:00:0 Z',
    '2026-03-02T09:00:00.123Z',
    '1985-03-02T09:00:00Z',
  ],
  ...[
    '2026-03-02T09:00:00.12 Z',
    '2026-03-02T09:00:00+01:00',
    '2026-03-02T09:00:00.000+0000',
    '2100-01-01T00:00:00Z',
  ],
  ...[
    '2026-03-02',
    '2026-3-2',
    '2026-03-2 ',
    '2026-02-30',
    '2026-03-29',
    '2026-10-25',
    '1989-12-31',
    '2026-03-02 00:00:00',
  ],
  ...[
    '02/03/2026 09:00',
    '02/03/2026 9:00',
    '2/3/2026 09:00',
    '31/02/2026 09:00',
    '29/03/2026 02:30',
    '25/10/2026 02:30',
  ],
  ...[
    '02/03/2026',
    '2/3/2026',
    '31/02/2026',
    '29/03/2026',
    '02/03/26',
    '02/03/2026 09:00:00',
    '02/03/2026 00:00',
  ],
  ...['1772442000', '1772442000000', 'n/a', 'N/A', '-', 'NULL', '2026', '', 'é', '２０２６-03-02 09:00:00'],
];

const NUMBERS = [
  ...[
    '7',
    '-7',
    '+7',
    '007',
    '-0',
    '1e3',
    '1.5',
    '1,5',
    '1.0',
    '1.',
    '.5',
    '-1.25',
    '-0.5',
    '+1.5',
    '1.123456',
    '1.1234567',
  ],
  ...[
    '999999999',
    '9999999999',
    '999999999.5',
    '1 000',
    '1_000',
    '0x10',
    '٣',
    '1.5.2',
    '1,000',
    '1.000',
    '12 €',
    'NaN',
    'inf',
  ],
];

const TEXTS = [
  ...[
    'Acme',
    'École',
    'Café',
    'Жук',
    '株式会社',
    'ﻻ',
    '“Quoted”',
    '–',
    'a b',
    '\u007f',
    '\u0080',
    '\u00a1',
    '\ud83d\ude00',
    'ꙮ',
  ],
  ...[
    'true',
    'TRUE',
    'Yes',
    'oui',
    'non',
    'faux',
    '0',
    '1',
    '2',
    'n/a',
    'N/A',
    '-',
    'a\nb',
    "it's",
    '~',
    '!',
    '\u2027x',
    '\u167fx',
  ],
];

const CELLS = [
  ...new Set(
    [...TIMES, ...NUMBERS, ...TEXTS].flatMap((cell) =>
      AROUND.flatMap((blank) => [blank + cell, cell + blank, blank + cell + blank]),
    ),
  ),
];

const FIELDS: readonly FieldDef[] = [
  field('text', 'text'),
  field('integer', 'integer'),
  field('decimal', 'decimal'),
  field('comma', 'decimal', { decimal: ',' }),
  field('boolean', 'boolean'),
  field('iso', 'datetime'),
  field('day', 'date'),
  field('french', 'datetime', { format: 'dd/MM/yyyy HH:mm' }),
  field('short', 'datetime', { format: 'd/M/yyyy H:mm' }),
  field('frenchday', 'date', { format: 'dd/MM/yyyy' }),
  field('daytime', 'datetime', { format: 'dd/MM/yyyy' }),
  field('joined', 'date', { format: 'yyyyMMdd' }),
];

function field(name: string, type: FieldDef['type'], rest: Partial<FieldDef> = {}): FieldDef {
  return { name, column: name, type, format: 'iso', decimal: '.', personal: false, path: [], ...rest };
}

function planOf(one: FieldDef, nulls: readonly string[], use: 'value' | 'text' | 'presence'): ReadPlan {
  const kind =
    one.type === 'date' || one.type === 'datetime'
      ? 'time'
      : one.type === 'integer' || one.type === 'decimal'
        ? 'number'
        : 'text';
  const there: FactColumn = { name: 'there', kind: 'flag', condition: { op: 'present', field: one.name } };
  const value: FactColumn = { name: 'value', kind, field: one.name };
  const text: FactColumn = { name: 'shown', kind: 'text', field: one.name };
  return {
    source: 'leads',
    table: 'leads',
    files: [],
    csv: { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 },
    nulls,
    fields: { id: field('id', 'text'), [one.name]: one },
    zone: zoneTable('Europe/Paris', Date.UTC(1990, 0, 1) * 1000, Date.UTC(2100, 0, 1) * 1000),
    key: 'id',
    unique: 'collapse',
    latestBy: null,
    maxRejected: 1,
    columns: [there, ...(use === 'presence' ? [] : [value]), ...(use === 'text' ? [text] : [])],
    joins: [],
  };
}

/** Cells as a scan of two columns; an empty cell is null, as the engine reads it. */
const scanOf = (cells: readonly string[]): string =>
  `(SELECT * FROM (VALUES ${cells.map((cell, i) => `('L${i}', nullif(${duckdb.text(cell)}, ''))`).join(', ')}) AS v(c0, c1))`;

beforeAll(() => engine.run(`CREATE TABLE cells AS ${scanOf(CELLS)}`));

/** A blank cell has no spread. */
const known = (row: Row | undefined): Row => (row?.value === null ? { ...row, value$w: null } : { ...row });

const cases = FIELDS.flatMap((one) =>
  [[], ['n/a', '-', '7', '2026-03-02', '2026-03-02 09:00:00', '1', 'no', '02/03/2026']].flatMap((nulls) =>
    (['value', 'text', 'presence'] as const).map((use) => [one.name, nulls, use] as const),
  ),
);

test.each(oneIn(6, cases))(
  'A plain cell of "%s" is what the long way makes of it, with %j for blank, used for its %s',
  async (name, nulls, use) => {
    const one = FIELDS.find((candidate) => candidate.name === name);
    if (!one) throw new Error('No such field');
    const sql = readSql(planOf(one, nulls, use), duckdb);
    const plain = sql.plain('cells', [0, 1]);
    if (plain === null) throw new Error('The field has no plain way');
    const long = new Map(
      (await engine.rows<{ key: string }>(sql.select('cells', [0, 1]))).map((row) => [row.key, row]),
    );
    const settled = ['0 AS "$gap"', ...(sql.settled === '' ? [] : [sql.settled])].join(', ');
    const rows = await engine.rows<{ key: string; $bad: number }>(`SELECT *, ${settled} FROM (${plain})`);
    expect(rows).toHaveLength(CELLS.length);
    // All at once: to expect something of each of so many cells takes longer than to read them.
    const others = rows.filter(
      (row) => row.$bad !== ODD_ROW && !isDeepStrictEqual(known(row), known(long.get(row.key))),
    );
    expect(others.map((row) => [CELLS[Number(row.key.slice(1))], row, long.get(row.key)])).toEqual([]);
    await engine.run(`CREATE OR REPLACE TABLE odd AS SELECT key FROM (${plain}) WHERE "$bad" = ${ODD_ROW}`);
    const lost = `SELECT c0, c1 FROM ${sql.unpacked('odd')} EXCEPT SELECT c0, c1 FROM cells`;
    expect(await engine.rows(lost)).toEqual([]);
  },
);

test.each([
  ['iso', '2026-03-02 09:00:00'],
  ['iso', '2026-03-02T09:00:01'],
  ['iso', '2026-03-02T09:00:00Z'],
  ['day', '2026-03-02'],
  ['french', '02/03/2026 09:00'],
  ['frenchday', '02/03/2026'],
  ['joined', '20260302'],
  ['integer', '120'],
  ['decimal', '120.55'],
  ['comma', '120,55'],
  ['boolean', 'Yes'],
  ['text', 'Acme'],
  ['text', 'École normale supérieure de Besançon, 1er café'],
  ['text', 'Жуковский'],
  ['text', '株式会社'],
  ['text', ''],
])('A cell of "%s" that is "%s" is a plain one', async (name, cell) => {
  const one = FIELDS.find((candidate) => candidate.name === name);
  if (!one) throw new Error('No such field');
  const plain = readSql(planOf(one, [], 'value'), duckdb).plain(scanOf([cell]), [0, 1]) ?? '';
  expect(await engine.rows(`SELECT "$bad" = 0 AS plain FROM (${plain})`)).toEqual([{ plain: true }]);
});

test('a form that is not tried leaves its cells to the long way, and changes no other', async () => {
  const one = field('iso', 'datetime');
  const sql = readSql(planOf(one, [], 'value'), duckdb);
  const scan = scanOf([
    '2026-03-02 09:00:00',
    '2026-03-02T09:00:00Z',
    '2026-03-02',
    '',
    '2026-03-02T10:00:01',
  ]);
  const all = await engine.rows(`SELECT key, value, "$bad" FROM (${sql.plain(scan, [0, 1])})`);
  const local = await engine.rows(
    `SELECT key, value, "$bad" FROM (${sql.plain(scan, [0, 1], { ...UNSEEN_ROWS, isTried: (form) => form === 'm1_0' })})`,
  );
  const odd = (rows: readonly Row[]) => rows.map(({ $bad }) => $bad === ODD_ROW);
  expect(odd(all)).toEqual([false, false, true, false, false]);
  expect(odd(local)).toEqual([false, true, true, false, false]);
  expect([0, 3, 4].map((row) => local[row])).toEqual([0, 3, 4].map((row) => all[row]));
  expect(all[1]).toMatchObject({ key: 'L1', value: Date.UTC(2026, 2, 2, 9) * 1000 });
});

test('a census counts rows, odd ones and the cells of each form', async () => {
  const sql = readSql(planOf(field('iso', 'datetime'), [], 'value'), duckdb);
  const scan = scanOf([
    '2026-03-02 09:00:00',
    '2026-03-02T09:00:00Z',
    '2026-03-02',
    '',
    '2026-03-02T10:00:01',
  ]);
  expect(await engine.rows(sql.census(scan, [0, 1]) ?? '')).toEqual([
    { n: 5, odd: 1, m1_0: 2, m1_1: 1, k0: null },
  ]);
  const none = sql.census(`(SELECT * FROM ${scan} LIMIT 0)`, [0, 1]) ?? '';
  expect(await engine.rows(none)).toEqual([{ n: 0, odd: 0, m1_0: 0, m1_1: 0, k0: null }]);
});

test('the plain cells of a column of few texts are known, and what they are is told without a look at them', async () => {
  const sql = readSql(planOf(field('text', 'text'), ['n/a'], 'text'), duckdb);
  const odd = ['Buyer ', ' Buyer', 'Head  of sales', '="7"', 'n/a', 'N/A', 'Bu\u00adyer', '\u00a0Buyer'];
  const plain = ['Buyer', 'Head of sales', "it's", 'École', '株式会社', 'n/a.'];
  const shown = [...odd, ...plain.slice(0, 3), ''];
  const scan = scanOf([shown, shown, shown, shown].flat());
  const [census] = await engine.rows<{ k1: readonly string[] }>(sql.census(scan, [0, 1]) ?? '');
  expect(census?.k1).toEqual(['Buyer', 'Head of sales', "it's"]);
  const all = scanOf([...odd, ...plain, '']);
  const sampled = {
    ...UNSEEN_ROWS,
    textsOf: (column: string) => (column === 'k1' ? (census?.k1 ?? []) : []),
  };
  const long = new Map(
    (await engine.rows<{ key: string }>(sql.select(all, [0, 1]))).map((row) => [row.key, row]),
  );
  const rows = await engine.rows<{ key: string; value: string; $bad: number }>(
    sql.plain(all, [0, 1], sampled) ?? '',
  );
  expect(rows.map(({ $bad }) => $bad === ODD_ROW)).toEqual([
    ...odd.map(() => true),
    ...plain.map(() => false),
    false,
  ]);
  for (const { key, value, $bad } of rows)
    if ($bad !== ODD_ROW) expect(long.get(key)).toMatchObject({ value, $bad: 0 });
  const many = scanOf(Array.from({ length: 13 }, (_, i) => `Title ${i}`));
  expect(await engine.rows(sql.census(many, [0, 1]) ?? '')).toEqual([{ n: 13, odd: 0, k0: null, k1: null }]);
});

test('a row is plain where all of its cells are, and a row without a key is not', async () => {
  const plan: ReadPlan = {
    ...planOf(field('day', 'date'), [], 'value'),
    fields: { id: field('id', 'text'), day: field('day', 'date'), size: field('size', 'integer') },
    columns: [
      { name: 'day', kind: 'time', field: 'day' },
      { name: 'size', kind: 'number', field: 'size' },
    ],
  };
  const scan = `(SELECT * FROM (VALUES ('A', '2026-03-02', '7'), ('B', '2026-03-02', '7 '), ('C', 'x', '7'), (NULL, '2026-03-02', '7'), ('E', NULL, NULL)) AS v(c0, c1, c2))`;
  const plain = readSql(plan, duckdb).plain(scan, [0, 1, 2]) ?? '';
  const read = `SELECT CASE WHEN "$bad" = 0 THEN key END AS key, count(*) AS n FROM (${plain}) GROUP BY 1 ORDER BY 1 NULLS LAST`;
  expect(await engine.rows(read)).toEqual([
    { key: 'A', n: 1 },
    { key: 'E', n: 1 },
    { key: null, n: 3 },
  ]);
});

test('raw cells are packed into one text and told apart again, whatever they hold', async () => {
  const cells = ['', ' ', 'a', '\x1c', '\x1d', '\x1e', '\x1c0', '\x1c2', '\x1d\x1d', '\x1e\x1c1\x1d', 'é\n"'];
  const rows = cells.flatMap((a) => [...cells, null].map((b) => [a, b]));
  const values = rows.map(
    ([a, b]) => `(${duckdb.text(a ?? '')}, ${b === null || b === undefined ? 'NULL' : duckdb.text(b)})`,
  );
  await engine.run(
    `CREATE OR REPLACE TABLE pairs AS SELECT * FROM (VALUES ${values.join(', ')}) AS v(c0, c1)`,
  );
  await engine.run(`CREATE OR REPLACE TABLE packed AS SELECT ${packed(['c0', 'c1'])} AS key FROM pairs`);
  const differing = `SELECT * FROM pairs EXCEPT ALL SELECT * FROM ${unpackedScan('packed', 2)}`;
  expect(await engine.rows(differing)).toEqual([]);
});
