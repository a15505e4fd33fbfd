import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { realFiles } from '../../../src/files/disk.ts';
import { main } from '../../../src/main.ts';
import { memoryIo } from '../../cli/memory-io.ts';
import { postgres, whereIsPostgres } from '../../servers/postgres.ts';
import { statementsOf } from '../../servers/targets.ts';
import { acme, acmeExports } from '../../sql/printed/acme-tables.ts';

const SCHEMA = 'acme_in_place';
const root = mkdtempSync(join(tmpdir(), 'sla-acme-'));
const exportsOfAcme = acmeExports();
postgres?.schema(
  SCHEMA,
  exportsOfAcme.flatMap((table) => statementsOf(table)),
);

/** Acme beside its exports as files, or as tables of a server. */
function acmeWith(name: string, source: (of: string) => string): string {
  const folder = join(root, name);
  cpSync(acme, folder, { recursive: true });
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.sla.yaml'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const moved = exportsOfAcme.reduce(
      (all, { name: of }) =>
        all.replace(new RegExp(`    files: exports/${of}[.]csv\\n    csv: .*`), source(of)),
      text,
    );
    expect(moved).not.toBe(text);
    writeFileSync(join(folder, file), moved);
  }
  mkdirSync(join(folder, '.sla'));
  writeFileSync(join(folder, '.sla/connections.yaml'), `replica: ${postgres?.url}\n`);
  for (const { name: of, csv } of exportsOfAcme) writeFileSync(join(folder, `exports/${of}.csv`), csv);
  return folder;
}

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function told(folder: string, ...argv: readonly string[]): Promise<string> {
  const { io, out } = memoryIo({ cwd: folder, files: realFiles() });
  await main(argv, io);
  return out();
}

describe.runIf(postgres !== null)(`acme, judged in a PostgreSQL${whereIsPostgres}`, () => {
  it('has the report of its exports, but for which rows were read and where these stand', async () => {
    const files = acmeWith('files', (of) => `    files: exports/${of}.csv\n    csv: { delimiter: ";" }`);
    const tables = acmeWith('tables', (of) => `    connection: replica\n    table: ${SCHEMA}.${of}`);
    const report = async (folder: string) =>
      JSON.parse(await told(folder, 'report', '--by', 'owner', '--format', 'json'), (key, value) =>
        /^(?:inputs|digest|cell|findings)$/.test(key) ? null : value,
      );
    const there = await report(tables);
    expect(there).toEqual(await report(files));
    expect(there.results.length).toBeGreaterThan(200);
    const inputs = JSON.parse(await told(tables, 'check', '--format', 'json')).inputs as {
      readonly file: string;
      readonly sha256: string | null;
    }[];
    expect(inputs.filter(({ sha256 }) => sha256 === null).map(({ file }) => file)).toEqual(
      ['deals', 'activities', 'leads'].map((of) => `replica:${SCHEMA}.${of}`),
    );
  });
});
