import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What opens the engine or a browser, or starts a process. `src/main.ts` is the program, which may do either. */
const HEAVY: ReadonlySet<string> = new Set([
  '@duckdb/node-api',
  'node:child_process',
  'playwright-core',
  'src/main.ts',
]);

/** The files of tests that need neither the engine nor a process, nor import anything that does: the tests of units. */
export function unitTests(): readonly string[] {
  const tests = testFiles();
  const importers = new Map<string, string[]>();
  const read = new Set(tests);
  // Both grow while they are walked: each file is read once, and then asked who imports it.
  for (const file of read)
    for (const target of targetsIn(file)) {
      read.add(target);
      importers.set(target, [...(importers.get(target) ?? []), file]);
    }
  const heavy = new Set(HEAVY);
  for (const file of heavy) for (const importer of importers.get(file) ?? []) heavy.add(importer);
  return tests.filter((file) => !heavy.has(file));
}

function testFiles(): readonly string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
}

/** Files and packages that a source imports, now or later; types apart, which are gone when it runs. */
function targetsIn(file: string): readonly string[] {
  if (!/\.(ts|js)$/.test(file) || !existsSync(join(root, file))) return [];
  const text = readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^import type [^;]*;/gm, '');
  const names = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g)].map(
    (found) => found[2] ?? '',
  );
  return names.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name) : name));
}
