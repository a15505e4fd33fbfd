import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zoneTable } from '../../../src/calendar/zone.ts';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import type { FieldDef } from '../../../src/model/agreement.ts';
import type { FactColumn, ReadPlan } from '../../../src/model/reading.ts';
import { written } from '../../../src/sql/dialects/index.ts';
import { typedFactsSql } from '../../../src/sql/printed/facts.ts';
import { SIGNS, signsSql } from '../../../src/sql/printed/texts.ts';
import { field } from '../../reading/reading.ts';
import type { CountedRow } from './counts.ts';
import { postgres, whereIsPostgres } from './postgres.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
});

afterAll(() => engine.close());

/** All of time that a column may hold. */
const ALWAYS = { from: -9e15, to: 9e15 };

/** Microseconds of a UTC time. */
const at = (...[year, month, ...rest]: [number, number, number, number?, number?, number?]): number =>
  Date.UTC(year, month - 1, ...rest) * 1000;

/** What is asked of every engine: values of one column, as SQL that all read, and the facts that they become. */
interface Awkward {
  readonly name: string;
  readonly type: FieldDef['type'];
  /** Of the column. */
  readonly sql: string;
  readonly timezone: string | null;
  /** A literal, and its fact; of dates with its width; `left out` where the row is not read. */
  readonly values: readonly (readonly [literal: string, fact: unknown, width?: number])[];
}

const LEFT_OUT = 'left out';

const stamp = (text: string) => `CAST('${text}' AS timestamp)`;
const instant = (text: string) => `CAST('${text}' AS timestamp with time zone)`;

const TABLE: readonly Awkward[] = [
  {
    name: 'texts',
    type: 'text',
    sql: 'text',
    timezone: null,
    values: [
      ['NULL', null],
      ["''", null],
      ["'   '", null],
      ["'\u00a0\u2003'", null],
      ["'n/a'", null],
      ["' N/A\u00a0'", null],
      ["'İ'", 'İ'],
      ["'e\u0301te\u0301'", 'été'],
      ["'  two\u00a0  words\u202f'", 'two words'],
      ["'un\u200bseen\ufe0f'", 'unseen'],
      ["'Ｚoë – ‘x’'", "Zoë - 'x'"],
      ["'O''Neil'", "O'Neil"],
      ["'back\\slash'", 'back\\slash'],
    ],
  },
  {
    name: 'whole numbers',
    type: 'integer',
    sql: 'double precision',
    timezone: null,
    values: [
      ['NULL', null],
      ['0', 0],
      ['-0.0', 0],
      ['9007199254740991', 9_007_199_254_740_991],
      ['1.5', LEFT_OUT],
    ],
  },
  {
    name: 'amounts',
    type: 'decimal',
    sql: 'numeric(20, 8)',
    timezone: null,
    values: [
      ['NULL', null],
      ['0.1', 0.1],
      ['99999999999.25', 99_999_999_999.25],
      ['-12.34', -12.34],
      ['0.0000001', LEFT_OUT],
    ],
  },
  {
    name: 'amounts in binary fractions',
    type: 'decimal',
    sql: 'double precision',
    timezone: null,
    values: [
      ['0.1', 0.1],
      ['3394.1', 3394.1],
      ['1e-7', LEFT_OUT],
    ],
  },
  {
    name: 'local times on both sides of each change of clocks',
    type: 'datetime',
    sql: 'timestamp',
    timezone: 'Europe/Paris',
    values: [
      ['NULL', null, 0],
      [stamp('1969-12-31 23:59:59'), LEFT_OUT],
      [stamp('1989-12-31 23:59:59'), LEFT_OUT],
      [stamp('2038-01-19 04:14:08'), at(2038, 1, 19, 3, 14, 8), 0],
      [stamp('2100-01-01 00:00:00'), LEFT_OUT],
      [stamp('2026-03-02 09:00:00.123457'), at(2026, 3, 2, 8) + 123_457, 0],
      [stamp('2026-03-29 01:59:59'), at(2026, 3, 29, 0, 59, 59), 0],
      [stamp('2026-03-29 02:30:00'), at(2026, 3, 29, 1), 0],
      [stamp('2026-03-29 03:00:00'), at(2026, 3, 29, 1), 0],
      [stamp('2026-10-25 01:59:59'), at(2026, 10, 24, 23, 59, 59), 0],
      [stamp('2026-10-25 02:30:00'), at(2026, 10, 25, 0, 30), 3600],
      [stamp('2026-10-25 03:00:00'), at(2026, 10, 25, 2), 0],
    ],
  },
  {
    name: 'instants',
    type: 'datetime',
    sql: 'timestamp with time zone',
    timezone: null,
    values: [
      ['NULL', null, 0],
      [instant('1969-12-31 23:59:59+00'), LEFT_OUT],
      [instant('2026-10-25 02:30:00.000001+02'), at(2026, 10, 25, 0, 30) + 1, 0],
      [instant('2026-10-25 02:30:00+01'), at(2026, 10, 25, 1, 30), 0],
      [instant('2038-01-19 03:14:08+00'), at(2038, 1, 19, 3, 14, 8), 0],
    ],
  },
  {
    name: 'days, which may be short or long',
    type: 'date',
    sql: 'date',
    timezone: 'Europe/Paris',
    values: [
      ['NULL', null, 0],
      ["CAST('1969-12-31' AS date)", LEFT_OUT],
      ["CAST('2026-03-28' AS date)", at(2026, 3, 27, 23), 86_400],
      ["CAST('2026-03-29' AS date)", at(2026, 3, 28, 23), 82_800],
      ["CAST('2026-10-25' AS date)", at(2026, 10, 24, 22), 90_000],
    ],
  },
  {
    name: 'days where clocks never change, east',
    type: 'date',
    sql: 'date',
    timezone: 'Asia/Kolkata',
    values: [
      ['NULL', null, 0],
      ["CAST('2026-03-28' AS date)", at(2026, 3, 27, 18, 30), 86_400],
    ],
  },
  {
    name: 'days where clocks never change, west',
    type: 'date',
    sql: 'date',
    timezone: 'America/Phoenix',
    values: [
      ['NULL', null, 0],
      ["CAST('2026-03-28' AS date)", at(2026, 3, 28, 7), 86_400],
    ],
  },
];

const nameOf = (i: number): string => `k${String(i).padStart(2, '0')}`;

/** Statements that make the table of some values, and the SELECT of its facts. */
function asked({ type, sql, timezone, values }: Awkward, name: string) {
  const isTime = type === 'date' || type === 'datetime';
  const kind = isTime ? 'time' : type === 'text' ? 'text' : 'number';
  const columns = [{ name: 'v', kind, field: 'v' }] as readonly FactColumn[];
  const plan: ReadPlan = {
    ...{ source: 's', table: 's', files: [], nulls: ['n/a'], zone: null, key: 'id', unique: 'collapse' },
    csv: { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 },
    fields: { id: field('id', 'text'), v: field('v', type) },
    ...{ latestBy: null, maxRejected: 1, columns, joins: [] },
  };
  const dialect = written[name];
  if (!dialect) throw new Error(`There is no dialect "${name}"`);
  const zone = timezone === null ? null : zoneTable(timezone, at(1990, 1, 1), at(2100, 1, 1));
  const facts = typedFactsSql(
    {
      ...{ plan, table: '"awkward"', column: dialect.identifier, isEvent: false, asOf: null },
      ...{ zone, span: ALWAYS, isAsked: () => true },
    },
    dialect,
  );
  const rows = values.map(([literal], i) => `('${nameOf(i)}', ${literal})`);
  return {
    tables: [
      `CREATE TABLE "awkward" ("id" text, "v" ${sql})`,
      `INSERT INTO "awkward" VALUES ${rows.join(', ')}`,
    ],
    select: `WITH ${dialect.identifier(SIGNS)} AS (${signsSql(dialect)}) SELECT * FROM (${facts}) f ORDER BY key`,
  };
}

function expected({ values }: Awkward): readonly unknown[] {
  return values.flatMap(([, fact, width], i) =>
    fact === LEFT_OUT ? [] : [[nameOf(i), fact, ...(width === undefined ? [] : [width])]],
  );
}

/** Numbers come as texts from some engines. */
const told = ({ type }: Awkward, rows: readonly CountedRow[]): readonly unknown[] =>
  rows.map((row) =>
    Object.values(row).map((value, i) =>
      i === 0 || value === null || type === 'text' ? value : Number(value),
    ),
  );

describe('Awkward values of typed tables become the same facts in every engine', () => {
  it.each(TABLE)('$name, in DuckDB', async (one) => {
    const { tables, select } = asked(one, 'duckdb');
    await engine.run('DROP TABLE IF EXISTS "awkward"');
    for (const statement of tables) await engine.run(statement);
    expect(told(one, await engine.rows(select))).toEqual(expected(one));
  });

  it.runIf(postgres !== null).each(TABLE)(`$name, in PostgreSQL${whereIsPostgres}`, (one) => {
    const { tables, select } = asked(one, 'postgres');
    const rows = postgres?.schema('awkward', tables).rows(select) ?? [];
    expect(told(one, rows)).toEqual(expected(one));
  });
});

const KEYED: Awkward = {
  ...{ name: 'rows', type: 'text', sql: 'text', timezone: null },
  values: [
    ["'a'", 'a'],
    ["'b'", 'b'],
  ],
};

it.each([
  ['1.10416E+11', false],
  [' 2E+15', false],
  ['1,5E+12', false],
  ['1.5E+10', true],
  ['12E+11', true],
  ['L1E+11', true],
])('A row with the key "%s", which a sheet may have rounded, is read: %s', async (key, isRead) => {
  const { tables, select } = asked(KEYED, 'duckdb');
  await engine.run('DROP TABLE IF EXISTS "awkward"');
  for (const statement of tables) await engine.run(statement.replace("'k00'", () => `'${key}'`));
  const values = (await engine.rows(select)).map((row) => Object.values(row)[1]);
  expect(values.sort()).toEqual(isRead ? ['a', 'b'] : ['b']);
});
