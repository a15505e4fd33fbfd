import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { declare } from './declarations.ts';
import { COMMON } from './options.ts';
import { packJudging, packShort, packWhole } from './short.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Packages in CommonJS that the bundle holds call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/**
 * The program and the library as one set of shared chunks. What a command does not use is in a chunk that
 * it does not load.
 */
async function bundle(): Promise<void> {
  await build({
    ...COMMON,
    entryPoints: ['main', 'index'].map((name) => `${root}src/${name}.ts`),
    outdir: `${root}dist`,
    splitting: true,
    format: 'esm',
    keepNames: true,
    legalComments: 'linked',
    banner: { js: REQUIRE },
    chunkNames: 'chunks/[name]-[hash]',
  });
  cpSync(`${root}src/calendar/public-holidays`, `${root}dist/holidays`, { recursive: true });
}

rmSync(`${root}dist`, { recursive: true, force: true });
await bundle();
await packShort(root, `${root}dist/short`);
await packJudging(root, `${root}dist/short`);
await packWhole(root, `${root}dist/short`);
declare(root, `${root}dist/types`);
