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

interface Tests {
  /** Those that need neither the engine nor a process, nor import anything that does. */
  readonly units: readonly string[];
  /** Those that try more, or others, where there is time for it. */
  readonly long: readonly string[];
}

/** The files of tests by what they import, and what that imports in turn. */
export function sortedTests(): Tests {
  const tests = testFiles();
  const importers = new Map<string, string[]>();
  const read = new Set(tests);
  // Grows while it is walked: each file is read once.
  for (const file of read)
    for (const target of targetsIn(file)) {
      read.add(target);
      importers.set(target, [...(importers.get(target) ?? []), file]);
    }
  const importing = (targets: Iterable<string>): ReadonlySet<string> => {
    const found = new Set(targets);
    for (const file of found) for (const importer of importers.get(file) ?? []) found.add(importer);
    return found;
  };
  const [heavy, long] = [importing(HEAVY), importing(['test/effort.ts'])];
  return {
    units: tests.filter((file) => !heavy.has(file)),
    long: tests.filter((file) => long.has(file) || isLong(file)),
  };
}

/** Whose name says that it is run where there is time for it, and nowhere else. */
export const isLong = (file: string): boolean => file.endsWith('.long.test.ts');

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
