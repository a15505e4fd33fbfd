import { expect } from 'vitest';
import type { Server } from '../../../src/engine/server.ts';
import { openServer as open } from '../../../src/engine/servers.ts';
import { connectionOfUrl } from '../../../src/language/connections/url.ts';
import type { FieldDef } from '../../../src/model/agreement.ts';
import type { ReadPlan } from '../../../src/model/reading.ts';
import { AWKWARD, awkwardTable, factsOf } from '../../servers/awkward.ts';
import { postgres, whereIsPostgres } from '../../servers/postgres.ts';
import { targets } from '../../servers/targets.ts';
import { trino, whereIsTrino } from '../../servers/trino.ts';
import { inTurns } from '../../turns.ts';
import { field, read, type Setting } from '../reading.ts';

const { describe, it } = inTurns();

/** Microseconds of a UTC time. */
const at = (...parts: readonly [number, number, number, number?, number?, number?]): number =>
  Date.UTC(parts[0], parts[1] - 1, parts[2], parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0) * 1000;

async function openServer(url: string): Promise<Server> {
  const found = connectionOfUrl('replica', url);
  if ('message' in found) throw new Error(found.message);
  const { connection } = found;
  const { signal } = new AbortController();
  return open({ connection, user: connection.user, password: null, token: null, ca: null, signal });
}

/** A table of the server as a source reads it. */
async function readTable(
  table: string,
  fields: readonly FieldDef[],
  setting: Partial<Setting> = {},
  url = postgres?.url ?? '',
) {
  const server = await openServer(url);
  const servers = { open: async () => server, close: () => server.close() };
  const plan: Partial<ReadPlan> = {
    ...{ files: [`replica:${table}`], server: { connection: 'replica', table, path: [] } },
    ...setting.plan,
  };
  try {
    return await read({ ...setting, files: {}, fields, servers, plan });
  } finally {
    await servers.close();
  }
}

const SCHEMA = 'awkward';

/** What one column of values of SQL becomes under a field, by key. */
async function valuesOf(
  type: FieldDef['type'],
  column: string,
  values: readonly string[],
  setting: Partial<Setting> = {},
) {
  const rows = values.map((value, i) => `('${String(i).padStart(2, '0')}', CAST(${value} AS ${column}))`);
  postgres?.schema(SCHEMA, [
    "CREATE TYPE mood AS ENUM ('glad', 'İ')",
    'CREATE DOMAIN percent AS numeric(5,2) CHECK (VALUE >= 0)',
    'CREATE DOMAIN rate AS percent',
    `CREATE TABLE v (id text, v ${column})`,
    `INSERT INTO v VALUES ${rows.join(', ')}`,
  ]);
  const found = await readTable(`${SCHEMA}.v`, [field('id', 'text'), field('v', type)], setting);
  const { ledger } = found.report;
  expect(ledger.read).toBe(values.length);
  expect(ledger.judged + found.rejects.length).toBe(values.length);
  return {
    ...found,
    values: found.rows.map((row) => row.v),
    widths: found.rows.map((row) => row.v$w),
    refused: found.rejects.map(({ line, value, reason }) => [line, value, reason]),
  };
}

describe.runIf(postgres !== null)(`a value of a column of PostgreSQL${whereIsPostgres}`, () => {
  it('is an instant to the microsecond where its column has a zone', async () => {
    const { values, widths } = await valuesOf('datetime', 'timestamptz', [
      "'2026-03-02 09:00:00.123457+01'",
      "'2026-10-25 02:30:00+02'",
      "'2038-01-19 03:14:08+00'",
      'NULL',
    ]);
    expect(values).toEqual([
      at(2026, 3, 2, 8) + 123_457,
      at(2026, 10, 25, 0, 30),
      at(2038, 1, 19, 3, 14, 8),
      null,
    ]);
    expect(widths).toEqual([0, 0, 0, null]);
  });

  it('is a time of the zone of the source where its column has none, on both sides of each change of clocks', async () => {
    const { values, widths, report } = await valuesOf('datetime', 'timestamp', [
      "'2026-03-29 01:59:59'",
      "'2026-03-29 02:30:00'",
      "'2026-03-29 03:00:00'",
      "'2026-10-25 01:59:59'",
      "'2026-10-25 02:30:00'",
      "'2026-10-25 03:00:00'",
    ]);
    expect(values).toEqual([
      at(2026, 3, 29, 0, 59, 59),
      at(2026, 3, 29, 1),
      at(2026, 3, 29, 1),
      at(2026, 10, 24, 23, 59, 59),
      at(2026, 10, 25, 0, 30),
      at(2026, 10, 25, 2),
    ]);
    expect(widths).toEqual([0, 0, 0, 0, 3600, 0]);
    expect(report.dst).toEqual({ gap: 1, overlap: 1 });
  });

  it('is a day from its beginning to its end', async () => {
    const days = ["'2026-03-28'", "'2026-03-29'", "'2026-10-25'"];
    for (const type of ['date', 'datetime'] as const) {
      const { values, widths } = await valuesOf(type, 'date', days);
      expect(values).toEqual([at(2026, 3, 27, 23), at(2026, 3, 28, 23), at(2026, 10, 24, 22)]);
      expect(widths).toEqual([86_400, 82_800, 90_000]);
    }
  });

  it('is refused where it is no moment of this time, and never blank', async () => {
    const moments = [
      "'infinity'",
      "'-infinity'",
      "'0044-03-15 BC'",
      "'1969-07-20'",
      "'250000-01-01'",
      "'2026-01-05'",
    ];
    for (const type of ['timestamp', 'timestamptz', 'date']) {
      const { refused, values } = await valuesOf('datetime', type, moments);
      expect(values).toHaveLength(1);
      expect(refused.map(([line]) => line)).toEqual([1, 2, 3, 4, 5]);
      expect(new Set(refused.map(([, , reason]) => reason))).toEqual(
        new Set(['not-a-date', 'implausible-date']),
      );
    }
  });

  it('is an exact decimal, or refused', async () => {
    const decimals = ['1234567890.123456', '-0.5', '1e-7', '0.1000000000', '1e30', "'NaN'", 'NULL'];
    const { values, refused } = await valuesOf('decimal', 'numeric', decimals);
    expect(values).toEqual([1_234_567_890.123456, -0.5, 0.1, null]);
    expect(refused).toEqual([
      [3, '0.0000001', 'too-many-decimals'],
      [5, '1000000000000000000000000000000', 'number-too-large'],
      [6, 'NaN', 'not-a-number'],
    ]);
    const whole = await valuesOf('integer', 'numeric(30,2)', ['12', '12.5', "'NaN'", '1e19']);
    expect([whole.values, whole.refused]).toEqual([
      [12],
      [
        [2, '12.50', 'not-an-integer'],
        [3, 'NaN', 'not-an-integer'],
        [4, '10000000000000000000.00', 'number-too-large'],
      ],
    ]);
    expect(
      (await valuesOf('decimal', 'float8', ['0.1', '1e-7', "'Infinity'"])).refused.map(([line]) => line),
    ).toEqual([2, 3]);
    expect((await valuesOf('decimal', 'rate', ['99.5'])).values).toEqual([99.5]);
  });

  it('is a text as it would stand in a cell', async () => {
    const texts = async (column: string, ...values: string[]) =>
      (await valuesOf('text', column, values)).values;
    expect(
      await texts('text', "' Zoë '", "''", "chr(160) || 'x'", "'İ'", "E'a\\nb\"''\\\\'", 'NULL'),
    ).toEqual(['Zoë', null, 'x', 'İ', 'a\nb"\'\\', null]);
    expect(await texts('char(5)', "'FR'")).toEqual(['FR']);
    expect(await texts('mood', "'İ'")).toEqual(['İ']);
    const uuid = '01234567-89ab-cdef-0123-456789abcdef';
    expect(await texts('uuid', `'${uuid}'`)).toEqual([uuid]);
    expect(await texts('bigint', '12')).toEqual(['12']);
    expect(await texts('boolean', 'true')).toEqual(['true']);
    expect(await texts('timestamptz', "'2026-03-02 09:00:00+01'")).toEqual(['2026-03-02 08:00:00Z']);
  });

  it.each(['text[]', 'bytea', 'interval', 'int4range', 'point'])(
    'is not read from a column of %s',
    async (type) => {
      postgres?.schema(SCHEMA, [`CREATE TABLE v (id text, v ${type})`]);
      const { report } = await readTable(`${SCHEMA}.v`, [field('id', 'text'), field('v', 'text')]);
      expect(report.fatal.map(({ rule, message }) => [rule, message])).toEqual([
        ['wrong-column-type', expect.stringContaining(type === 'int4range' ? 'int4range' : type)],
      ]);
    },
  );
});

describe.runIf(postgres !== null)(`a table of PostgreSQL${whereIsPostgres}`, () => {
  it('has any name, in any schema, and may be a view', async () => {
    const hostile = `a "b".c'; DROP TABLE x; --é`;
    const quoted = `"${hostile.replaceAll('"', '""')}"`;
    postgres?.schema(SCHEMA, [
      `CREATE TABLE ${quoted} (id int, ${quoted} text)`,
      `INSERT INTO ${quoted} VALUES (1, 'x')`,
      `CREATE VIEW seen AS SELECT id, ${quoted} AS v FROM ${quoted}`,
    ]);
    const named = { ...field('v', 'text'), column: hostile };
    const { rows } = await readTable(`${SCHEMA}.${hostile}`, [field('id', 'text'), named]);
    expect(rows.map(({ key, v }) => [key, v])).toEqual([['1', 'x']]);
    const view = await readTable(`${SCHEMA}.seen`, [field('id', 'text'), field('v', 'text')]);
    expect(view.rows.map(({ v }) => v)).toEqual(['x']);
  });

  it('is read as a whole, in parts, and told by its rows, not by their order', async () => {
    const many = 40_000;
    postgres?.schema(SCHEMA, [
      `CREATE TABLE up AS SELECT i AS id, repeat('x', i % 7) AS v, repeat('y', 100) AS unread FROM generate_series(1, ${many}) i`,
      'CREATE TABLE down AS SELECT * FROM up ORDER BY id DESC',
      'CREATE TABLE other AS SELECT id, v FROM up',
      "UPDATE other SET v = 'z' WHERE id = 1",
    ]);
    const fields = [field('id', 'text'), field('v', 'text')];
    const inputs = [];
    for (const table of ['up', 'down', 'other']) {
      const { report, rows } = await readTable(`${SCHEMA}.${table}`, fields);
      expect(rows).toHaveLength(many);
      inputs.push(report.inputs[0]);
    }
    expect(inputs.map((input) => input?.rows)).toEqual([many, many, many]);
    expect(inputs[0]?.sha256).toBe(inputs[1]?.sha256);
    expect(inputs[0]?.sha256).not.toBe(inputs[2]?.sha256);
  });

  it('of events has those once that are the same in all of their columns, also those that are not read', async () => {
    postgres?.schema(SCHEMA, [
      'CREATE TABLE calls (lead text, at timestamp, body text, tags text[])',
      `INSERT INTO calls VALUES ('a', '2026-01-05 09:00', 'x', '{1}'), ('a', '2026-01-05 09:00', 'x', '{1}'),
        ('a', '2026-01-05 09:00', 'y', '{1}'), ('a', '2026-01-05 09:00', 'x', '{2}'), ('b', '2026-01-05 09:00', NULL, NULL),
        ('b', '2026-01-05 09:00', '', NULL)`,
    ]);
    const plan: Partial<ReadPlan> = { unique: 'many', unlinked: 'of no lead' };
    const asked = [field('lead', 'text'), field('at', 'datetime')];
    const { report, rows } = await readTable(`${SCHEMA}.calls`, asked, { plan });
    expect(rows.map(({ key }) => key)).toEqual(['a', 'a', 'a', 'b']);
    expect(report.ledger.excluded).toEqual({ 'identical duplicate': 2 });
  });
});

for (const { title, url, catalog, run } of targets) {
  describe(`the awkward values of ${title}`, () => {
    it.skipIf(url === null).each(AWKWARD)('become the same facts: $name', async (one) => {
      await run('awkward_read', awkwardTable(one));
      const setting = { zone: one.timezone, plan: { nulls: ['n/a'] } };
      const fields = [field('id', 'text'), field('v', one.type)];
      const { rows, report, rejects } = await readTable(
        `${catalog}awkward_read.awkward`,
        fields,
        setting,
        url ?? '',
      );
      expect(report.fatal).toEqual([]);
      const isTime = one.type === 'date' || one.type === 'datetime';
      const facts = rows.map(({ key, v, v$w }) => [key, v, ...(isTime ? [v$w ?? 0] : [])]);
      expect(facts).toEqual(factsOf(one));
      expect(rejects).toHaveLength(one.values.length - facts.length);
    });
  });
}

describe.runIf(trino !== null)(`a table of Trino${whereIsTrino}`, () => {
  const url = trino?.url ?? '';
  const lake = (name: string) => `awkward_read.${name}`;

  it('of Iceberg is read at its snapshot, which the report names, and any other is not pinned', async () => {
    const rows = "SELECT * FROM (VALUES ('a', 1), ('b', 2)) t(id, v)";
    const made = await trino?.schema('awkward_read', [
      `CREATE TABLE leads AS ${rows}`,
      `CREATE VIEW seen AS ${rows}`,
    ]);
    const fields = [field('id', 'text'), field('v', 'integer')];
    const pinned = await readTable(lake('LEADS'), fields, {}, url);
    const [snapshot] = (await made?.rows(`SELECT snapshot_id AS id FROM "leads$snapshots"`)) ?? [];
    expect(pinned.report.inputs).toMatchObject([{ rows: 2, snapshot: expect.stringMatching(/^\d+$/) }]);
    expect(Number(pinned.report.inputs[0]?.snapshot)).toBe(Number(snapshot?.id));
    expect(pinned.report.warnings).toEqual([]);
    const view = await readTable(lake('seen'), fields, {}, url);
    expect(view.report.inputs[0]).not.toHaveProperty('snapshot');
    expect(view.report.warnings.map(({ rule }) => rule)).toEqual(['not-pinned']);
    expect(view.report.inputs[0]?.sha256).toBe(pinned.report.inputs[0]?.sha256);
  });

  it('is of one moment for all that a run reads of it', async () => {
    const made = await trino?.schema('awkward_read', ["CREATE TABLE leads AS SELECT 'a' AS id, 1 AS v"]);
    const server = await openServer(url);
    const servers = { open: async () => server, close: () => server.close() };
    const plan = { files: ['lake:leads'], server: { connection: 'lake', table: lake('leads'), path: [] } };
    const asked = { files: {}, fields: [field('id', 'text'), field('v', 'integer')], servers, plan };
    const before = await read(asked);
    await made?.rows("INSERT INTO leads VALUES ('b', 2)");
    const after = await read(asked);
    expect(after.rows).toEqual(before.rows);
    expect(after.report.inputs).toEqual(before.report.inputs);
    await servers.close();
    expect((await readTable(lake('leads'), asked.fields, {}, url)).rows).toHaveLength(2);
  });

  it('has its timestamps to the microsecond, and its fractions to the last bit', async () => {
    await trino?.schema(
      'awkward_read',
      [
        `CREATE TABLE fine AS SELECT 'a' AS id, TIMESTAMP '2026-03-02 09:00:00.123456999999' AS at,
           TIMESTAMP '2026-03-02 09:00:00.123456999 Europe/Paris' AS instant, REAL '16777216' AS n, CAST('x' AS char(5)) AS c`,
      ],
      'memory',
    );
    const fields = [
      field('id', 'text'),
      ...[field('at', 'datetime'), field('instant', 'datetime'), field('n', 'integer'), field('c', 'text')],
    ];
    const { rows } = await readTable('memory.awkward_read.fine', fields, {}, url);
    const nine = at(2026, 3, 2, 8) + 123_456;
    expect(rows).toMatchObject([{ key: 'a', at: nine, instant: nine, n: 16_777_216, c: 'x' }]);
  });

  it('of events has those once that are the same in all of their columns, also those that are not read', async () => {
    const made = (id: string, tags: string, bytes: string, more: string): string =>
      `SELECT '${id}' AS lead, TIMESTAMP '2026-01-05 09:00:00' AS at, ARRAY[${tags}] AS tags, X'${bytes}' AS bytes, ${more} AS more`;
    const wide = Array.from({ length: 260 }, (_, i) => `'${i}' AS w${i}`).join(', ');
    const rows = [
      made('a', "'x'", '00', "JSON '{}'"),
      made('a', "'x'", '00', "JSON '{}'"),
      made('a', "'y'", '00', "JSON '{}'"),
      made('a', "'x'", '01', "JSON '{}'"),
      made('a', "'x'", '00', "JSON '[]'"),
    ];
    await trino?.schema(
      'awkward_read',
      [`CREATE TABLE calls AS SELECT *, ${wide} FROM (${rows.join(' UNION ALL ')})`],
      'memory',
    );
    const plan: Partial<ReadPlan> = { unique: 'many', unlinked: 'of no lead' };
    const asked = [field('lead', 'text'), field('at', 'datetime')];
    const { report } = await readTable('memory.awkward_read.calls', asked, { plan }, url);
    expect(report.fatal).toEqual([]);
    expect(report.ledger).toMatchObject({ read: 5, excluded: { 'identical duplicate': 1 } });
  });

  it.each(['array(varchar)', 'varbinary', 'json', 'row(a varchar)', 'interval day to second', 'ipaddress'])(
    'is not read from a column of %s',
    async (type) => {
      await trino?.schema('awkward_read', [`CREATE TABLE v (id varchar, v ${type})`], 'memory');
      const fields = [field('id', 'text'), field('v', 'text')];
      const { report } = await readTable('memory.awkward_read.v', fields, {}, url);
      expect(report.fatal.map(({ rule, message }) => [rule, message])).toEqual([
        ['wrong-column-type', expect.stringContaining(type)],
      ]);
    },
  );
});
