import { BLOCK_BYTES, duckdb } from './dialects/duckdb.ts';

/** Which DuckDB runs: `version`. */
export const VERSION = 'SELECT version() AS version';

/**
 * The engine reckons how far it is only where it would draw a bar of its own: it is told to, and not to
 * draw.
 */
export const RECKON_PROGRESS: readonly string[] = [
  'SET enable_progress_bar = true',
  'SET enable_progress_bar_print = false',
];

/**
 * Exports that fit together into one block are read by one thread: a second one would find nothing to do, and
 * every statement would take what it costs to begin there too.
 */
export function threadsSql(bytes: number): readonly string[] {
  return bytes <= BLOCK_BYTES ? ['SET threads = 1'] : [];
}

/**
 * After these statements the configuration can't be changed, and SQL reads only `files` and what lies in
 * the folder `scratch`.
 */
export function confineSql(files: readonly string[], scratch: string): readonly string[] {
  // A database is looked for with the changes that are not in it yet.
  const beside = files.filter((file) => /[.]duckdb$/i.test(file)).map((file) => `${file}.wal`);
  const paths = [...files, ...beside].map((file) => duckdb.text(file)).join(', ');
  return [
    `SET allowed_paths = [${paths}]`,
    `SET allowed_directories = [${duckdb.text(`${scratch}/`)}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ];
}
