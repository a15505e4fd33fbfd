import {
  DuckDBConnection,
  DuckDBDataChunk,
  DuckDBMaterializedResult,
  type DuckDBValue,
  type JS,
  JSDuckDBValueConverter,
  VARCHAR,
} from '@duckdb/node-api';
import type { Connection, Result } from '@duckdb/node-bindings';
import { wholeNumber } from './duckdb-rows.ts';
import type { Row, Value } from './engine.ts';

// What the engine's own library is asked for: few runs are, and it is loaded where they do.

/** Runs a statement with values. */
export async function runWith(
  connection: Connection,
  sql: string,
  params: readonly Value[],
): Promise<Result> {
  const result = await new DuckDBConnection(connection).run(sql, bind(params));
  return (result as unknown as { readonly result: Result }).result;
}

/** Batches of the rows of a statement, which is `begun` once it runs. */
export async function* streamOf(
  connection: Connection,
  sql: string,
  params: readonly Value[] | undefined,
  begun: <T>(act: () => Promise<T>) => Promise<T>,
): AsyncIterable<readonly Row[]> {
  const result = await begun(() =>
    new DuckDBConnection(connection).stream(sql, params === undefined ? undefined : bind(params)),
  );
  for await (const rows of result.yieldRowObjectJs()) yield rows.map(toRow);
}

const bind = (params: readonly Value[]): DuckDBValue[] => [...params] as DuckDBValue[];

/** The rows of a result of any types. */
export function rowsOfAny(of: Result): readonly Row[] {
  const result = new DuckDBMaterializedResult(of);
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
  if (typeof value === 'bigint') return wholeNumber(value);
  if (value === null || typeof value !== 'object') return value as Value;
  if (Array.isArray(value)) return value.map(toValue);
  return String(value);
}

/** Rows that the engine takes at once. */
const CHUNK = 2048;

export async function appendTexts(
  connection: Connection,
  table: string,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const appender = await new DuckDBConnection(connection).createAppender(table);
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
