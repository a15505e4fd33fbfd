import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a declaration names another file: `from './x.ts'` and `import('./x.ts')`. */
const NAMED = /(?:from|import\()\s*['"](\.[^'"]+)\.ts['"]/g;

/**
 * Writes the declarations of the library into `folder`, by the compiler of the project. The compiler writes one
 * for each file that it reads; what `index.d.ts` doesn't lead to is taken away, as nobody can import it.
 */
export function declare(root: string, folder: string): void {
  const compiler = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'));
  execFileSync(process.execPath, [compiler, '-p', `${root}src/build/tsconfig.types.json`], {
    stdio: 'inherit',
  });
  const kept = reached(resolve(folder, 'index.d.ts'));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = resolve(folder, name);
    if (name.endsWith('.d.ts') && !kept.has(path)) rmSync(path);
  }
}

/** The declarations that one of them leads to, itself included, as absolute paths. */
function reached(entry: string): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const file of found)
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(NAMED))
      found.add(join(file, '..', `${target}.d.ts`));
  return found;
}
