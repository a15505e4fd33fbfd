import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadFamilies } from '../../../src/app/agreements/load.ts';
import { contextOf } from '../../../src/app/judging/context.ts';
import { boundariesOf } from '../../../src/app/judging/counting.ts';
import { openRun } from '../../../src/app/judging/open.ts';
import type { Planned, Run } from '../../../src/app/judging/run.ts';
import { dialectNames, sql } from '../../../src/app/sql.ts';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { realFiles } from '../../../src/files/disk.ts';
import type { Io, Stream } from '../../../src/model/io.ts';
import { UNASKED } from '../../../src/model/requests.ts';
import { periodsBetween } from '../../../src/plan/periods.ts';
import { activitiesSql } from '../../../src/sql/judge/activities.ts';
import { talliesSql } from '../../../src/sql/judge/aggregate.ts';
import { listingSql } from '../../../src/sql/judge/listing.ts';
import { spreadSql } from '../../../src/sql/judge/spread.ts';
import { keepSql } from '../../../src/sql/keep.ts';
import { laidOut, withShortLists } from '../../../src/sql/laid-out.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = join(root, 'test/sql/golden/duckdb');
const printedFolder = join(root, 'test/sql/golden/printed');

/** Of which the statements that "sla sql" prints are kept, in each dialect. */
const PRINTED = ['first-contact', 'follow-up', 'new-revenue'];

const printed = new Map<string, string>();
const HOW = 'where a change of the statements is meant, `npm run golden` writes them anew';

let engine: Engine;
const golden = new Map<string, string>();
const calendars: string[] = [];

beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
  const following: Engine = {
    ...engine,
    keep: async (table, selects) => {
      if (table.startsWith('calendar_')) calendars.push(...keepSql(table, selects, engine.dialect));
      return engine.keep(table, selects);
    },
  };
  const io = ioIn(join(root, 'examples/acme'));
  const { families } = await loadFamilies([], io);
  const [family] = families;
  if (!family) throw new Error('Acme has an agreement');
  const { run } = await openRun({ family, request: { paths: [], ...UNASKED }, engine: following, io });
  if (!run) throw new Error('Acme can be judged');
  // The newest version of each promise is the last.
  const newest = new Map(run.planned.map((planned) => [planned.promise.id, planned]));
  for (const [id, planned] of newest) golden.set(`${id}.sql`, statementsOf(run, planned));
  golden.set(
    'calendars.sql',
    written('The tables of the calendars: parts of days, dates, closings.', calendars),
  );
  for (const dialect of dialectNames) {
    const asked = {
      paths: [],
      promise: null,
      asOf: '2026-06-24',
      from: '2026-04',
      tables: {},
      allowOutside: false,
    };
    for (const { promise, sql: text } of (await sql({ ...asked, dialect }, io)).statements)
      if (text !== null && PRINTED.includes(promise))
        printed.set(`${promise}.${dialect}.sql`, withShortLists(text).replace(/ by sla [\d.]+/, ' by sla'));
  }
  if (process.env.SLA_GOLDEN !== 'write') return;
  rmSync(printedFolder, { recursive: true, force: true });
  mkdirSync(printedFolder, { recursive: true });
  for (const [name, text] of printed) writeFileSync(join(printedFolder, name), text);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of golden) writeFileSync(join(folder, name), text);
});

afterAll(() => engine.close());

it('A file holds the statements of each promise of acme, and no other file is there', () => {
  expect(existsSync(folder) ? readdirSync(folder).sort() : [], HOW).toEqual([...golden.keys()].sort());
});

it('The statements for DuckDB are those that the files hold', () => {
  for (const [name, text] of golden) expect(readFileSync(join(folder, name), 'utf8'), HOW).toBe(text);
});

it('The statements that are printed are those that the files hold, one beside another in each dialect', () => {
  expect(existsSync(printedFolder) ? readdirSync(printedFolder).sort() : [], HOW).toEqual(
    [...printed.keys()].sort(),
  );
  for (const [name, text] of printed) expect(readFileSync(join(printedFolder, name), 'utf8'), HOW).toBe(text);
});

/** What is asked of one promise in the period at hand. */
function statementsOf(run: Run, planned: Planned): string {
  const { plan, promise, inForce } = planned;
  const boundaries = boundariesOf(periodsBetween(promise.target.per ?? 'month', run.asOf, run.asOf, run));
  const context = contextOf(run, planned, boundaries);
  const activities = activitiesSql(plan).map((statement) => statement(context));
  const everything = { states: [], leads: [], owners: [] };
  const parts = [{ plan, context }];
  const isTimed = plan.shape === 'timed' || plan.shape === 'attempts';
  return [
    `-- ${promise.promise ?? promise.title} (version ${inForce.sourced.agreement.version}, the period at hand)\n`,
    ...(activities.length === 0 ? [] : [written('What it asks of the activities.', activities)]),
    written('How many cases are in each state.', [talliesSql(parts, false)]),
    ...(isTimed ? [written('Percentiles of the time that cases took.', [spreadSql(parts)])] : []),
    written('The cases, one by one.', [listingSql(plan, context, everything)]),
  ].join('\n');
}

function written(what: string, statements: readonly string[]): string {
  return `-- ${what}\n${statements.map((sql) => withShortLists(laidOut(sql))).join('\n\n')}\n`;
}

function ioIn(cwd: string): Io {
  const stream: Stream = { isTTY: false, columns: null, write: () => true };
  return {
    ...{ stdout: stream, stderr: stream, stdin: { isTTY: false, read: async () => '' } },
    ...{ env: {}, cwd, files: realFiles(), signal: new AbortController().signal },
  };
}
