import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue, type JS } from '@duckdb/node-api';
import { duckdb } from '../sql/dialects/duckdb.ts';
import type { Engine, EngineOptions, Row, Value } from './engine.ts';

const MEMORY_LIMIT = '300MB';

/** A join holds its right side and reads the left: statements name the small table last, and no estimate turns that round. */
const AS_WRITTEN = 'join_order,build_side_probe_side';

/**
 * An embedded DuckDB that holds its tables in memory and spills to a private folder. It loads no extension and reaches no
 * network. Throws where the folder can't be made.
 */
export async function openDuckDb(options: EngineOptions = {}): Promise<Engine> {
  const parent = await realpath(options.tempDirectory ?? tmpdir());
  const scratch = await mkdtemp(join(parent, 'sla-'));
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: options.memoryLimit ?? MEMORY_LIMIT,
    temp_directory: scratch,
    preserve_insertion_order: 'false',
    disabled_optimizers: AS_WRITTEN,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(options.threads ? { threads: String(options.threads) } : {}),
  });
  const main = await instance.connect();
  const streams = new Set<DuckDBConnection>();

  const interrupt = (): void => {
    for (const connection of [main, ...streams]) connection.interrupt();
  };
  options.signal?.addEventListener('abort', interrupt);
  let closed = false;

  return {
    scratch,
    async run(sql, params) {
      options.signal?.throwIfAborted();
      await main.run(sql, bind(params));
    },
    async rows<T extends object>(sql: string, params?: readonly Value[]) {
      options.signal?.throwIfAborted();
      const reader = await main.runAndReadAll(sql, bind(params));
      return reader.getRowObjectsJS().map(toRow) as unknown as readonly T[];
    },
    async *stream(sql, params) {
      options.signal?.throwIfAborted();
      const connection = await instance.connect();
      streams.add(connection);
      try {
        const result = await connection.stream(sql, bind(params));
        for await (const rows of result.yieldRowObjectJs()) yield rows.map(toRow);
      } finally {
        streams.delete(connection);
        connection.closeSync();
      }
    },
    confine: (files) => restrict(main, files, scratch),
    async close() {
      if (closed) return;
      closed = true;
      options.signal?.removeEventListener('abort', interrupt);
      main.closeSync();
      instance.closeSync();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

/** After this the configuration can't be changed and SQL reads only `files` and what lies in `scratch`. */
async function restrict(
  connection: DuckDBConnection,
  files: readonly string[],
  scratch: string,
): Promise<void> {
  const paths = files.map((file) => duckdb.text(file)).join(', ');
  await connection.run(`SET allowed_paths = [${paths}]`);
  await connection.run(`SET allowed_directories = [${duckdb.text(`${scratch}/`)}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

function bind(params: readonly Value[] | undefined): DuckDBValue[] {
  return [...(params ?? [])] as DuckDBValue[];
}

function toRow(row: Record<string, JS>): Row {
  const out: Record<string, Value> = {};
  for (const name of Object.keys(row)) out[name] = toValue(row[name] ?? null);
  return out;
}

function toValue(value: JS): Value {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (value === null || typeof value !== 'object') return value as Value;
  if (Array.isArray(value)) return value.map(toValue);
  return String(value);
}
