import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { judgedOnce } from '../property/run.ts';
import { saidOf } from '../property/said.ts';
import { type Target, targets } from '../servers/targets.ts';
import { type AcmeExport, acme, acmeExports, acmeTables } from '../sql/printed/acme-tables.ts';

/** The files of the example but for its exports, with its agreements as `change` makes them. */
function filesOf(change: (agreement: string) => string): Record<string, string> {
  const files = readdirSync(acme, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !file.startsWith('exports') && statSync(join(acme, file)).isFile(),
  );
  return Object.fromEntries(
    files.map((file) => {
      const text = readFileSync(join(acme, file), 'utf8');
      return [file, file.endsWith('.sla.yaml') ? change(text) : text];
    }),
  );
}

/** Without the places of rows in their tables, for a server gives its rows in any order. */
const placesOut = (said: string): string => said.replace(/([.]csv:)\d+/g, '$1#');

/** A schema for tables of a run. */
const SCRATCH = 'sla_runs';

const ASKED = { asOf: '2026-06-24T17:58', by: ['owner'] };

/** The example as its files, in UTF-8. */
const textsOf = (exports: readonly AcmeExport[]) => ({
  ...filesOf((agreement) => agreement.replaceAll('windows-1252', 'utf-8')),
  ...Object.fromEntries(exports.map(({ name, csv }) => [`exports/${name}.csv`, csv])),
});

/** Its agreements where each source has typed columns, and says where they are. */
const typed = (where: (name: string) => string) =>
  filesOf((agreement) =>
    agreement
      .replace(/files: exports[/](leads|activities|deals)[.]csv\n.*csv: .*/g, (_, name: string) =>
        where(name),
      )
      .replace(/(type: date(?:time)?), format: [^}]+ }/g, '$1 }')
      .replace(', decimal: ","', ''),
  );

/** The example as its files, and as an agreement on tables of a server. */
async function made(target: Target) {
  const exports = acmeExports();
  await target.make('acme', exports);
  const texts = textsOf(exports);
  const tables = {
    ...typed((name) => `connection: replica\n    table: ${target.catalog}acme.${name}`),
    '.sla/connections.yaml': `replica: ${target.url}\n`,
  };
  const names = new Map(exports.map(({ name }) => [`replica:${target.catalog}acme.${name}`, `${name}.csv`]));
  return { texts, tables, names };
}

it('Acme has the report of its exports from Parquet', async () => {
  const exports = acmeExports();
  const engine = await openDuckDb({ threads: 1 });
  for (const statement of acmeTables()) await engine.run(statement);
  const parquet: Record<string, Uint8Array> = {};
  for (const { name } of exports) {
    const file = join(engine.scratch, `${name}.parquet`);
    await engine.run(`COPY ${name} TO '${file}' (FORMAT parquet)`);
    parquet[`exports/${name}.parquet`] = readFileSync(file);
  }
  await engine.close();
  const there = await judgedOnce({ ...typed((name) => `files: exports/${name}.parquet`), ...parquet }, ASKED);
  expect(there.compliance?.results.length).toBeGreaterThan(50);
  const names = new Map(
    ['exports/', ''].flatMap((folder) =>
      exports.map(({ name }) => [`${folder}${name}.parquet`, `${folder}${name}.csv`] as const),
    ),
  );
  expect(saidOf(there, names)).toBe(saidOf(await judgedOnce(textsOf(exports), ASKED), new Map()));
});

it.each(targets)('Acme has the report of its exports from tables of $title', async (target) => {
  if (target.url === null) return;
  const { texts, tables, names } = await made(target);
  const ofTables = await judgedOnce(tables, { ...ASKED, connections: {} });
  expect(ofTables.compliance?.results.length).toBeGreaterThan(50);
  const [said, wanted] = [saidOf(ofTables, names), saidOf(await judgedOnce(texts, ASKED), new Map())];
  expect(placesOut(said)).toBe(placesOut(wanted));
});

it.each(targets)(
  'Acme has the same report where its rows stay: $title',
  { timeout: 1_200_000 },
  async (target) => {
    if (target.url === null) return;
    const { texts, tables, names } = await made(target);
    if (target.dialect === 'trino') await target.make(SCRATCH, []);
    const there = await judgedOnce({ ...tables, ...staying(target) }, { ...ASKED, connections: {} }, true);
    expect(there.where).toBe('in place');
    const [said, wanted] = [saidOf(there, names), saidOf(await judgedOnce(texts, ASKED), new Map())];
    expect(withoutPlaces(said)).toBe(withoutPlaces(wanted));
  },
);

/** A Trino judges rows where a run may make tables of its own. */
function staying({ dialect, url, catalog }: Target): Record<string, string> {
  if (dialect !== 'trino' || url === null) return {};
  const { origin, pathname } = new URL(url);
  const scratch = `${catalog}${SCRATCH}`;
  const replica = { engine: 'trino', server: origin, catalog: pathname.slice(1), scratch };
  return { '.sla/connections.yaml': stringify({ replica }) };
}

/** Rows that stay have no place that tells them, and what is wrong with them is told without their cells. */
function withoutPlaces(said: string): string {
  const told = JSON.parse(said, (key, value) => (key === 'findings' || key === 'cell' ? null : value));
  return JSON.stringify(told, null, 1).replace(/([.]csv)(?::\d+| line \d+|, key [^,"]+)/g, '$1');
}
