import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { judgedOnce } from '../property/run.ts';
import { saidOf } from '../property/said.ts';
import { type Target, targets } from '../servers/targets.ts';
import { acme, acmeExports } from '../sql/printed/acme-tables.ts';

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

/** The example as its files, and as an agreement on tables of a server. */
async function made(target: Target) {
  const exports = acmeExports();
  await target.make('acme', exports);
  const texts = {
    ...filesOf((agreement) => agreement.replaceAll('windows-1252', 'utf-8')),
    ...Object.fromEntries(exports.map(({ name, csv }) => [`exports/${name}.csv`, csv])),
  };
  const tables = {
    ...filesOf((agreement) =>
      agreement
        .replace(/files: exports[/](leads|activities|deals)[.]csv\n.*csv: .*/g, (_, name: string) =>
          ['connection: replica', `table: ${target.catalog}acme.${name}`].join('\n    '),
        )
        .replace(/(type: date(?:time)?), format: [^}]+ }/g, '$1 }')
        .replace(', decimal: ","', ''),
    ),
    '.sla/connections.yaml': `replica: ${target.url}\n`,
  };
  const names = new Map(exports.map(({ name }) => [`replica:${target.catalog}acme.${name}`, `${name}.csv`]));
  return { texts, tables, names };
}

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
