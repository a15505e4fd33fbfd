import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zoneTable } from '../../../src/calendar/zone.ts';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import type { FactColumn, ReadPlan } from '../../../src/model/reading.ts';
import { written } from '../../../src/sql/dialects/index.ts';
import { typedFactsSql } from '../../../src/sql/server-facts/facts.ts';
import { SIGNS, signsSql } from '../../../src/sql/server-facts/texts.ts';
import { field } from '../../reading/reading.ts';
import { AWKWARD, type Awkward, awkwardTable, factsOf } from '../../servers/awkward.ts';
import { targets } from '../../servers/targets.ts';
import type { CountedRow } from './counts.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
});

afterAll(() => engine.close());

/** All of time that a column may hold. */
const ALWAYS = { from: -9e15, to: 9e15 };

/** Microseconds at which a year begins in UTC. */
const year = (number: number): number => Date.UTC(number, 0, 1) * 1000;

/** Statements that make the table of some values, and the SELECT of its facts. */
function asked({ type, sql, timezone, values }: Awkward, name: string) {
  const [first, last] = name === 'trino' ? TRINO_YEARS : YEARS;
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
  const zone = timezone === null ? null : zoneTable(timezone, year(first), year(last));
  const facts = typedFactsSql(
    {
      ...{ plan, table: '"awkward"', column: dialect.identifier, isEvent: false, asOf: null },
      ...{ zone, span: ALWAYS, isAsked: () => true },
    },
    dialect,
  );
  return {
    tables: awkwardTable({ sql, values }),
    select: `WITH ${dialect.identifier(SIGNS)} AS (${signsSql(dialect)}) SELECT * FROM (${facts}) f ORDER BY key`,
  };
}

/** Years whose changes of clocks are told: those of a century, twice over, are more than Trino compiles. */
const [YEARS, TRINO_YEARS] = [
  [1990, 2100],
  [2010, 2040],
] as const;

/** Numbers come as texts from some engines. */
const told = ({ type }: Awkward, rows: readonly CountedRow[]): readonly unknown[] =>
  rows.map((row) =>
    Object.values(row).map((value, i) =>
      i === 0 || value === null || type === 'text' ? value : Number(value),
    ),
  );

describe('Awkward values of typed tables become the same facts in every engine', () => {
  it.each(AWKWARD)('$name, in DuckDB', async (one) => {
    const { tables, select } = asked(one, 'duckdb');
    await engine.run('DROP TABLE IF EXISTS "awkward"');
    for (const statement of tables) await engine.run(statement);
    expect(told(one, await engine.rows(select))).toEqual(factsOf(one));
  });

  describe.each(targets)('in $title', ({ url, dialect, run }) => {
    it.runIf(url !== null).each(AWKWARD)('$name', async (one) => {
      const { tables, select } = asked(one, dialect);
      const rows = await run('awkward', tables, select);
      expect(told(one, rows)).toEqual(factsOf(one));
    });
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
