import type { BuildOptions } from 'esbuild';

/** What all bundles share. The native bindings of the engine stay outside. */
export const COMMON = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20.19',
  external: ['@duckdb/node-bindings*'],
  logLevel: 'warning',
} satisfies BuildOptions;
