import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { COMMON } from './options.ts';

/** By the name of each cache, the runs that tell V8 what to compile. Commands without one of their own use that of `check`. */
const RUNS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  version: [['--version']],
  validate: [['validate', 'examples/acme']],
  check: [['check', 'examples/acme']],
};

/**
 * Packs the program once more, as one script in `dist`, beside the code that V8 made of it while it ran: `bin/sla.js` starts from these on
 * the very Node that built them, and from the chunks elsewhere. A cache bears the hash of its script, so that no other script meets it;
 * at the end of the script stands that hash, and the tag of V8 under its own flags.
 */
export async function packProgram(root: string, dist: string): Promise<void> {
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, args, {
      cwd: root,
      env: { ...process.env, CI: '1', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    });
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: [`${root}src/main.ts`],
    write: false,
    // Without the names of functions: to give them back takes a call for each at every start.
    format: 'cjs',
    // One byte a character, so that the text is read as it is.
    charset: 'ascii',
    legalComments: 'none',
    define: { 'import.meta.url': 'url' },
    supported: { 'dynamic-import': false },
    banner: { js: '(function (exports, require, module, url) {' },
    footer: { js: '})' },
  });
  const code = outputFiles[0]?.text ?? '';
  const stamp = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const tag = run('-p', 'require("node:v8").cachedDataVersionTag()').trim();
  const folder = `${dist}/packed/${process.version}-${process.platform}-${process.arch}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/program.cjs`, `${code}//${stamp} ${tag}\n`);
  const maker = fileURLToPath(new URL('./code-cache.js', import.meta.url));
  for (const [name, runs] of Object.entries(RUNS)) {
    run(maker, folder, `${name}-${stamp}.bin`, JSON.stringify(runs));
  }
}
