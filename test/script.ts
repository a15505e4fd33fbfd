import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Packages in CommonJS that the script holds call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

interface Script {
  readonly path: string;
  remove(): void;
}

/**
 * A source of the tests and all that it imports as one script, for tests that start processes: to read each source apart
 * takes a process four times as long as what it is started for. It finds what ships with the program where the program does.
 */
export function scriptOf(source: string): Script {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'test-script-')));
  const path = join(folder, 'dist', 'script.mjs');
  buildSync({
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    external: ['@duckdb/node-bindings*'],
    banner: { js: REQUIRE },
    entryPoints: [join(root, source)],
    outfile: path,
    logLevel: 'warning',
  });
  const links = {
    'dist/holidays': 'src/calendar/public-holidays',
    examples: 'examples',
    node_modules: 'node_modules',
  };
  for (const [name, target] of Object.entries(links))
    symlinkSync(join(root, target), join(folder, name), 'junction');
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
