import { stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBMaterializedResult,
  type DuckDBValue,
  type JS,
  JSDuckDBValueConverter,
  VARCHAR,
} from '@duckdb/node-api';
import { scratchIn } from '../files/scratch.ts';
import type { Step } from '../model/io.ts';
import { dialects } from '../sql/dialects/index.ts';
import { keepSql, renameViewSql, viewSql } from '../sql/keep.ts';
import { confineSql, RECKON_PROGRESS, threadsSql } from '../sql/session.ts';
import type { Engine, EngineOptions, NamedStep, Row, Value } from './engine.ts';

/** Of the engine alone: what it does not count, and the program itself, come to as much again. */
const MEMORY_LIMIT = '190MB';

/** Each reads a few blocks of a file at once, which together must stay within the limit. */
const MOST_THREADS = 6;

/**
 * A join holds its right side and reads the left: statements name the small table last, and no estimate
 * turns that round. The order of joins stays the optimizer's: without its estimates each join of a small
 * table takes the memory of a large one.
 */
const AS_WRITTEN = 'build_side_probe_side';

/**
 * Rows below which a join by order compares each with each. The engine goes by its estimate, which is often
 * nought where there are thousands: then it takes many times as long.
 */
const IN_ORDER = '0';

/**
 * A table that lives for one run is read a few times: to find out how it packs best would take longer than
 * to read it as it is.
 */
const PACKING = 'uncompressed';

/**
 * An embedded DuckDB that holds its tables in memory and spills to a private folder. It loads no extension
 * and reaches no network. Throws where the folder can't be made. Long because its methods share one
 * connection, and who closes it must know of all that runs.
 */
export async function openDuckDb(options: EngineOptions = {}): Promise<Engine> {
  const { folder: scratch, remove } = await scratchIn(options.tempDirectory ?? tmpdir());
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: options.memoryLimit ?? MEMORY_LIMIT,
    temp_directory: scratch,
    preserve_insertion_order: 'false',
    disabled_optimizers: AS_WRITTEN,
    force_compression: PACKING,
    asof_loop_join_threshold: IN_ORDER,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: String(options.threads ?? Math.min(availableParallelism(), MOST_THREADS)),
  });
  const main = await instance.connect();
  const streams = new Set<DuckDBConnection>();

  const interrupt = (): void => {
    for (const connection of [main, ...streams]) connection.interrupt();
  };
  options.signal?.addEventListener('abort', interrupt);
  let closed = false;
  const owned: Pick<Engine, 'close'>[] = [];

  if (options.watch) await runEach(main, RECKON_PROGRESS);
  let step: NamedStep = NO_STEP;
  const followed = async <T>(connection: DuckDBConnection, act: () => Promise<T>): Promise<T> => {
    options.signal?.throwIfAborted();
    const ended = options.watch?.(() => stepOf(step, connection.progress.percentage));
    try {
      return await act();
    } finally {
      ended?.();
    }
  };

  return {
    dialect: dialects.duckdb,
    isAway: false,
    holdsCases: 'few',
    scratch,
    task: options,
    async follow(named, act) {
      step = named;
      try {
        return await act();
      } finally {
        step = NO_STEP;
      }
    },
    async run(sql, params) {
      const result = await followed(main, () => main.run(sql, bind(params)));
      const [row] = result.columnNames()[0] === COUNT ? rowsOf(result) : [];
      return Number(row?.[COUNT] ?? 0);
    },
    async keep(table, selects) {
      for (const sql of keepSql(table, selects, dialects.duckdb)) await followed(main, () => main.run(sql));
    },
    view: async (table, select) => {
      await followed(main, () => main.run(viewSql(table, select, dialects.duckdb)));
    },
    rename: async (table, to) => {
      await followed(main, () => main.run(renameViewSql(table, to, dialects.duckdb)));
    },
    async rows<T extends object>(sql: string, params?: readonly Value[]) {
      const result = await followed(main, () => main.run(sql, bind(params)));
      return rowsOf(result) as unknown as readonly T[];
    },
    async *stream(sql, params) {
      options.signal?.throwIfAborted();
      const connection = await instance.connect();
      streams.add(connection);
      try {
        if (options.watch) await runEach(connection, RECKON_PROGRESS);
        const result = await followed(connection, () => connection.stream(sql, bind(params)));
        for await (const rows of result.yieldRowObjectJs()) yield rows.map(toRow);
      } finally {
        streams.delete(connection);
        connection.closeSync();
      }
    },
    async append(table, rows) {
      options.signal?.throwIfAborted();
      await appendTexts(main, table, rows);
    },
    interrupt,
    async confine(files) {
      await runEach(main, threadsSql(await bytesOf(files)));
      await runEach(main, confineSql(files, scratch));
    },
    owns: (other) => void owned.push(other),
    async close() {
      if (closed) return;
      closed = true;
      for (const other of owned) await other.close();
      options.signal?.removeEventListener('abort', interrupt);
      main.closeSync();
      instance.closeSync();
      await remove();
    },
  };
}

/** How much larger a file may be than what it is packed into. */
const PACKED = 8;

/** Bytes that files come to once they are unpacked, about; of those that are there yet. */
async function bytesOf(files: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const file of files) {
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    bytes += /\.(gz|xlsx|xlsm|parquet)$/i.test(file) ? size * PACKED : size;
  }
  return bytes;
}

const NO_STEP: NamedStep = { what: null, bytes: null, rowBytes: null };

/** The engine says -1 until it knows. */
function stepOf({ what, bytes, rowBytes }: NamedStep, percentage: number): Step {
  const part = percentage < 0 ? null : Math.min(1, percentage / 100);
  const rows = part === null || bytes === null || rowBytes === null ? null : (part * bytes) / rowBytes;
  return { what, part, bytes, rows };
}

async function runEach(connection: DuckDBConnection, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await connection.run(statement);
}

/** Without values a statement is not prepared first, which plans some twice. */
function bind(params: readonly Value[] | undefined): DuckDBValue[] | undefined {
  return params && ([...params] as DuckDBValue[]);
}

/** Rows that the engine takes at once. */
const CHUNK = 2048;

async function appendTexts(
  connection: DuckDBConnection,
  table: string,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const appender = await connection.createAppender(table);
  try {
    const types = Array.from({ length: rows[0]?.length ?? 0 }, () => VARCHAR);
    for (let from = 0; from < rows.length; from += CHUNK) {
      const some = rows.slice(from, from + CHUNK);
      const chunk = DuckDBDataChunk.create(types, some.length);
      for (const at of types.keys())
        chunk.setColumnValues(
          at,
          some.map((row) => row[at] ?? null),
        );
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

/** Under which a statement tells how many rows it made, put in or took away. */
const COUNT = 'Count';

/** The rows are there: they are taken as they are, and not asked for through the threads of Node. */
function rowsOf(result: DuckDBMaterializedResult): readonly Row[] {
  const names = result.deduplicatedColumnNames();
  const rows: Row[] = [];
  for (let i = 0; i < result.chunkCount; i++)
    for (const values of result.getChunk(i).convertRows(JSDuckDBValueConverter)) {
      const row: Record<string, Value> = {};
      for (const [at, name] of names.entries()) row[name] = toValue(values[at] ?? null);
      rows.push(row);
    }
  return rows;
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
