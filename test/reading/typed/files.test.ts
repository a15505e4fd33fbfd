import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import { agreementText } from '../../agreement.ts';
import { sla } from '../../hostile/run.ts';
import { inTurns } from '../../turns.ts';
import { field, read } from '../reading.ts';
import { parquetOf } from './parquet.ts';

const { describe, it } = inTurns();

/** A table with one column of times of 96 bits, as older programs write it. */
const INT96 =
  'UEFSMRUEFRQVGEwVBBUAEgAACiQBAAAAYQEAAABiFQAVEhUWLBUEFRAVBhUGHDYAKAFiGAFhEREAAAAJIAIAAAAEAQEDAhUEFRgVHEwVAhUAEgAADCwAoH22dx0AAK6NJQAVABUSFRYsFQQVEBUGFQYcAAAACSACAAAAAwEBAgAVBBk8NQAYBnNjaGVtYRUEABUMJQIYAmlkJQBMHAAAABUGJQIYAXQAFgQZHBksJgAcFQwZNQAGEBkYAmlkFQIWBBZ8FoQBJjwmCBw2ACgBYhgBYRERABksFQQVABUCABUAFRAVAgA8FgQZBhkmAAQAAAAmABwVBhk1AAYQGRgBdBUCFgQWbBZ0JsQBJowBKSwVBBUAFQIAFQAVEBUCADwpBhkmAgIAAAAW6AEWBCYIFvgBABkcGAxBUlJPVzpzY2hlbWEY4AEvLy8vLzZBQUFBQVFBQUFBQUFBS0FBd0FCZ0FGQUFnQUNnQUFBQUFCQkFBTUFBQUFDQUFJQUFBQUJBQUlBQUFBQkFBQUFBSUFBQUJFQUFBQUJBQUFBTlQvLy84QUFBRUtFQUFBQUJnQUFBQUVBQUFBQUFBQUFBRUFBQUIwQUFZQUNBQUdBQVlBQUFBQUFBSUFFQUFVQUFnQUJnQUhBQXdBQUFBUUFCQUFBQUFBQUFFRkVBQUFBQmdBQUFBRUFBQUFBQUFBQUFJQUFBQnBaQUFBQkFBRUFBUUFBQUFBQUFBQQAYIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjYuMC4xGSwcAAAcAAAA0gEAAFBBUjE=';

const AGREEMENT = agreementText({
  id: 'lake',
  title: 'Lake',
  effective: '{ from: 2026-01-01 }',
  teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
  sources: `
  leads:
    files: lake/**/*.parquet
    timezone: Europe/Paris
    key: id
    fields:
      id: lead_id
      month: { column: month, type: integer }
      country: region
      qualified_at: { column: mql_at, type: datetime }`,
  stages: '{ qualified: { at: qualified_at } }',
  commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: { country: FR, month: '>= 2' } }, target: ">= 2 per month" }`,
});

const lead = (id: string, at: string): string => `SELECT '${id}' AS lead_id, TIMESTAMP '${at}' AS mql_at`;

const folder: { path: string } = { path: '' };

async function write(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder.path, name)), { recursive: true });
  await writeFile(join(folder.path, name), content);
}

beforeAll(async () => {
  folder.path = await mkdtemp(join(tmpdir(), 'typed-'));
  await mkdir(join(folder.path, '.git'));
  await write('agreement.sla.yaml', AGREEMENT);
  await write('lake/month=03/region=FR/a.parquet', await parquetOf(lead('A', '2026-03-02 09:00:00')));
  await write(
    'lake/month=03/region=DE/a.parquet',
    await parquetOf(`${lead('B', '2026-03-03 09:00:00')} UNION ALL ${lead('C', '2026-03-04 09:00:00')}`),
  );
  await write('lake/month=04/region=FR/a.parquet', await parquetOf(lead('D', '2026-04-02 09:00:00')));
});

afterAll(() => rm(folder.path, { recursive: true, force: true }));

const json = async (...argv: readonly string[]) => {
  const { stdout, stderr } = await sla(folder.path, ...argv, '--format', 'json');
  return stdout === '' ? stderr : JSON.parse(stdout);
};

describe('tables of Parquet', () => {
  it('are many files, whose folders are columns: one of the type that its field asks for', async () => {
    const { results, inputs, ledger } = await json('report');
    expect(ledger.leads).toMatchObject({ read: 4, judged: 2, excluded: { 'out of scope': 2 }, rejected: {} });
    expect(results.map(({ period, value }: { period: string; value: number }) => [period, value])).toEqual([
      ['2026-03', 1],
      ['2026-04', 1],
    ]);
    expect(inputs.map(({ file, rows }: { file: string; rows: number }) => [file, rows])).toEqual([
      ['lake/month=03/region=DE/a.parquet', 2],
      ['lake/month=03/region=FR/a.parquet', 1],
      ['lake/month=04/region=FR/a.parquet', 1],
    ]);
    expect(inputs[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(await json('explain', 'C'))).toContain('lake/month=03/region=DE/a.parquet');
  });

  it('stand beside texts, and in place of them for a run', async () => {
    await write('old.csv', 'lead_id,month,region,mql_at\nE,2,FR,2026-02-02T09:00\n');
    const leads = ['--leads', 'old.csv', '--leads', 'lake/month=03/region=FR/a.parquet'];
    const { results } = await json('report', ...leads);
    expect(results.map(({ period }: { period: string }) => period)).toEqual(['2026-02', '2026-03']);
  });

  it('of a wrong type are told with both types, at the field', async () => {
    await write(
      'text.parquet',
      await parquetOf("SELECT 'A' AS lead_id, 3 AS month, 'FR' AS region, '2026-03-02' AS mql_at"),
    );
    const { status, stdout } = await sla(
      folder.path,
      'check',
      '--leads',
      'text.parquet',
      '--format',
      'stylish',
    );
    expect(status).toBe(2);
    expect(stdout).toMatch(
      /^agreement\.sla\.yaml\n +18:\d+ +error +The column "mql_at" is VARCHAR, and the field "qualified_at" is declared datetime +wrong-column-type$/m,
    );
    await write(
      'nested.parquet',
      await parquetOf("SELECT ['A'] AS lead_id, 3 AS month, 'FR' AS region, DATE '2026-03-02' AS mql_at"),
    );
    const nested = await sla(folder.path, 'check', '--leads', 'nested.parquet');
    expect(nested.stdout + nested.stderr).toContain(
      'The column "lead_id" is VARCHAR[], and the field "id" is declared text',
    );
  });

  it('ask for a zone where their times have none', async () => {
    await write('bare.sla.yaml', AGREEMENT.replace('    timezone: Europe/Paris\n    key', '    key'));
    expect((await sla(folder.path, 'validate', 'bare.sla.yaml')).status).toBe(0);
    const { findings } = await json('report', 'bare.sla.yaml');
    expect(findings[0]).toMatchObject({
      rule: 'no-time-zone',
      message:
        'The column "mql_at" of "qualified_at" is TIMESTAMP, and "leads" does not say in which time zone it is',
    });
    const zoned = await parquetOf(
      "SELECT 'A' AS lead_id, 3 AS month, 'FR' AS region, TIMESTAMPTZ '2026-03-02 09:00:00+01' AS mql_at",
    );
    await write('zoned.parquet', zoned);
    expect((await json('report', 'bare.sla.yaml', '--leads', 'zoned.parquet')).results).toHaveLength(1);
  });

  it('have a key of several columns, whose values are written as texts', async () => {
    await write('joint.sla.yaml', AGREEMENT.replace('key: id', 'key: [id, qualified_at]'));
    const told = JSON.stringify(await json('explain', 'A | 2026-03-02 09:00:00', 'joint.sla.yaml'));
    expect(told).toContain('lake/month=03/region=FR/a.parquet');
  });

  it('that are outside of the repository are not read', async () => {
    const away = await mkdtemp(join(tmpdir(), 'typed-away-'));
    await writeFile(join(away, 'a.parquet'), await parquetOf(lead('A', '2026-03-02 09:00:00')));
    await write('sub/outside.sla.yaml', AGREEMENT.replace('lake/**', away).replace('id: lake', 'id: away'));
    const { status, stdout, stderr } = await sla(folder.path, 'report', 'sub/outside.sla.yaml');
    expect(status).toBe(2);
    expect(stdout + stderr).toContain('outside-path');
    await rm(away, { recursive: true });
  });
});

describe('a database of DuckDB', () => {
  const asDatabase = (table: string): string =>
    AGREEMENT.replace('files: lake/**/*.parquet', `files: crm.duckdb${table}`).replace(
      'id: lake',
      'id: base',
    );

  beforeAll(async () => {
    const engine = await openDuckDb({ threads: 1 });
    const file = join(folder.path, 'crm.duckdb');
    await engine.run(`ATTACH '${file}' AS crm`);
    const rows = `SELECT *, 3 AS month, 'FR' AS region FROM (${lead('A', '2026-03-02 09:00:00')})`;
    await engine.run(`CREATE TABLE crm.leads AS ${rows}`);
    await engine.run('CREATE SCHEMA crm.old');
    await engine.run(`CREATE TABLE crm.old.leads AS SELECT * FROM (${rows}) WHERE false`);
    await engine.run('CREATE VIEW crm.seen AS FROM crm.leads');
    await engine.run('DETACH crm');
    await engine.close();
  });

  const said = async (agreement: string) => {
    await write('base.sla.yaml', agreement);
    const { findings, ...rest } = await json('report', 'base.sla.yaml');
    const rules = findings.map(({ rule }: { rule: string }) => rule);
    return { ...rest, rules, fatal: findings.find(({ fatal }: { fatal: boolean }) => fatal) };
  };

  it('gives the table that is named, with its schema where it is another than main', async () => {
    const { inputs, results } = await said(asDatabase('\n    table: leads'));
    expect(inputs).toMatchObject([{ file: 'crm.duckdb', rows: 1 }]);
    expect(results).toHaveLength(1);
    expect((await said(asDatabase('\n    table: old.leads'))).rules).toContain('no-rows');
  });

  it('names its tables where none is named, or another', async () => {
    expect((await said(asDatabase(''))).fatal).toMatchObject({
      rule: 'no-table',
      message: 'The database has 2 tables, and the source names none',
      help: 'write table: leads under the source; they are "leads" and "old.leads"',
    });
    expect((await said(asDatabase('\n    table: laeds'))).fatal).toMatchObject({
      message: 'The database has no table "laeds"',
      help: 'did you mean "leads"? its tables are "leads" and "old.leads"',
    });
  });

  it('alone has tables: a table that is named beside a Parquet file is an error, at its place', async () => {
    const agreement = AGREEMENT.replace('lake/**/*.parquet', 'lake/**/*.parquet\n    table: leads');
    expect((await said(agreement)).fatal).toMatchObject({
      rule: 'no-table',
      message:
        '"leads" names the table "leads", and its files are tables themselves: only a database has several',
      help: 'remove table: leads, or name a .duckdb file',
      start: { line: agreement.slice(0, agreement.indexOf('table: leads')).split('\n').length },
    });
    // What is typed takes the place of what the agreement names.
    const { status } = await sla(folder.path, 'report', 'base.sla.yaml', '--leads', 'lake/**/*.parquet');
    expect(status).toBe(0);
  });

  it('is shown by sniff as the table of a source', async () => {
    const { stdout } = await sla(folder.path, 'sniff', 'crm.duckdb', '--sheet', 'leads');
    expect(stdout).toContain('    files: crm.duckdb\n    table: leads\n');
  });

  it('is not read while changes lie beside it', async () => {
    await write('crm.duckdb.wal', 'x');
    const { fatal } = await said(asDatabase('\n    table: leads'));
    expect(fatal.message).toBe('Changes of the database still lie beside it, in a file that ends in .wal');
    await rm(join(folder.path, 'crm.duckdb.wal'));
  });

  it('that is cut short ends in a sentence', async () => {
    const whole = await readFile(join(folder.path, 'crm.duckdb'));
    await write('cut.duckdb', whole.subarray(0, 9000));
    const { status, stdout, stderr } = await sla(folder.path, 'check', '--leads', 'cut.duckdb');
    expect(status).toBe(2);
    expect(stdout + stderr).toContain('The export can not be read');
  });
});

describe('rows of a table', () => {
  const FIELDS = [field('id', 'text'), field('owner', 'text'), field('at', 'datetime')];
  const rows = (...all: readonly (readonly [string, string, string])[]): Promise<Uint8Array> =>
    parquetOf(
      all
        .map(([id, owner, at]) => `SELECT '${id}' AS id, '${owner}' AS owner, TIMESTAMP '${at}' AS at`)
        .join(' UNION ALL '),
    );

  it('stand or not by their key, as those of a text do', async () => {
    const made = await rows(
      ['A', 'Ann', '2026-03-02 09:00:00'],
      ['B', 'Bob', '2026-03-02 09:00:00'],
      ['A', 'Cid', '2026-03-04 09:00:00'],
      ['A', 'Cid', '2026-03-04 09:00:00'],
    );
    const {
      found,
      rows: kept,
      report,
    } = await read({
      files: { 'a.parquet': made },
      fields: FIELDS,
      plan: { latestBy: 'at' },
      key: 'A',
    });
    expect(kept.map(({ key, owner }) => [key, owner])).toEqual([
      ['A', 'Cid'],
      ['B', 'Bob'],
    ]);
    expect(report.ledger.excluded).toEqual({ 'identical duplicate': 1, 'superseded duplicate': 1 });
    expect(found.map(({ line, standing, cells }) => [line, standing, cells.owner, cells.at])).toEqual([
      [1, 'superseded', 'Ann', '2026-03-02 09:00:00'],
      [3, 'kept', 'Cid', '2026-03-04 09:00:00'],
      [4, 'identical', 'Cid', '2026-03-04 09:00:00'],
    ]);
  });

  it('that differ under one key are refused with their places', async () => {
    const made = await rows(['A', 'Ann', '2026-03-02 09:00:00'], ['A', 'Bob', '2026-03-02 09:00:00']);
    const { report } = await read({ files: { 'a.parquet': made }, fields: FIELDS });
    expect(report.fatal[0]?.message).toBe(
      '1 key of "leads" has rows that differ: "A" (a.parquet:1, a.parquet:2)',
    );
  });

  it('that are events are one where they are the same in all columns, whatever is read of them', async () => {
    const events = ["'x'", "'x'", "'y'"].map(
      (note) => `SELECT 'A' AS id, 'Ann' AS owner, DATE '2026-03-02' AS at, ${note} AS note`,
    );
    const { report } = await read({
      files: { 'a.parquet': await parquetOf(events.join(' UNION ALL ')) },
      fields: FIELDS,
      plan: { unique: 'many' },
    });
    expect(report.ledger).toMatchObject({ read: 3, judged: 2, excluded: { 'identical duplicate': 1 } });
  });

  it('of times of 96 bits are refused, and a column without any value is blank', async () => {
    const made = Buffer.from(INT96, 'base64');
    const { report } = await read({
      files: { 'a.parquet': made },
      fields: [field('id', 'text'), field('t', 'datetime')],
    });
    expect(report.fatal[0]?.message).toBe('The column "t" is INT96, and the field "t" is declared datetime');
  });
});
