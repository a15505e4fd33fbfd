import duckdb, { type LogicalType, type Result, type Vector } from '@duckdb/node-bindings';
import type { Row, Value } from './engine.ts';

/**
 * The rows of a result as they lie in the engine's memory; null where a column is of a type that statements here hardly ever give. The
 * engine's own library knows every type, and takes longer to be made ready than a small export to be read.
 */
export function plainRows(result: Result): readonly Row[] | null {
  const names = namesOf(result);
  const readers: Reader[] = [];
  for (const at of names.keys()) {
    const reader = readerOf(duckdb.column_logical_type(result, at));
    if (reader === null) return null;
    readers.push(reader);
  }
  const rows: Row[] = [];
  const chunks = duckdb.result_chunk_count(result);
  for (let i = 0; i < chunks; i++) {
    const chunk = duckdb.result_get_chunk(result, i);
    const size = duckdb.data_chunk_get_size(chunk);
    const columns = readers.map((read, at) => read(duckdb.data_chunk_get_vector(chunk, at), size));
    for (let row = 0; row < size; row++) {
      const cells: Record<string, Value> = {};
      for (const [at, name] of names.entries()) cells[name] = columns[at]?.[row] ?? null;
      rows.push(cells);
    }
  }
  return rows;
}

/** Of the columns; one that comes again has a number behind it. */
function namesOf(result: Result): readonly string[] {
  const times = new Map<string, number>();
  return Array.from({ length: duckdb.column_count(result) }, (_, at) => {
    const name = duckdb.column_name(result, at);
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    return before === 0 ? name : `${name}:${before}`;
  });
}

/** Reads so many values of a column. */
type Reader = (vector: Vector, size: number) => readonly Value[];

/** A number where it is safe. */
export function wholeNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const hugeAt = (view: DataView, at: number): bigint =>
  (view.getBigInt64(at + 8, true) << 64n) + view.getBigUint64(at, true);

type ReadAt = (view: DataView, at: number) => Value;

const { Type } = duckdb;

/** By type: the bytes of a value, and how it is read from them. */
const FIXED: Readonly<Record<number, readonly [bytes: number, read: ReadAt]>> = {
  [Type.BOOLEAN]: [1, (view, at) => view.getUint8(at) !== 0],
  [Type.TINYINT]: [1, (view, at) => view.getInt8(at)],
  [Type.SMALLINT]: [2, (view, at) => view.getInt16(at, true)],
  [Type.INTEGER]: [4, (view, at) => view.getInt32(at, true)],
  [Type.BIGINT]: [8, (view, at) => wholeNumber(view.getBigInt64(at, true))],
  [Type.UTINYINT]: [1, (view, at) => view.getUint8(at)],
  [Type.USMALLINT]: [2, (view, at) => view.getUint16(at, true)],
  [Type.UINTEGER]: [4, (view, at) => view.getUint32(at, true)],
  [Type.UBIGINT]: [8, (view, at) => wholeNumber(view.getBigUint64(at, true))],
  [Type.DOUBLE]: [8, (view, at) => view.getFloat64(at, true)],
  [Type.HUGEINT]: [16, (view, at) => wholeNumber(hugeAt(view, at))],
  [Type.VARCHAR]: [16, textAt],
};

/** A short text lies in its place, and of a longer one its address. */
const SHORT = 12;

const decoder = new TextDecoder();

function textAt(view: DataView, at: number): string {
  const bytes = view.getUint32(at, true);
  return decoder.decode(
    bytes <= SHORT
      ? new Uint8Array(view.buffer, view.byteOffset + at + 4, bytes)
      : duckdb.get_data_from_pointer(view.buffer as ArrayBuffer, view.byteOffset + at + 8, bytes),
  );
}

function readerOf(type: LogicalType): Reader | null {
  const id = duckdb.get_type_id(type);
  if (id === Type.LIST) return listReader(readerOf(duckdb.list_type_child_type(type)));
  if (id === Type.DECIMAL) return decimalReader(type);
  const fixed = FIXED[id];
  return fixed === undefined ? null : fixedReader(...fixed);
}

function fixedReader(bytes: number, read: ReadAt): Reader {
  return (vector, size) => {
    const data = duckdb.vector_get_data(vector, size * bytes);
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const isNull = nullsOf(vector, size);
    return Array.from({ length: size }, (_, row) => (isNull(row) ? null : read(view, row * bytes)));
  };
}

/** A decimal lies as the whole number of its smallest parts, and is the number that the engine makes of it. */
function decimalReader(type: LogicalType): Reader | null {
  const [width, scale] = [duckdb.decimal_width(type), duckdb.decimal_scale(type)];
  const fixed = FIXED[duckdb.decimal_internal_type(type)];
  if (fixed === undefined) return null;
  const [bytes, read] = fixed;
  return fixedReader(bytes, (view, at) =>
    duckdb.decimal_to_double({ width, scale, value: BigInt(read(view, at) as number | bigint) }),
  );
}

function listReader(child: Reader | null): Reader | null {
  if (child === null) return null;
  return (vector, size) => {
    const data = duckdb.vector_get_data(vector, size * 16);
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const isNull = nullsOf(vector, size);
    const all = child(duckdb.list_vector_get_child(vector), duckdb.list_vector_get_size(vector));
    return Array.from({ length: size }, (_, row) => {
      if (isNull(row)) return null;
      const from = Number(view.getBigUint64(row * 16, true));
      return all.slice(from, from + Number(view.getBigUint64(row * 16 + 8, true)));
    });
  };
}

function nullsOf(vector: Vector, size: number): (row: number) => boolean {
  const bits = duckdb.vector_get_validity(vector, Math.ceil(size / 64) * 8);
  return bits ? (row) => ((bits[row >> 3] as number) & (1 << (row & 7))) === 0 : () => false;
}
