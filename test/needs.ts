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
  const known = new Map<string, readonly string[]>();
  const importsOf = (file: string): readonly string[] => {
    const found = known.get(file) ?? targetsIn(file);
    known.set(file, found);
    return found;
  };
  return testFiles().filter((file) => {
    const seen = new Set([file]);
    // Grows while it is walked.
    for (const each of seen) for (const target of importsOf(each)) seen.add(target);
    return ![...seen].some((each) => HEAVY.has(each));
  });
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
