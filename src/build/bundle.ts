import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Packages in CommonJS that the bundle holds call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/**
 * The program and the library as one set of shared chunks. What a command does not use is in a chunk that it does not load; the
 * native bindings of the engine stay outside.
 */
async function bundle(): Promise<void> {
  rmSync(`${root}dist`, { recursive: true, force: true });
  const entryPoints = ['main', 'index']
    .map((name) => `${root}src/${name}.ts`)
    .filter((path) => existsSync(path));
  await build({
    entryPoints,
    outdir: `${root}dist`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    keepNames: true,
    legalComments: 'linked',
    external: ['@duckdb/node-bindings*'],
    banner: { js: REQUIRE },
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'warning',
  });
  cpSync(`${root}src/calendar/public-holidays`, `${root}dist/holidays`, { recursive: true });
}

/** Declarations of the library, by the compiler of the project. */
function declarations(): void {
  const compiler = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'));
  execFileSync(process.execPath, [compiler, '-p', `${root}src/build/tsconfig.types.json`], {
    stdio: 'inherit',
  });
}

await bundle();
if (existsSync(`${root}src/index.ts`)) declarations();
