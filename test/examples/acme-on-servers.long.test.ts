import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { judgedOnce } from '../property/run.ts';
import { saidOf } from '../property/said.ts';
import { targets } from '../servers/targets.ts';
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

it.each(targets)('Acme has the report of its exports from tables of $title', async (target) => {
  if (target.url === null) return;
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
  const options = { asOf: '2026-06-24T17:58', by: ['owner'] };
  const names = new Map(exports.map(({ name }) => [`replica:${target.catalog}acme.${name}`, `${name}.csv`]));
  const ofTables = await judgedOnce(tables, { ...options, connections: {} });
  expect(ofTables.compliance?.results.length).toBeGreaterThan(50);
  const [said, wanted] = [saidOf(ofTables, names), saidOf(await judgedOnce(texts, options), new Map())];
  expect(placesOut(said)).toBe(placesOut(wanted));
});
