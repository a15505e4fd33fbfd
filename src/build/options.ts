import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { BuildOptions } from 'esbuild';

const { resolve } = createRequire(import.meta.url);

/**
 * The same parser as Node is given, but for two questions to the environment: that one looks up a variable for every token, and would print the
 * tokens to standard output if it were set. It is also in modules, so that what is not used is left out.
 */
const YAML = join(dirname(resolve('yaml/package.json')), 'browser', 'dist', 'index.js');

/** What all bundles share. The native bindings of the engine stay outside. */
export const COMMON = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20.19',
  alias: { yaml: YAML },
  external: ['@duckdb/node-bindings*'],
  logLevel: 'warning',
} satisfies BuildOptions;
