import { afterAll, beforeAll, expect, it } from 'vitest';
import { report } from '../../../src/app/report.ts';
import { dialectNames, sql } from '../../../src/app/sql.ts';
import { sql as command } from '../../../src/cli/commands/sql.ts';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { realFiles } from '../../../src/files/disk.ts';
import type { Compliance } from '../../../src/model/compliance.ts';
import type { Io, Stream } from '../../../src/model/io.ts';
import { UNASKED } from '../../../src/model/requests.ts';
import { postgres, whereIsPostgres } from '../../servers/postgres.ts';
import { acme, acmeTables } from './acme-tables.ts';
import { countsOfReport, countsOfRows } from './counts.ts';

const AS_OF = '2026-06-24T17:58';

const stream: Stream = { isTTY: false, columns: null, write: () => true };
const io: Io = {
  ...{ stdout: stream, stderr: stream, stdin: { isTTY: false, read: async () => '' } },
  ...{ env: {}, cwd: acme, files: realFiles(), signal: new AbortController().signal },
};

let engine: Engine;
let compliance: Compliance;

beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
  for (const statement of acmeTables()) await engine.run(statement);
  const request = { ...UNASKED, paths: [], asOf: AS_OF, from: '2026-01', to: '2026-06' };
  const [told] = (await report(request, io)).compliances;
  if (!told) throw new Error('Acme has a report');
  compliance = told;
});

afterAll(() => engine.close());

const asked = { promise: null, asOf: AS_OF, from: '2026-01', allowOutside: false, tables: {}, paths: [] };

it('The statements printed for DuckDB, run on typed tables of acme, give the numbers of the report on its exports', async () => {
  const { statements } = await sql({ ...asked, dialect: 'duckdb' }, io);
  const refused = statements.filter((each) => each.sql === null).map(({ promise }) => promise);
  expect(refused).toEqual(['joint-campaigns', 'alignment-meeting']);
  for (const { promise, sql: text } of statements)
    if (text !== null)
      expect(countsOfRows(await engine.rows(text)), promise).toEqual(countsOfReport(compliance, promise));
});

it.runIf(postgres !== null)(`Those for PostgreSQL give the same there${whereIsPostgres}`, async () => {
  const schema = postgres?.schema('acme', acmeTables());
  const { statements } = await sql({ ...asked, dialect: 'postgres' }, io);
  for (const { promise, sql: text } of statements)
    if (text !== null)
      expect(countsOfRows(schema?.rows(text) ?? []), promise).toEqual(countsOfReport(compliance, promise));
});

it('A promise by its name, and what has no statement says why', async () => {
  const { statements } = await sql({ ...asked, promise: 'joint-campaigns', dialect: 'trino' }, io);
  expect(statements).toEqual([
    {
      promise: 'joint-campaigns',
      sql: null,
      why: 'It counts the records of "records/campaigns.yaml", a file kept by hand that no warehouse holds',
    },
  ]);
  const { findings } = await sql({ ...asked, promise: 'first-contract', dialect: 'trino' }, io);
  expect(findings.map(({ message, help }) => `${message}: ${help}`)).toEqual([
    'There is no promise "first-contract": the promises are new-revenue ("New revenue that both teams bring in together"), joint-campaigns ("A campaign every quarter that both teams run"), qualified-volume, complete-records, first-contact, first-call, follow-up, feedback and alignment-meeting; did you mean "first-contact"?; a folder is written with a "/": first-contract/',
  ]);
  const folder = await sql({ ...asked, promise: 'marketing', dialect: 'trino' }, io);
  expect(folder.findings[0]?.help).toContain('; a folder is written with a "/": marketing/');
});

it('The command offers the dialects that there are', () => {
  expect(command.options.find(({ flags }) => flags.startsWith('--dialect'))?.choices).toEqual(dialectNames);
});
