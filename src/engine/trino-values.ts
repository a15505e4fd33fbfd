import { written } from '../sql/dialects/index.ts';
import type { Value } from './engine.ts';
import type { Text } from './server.ts';

/** What is known of a page: its columns with their types, and its cells as JSON has them. */
export interface Told {
  readonly columns?: readonly { readonly type?: string }[];
  readonly data?: readonly (readonly unknown[])[];
}

/** Cells that are texts all of them; null where one is another: it would be lost, or changed. */
export function textsOf({ data = [] }: Told): readonly (readonly Text[])[] | null {
  return data.every((row) => row.every((cell) => cell === null || typeof cell === 'string'))
    ? (data as readonly (readonly Text[])[])
    : null;
}

/** Cells as the values of an engine, by the types of their columns; null where one is none. */
export function valuesOf({ columns = [], data = [] }: Told): readonly (readonly Value[])[] | null {
  const types = columns.map(({ type = '' }) => type);
  const rows: (readonly Value[])[] = [];
  for (const row of data) {
    const values = row.map((cell, i) => cellOf(cell, types[i] ?? ''));
    if (values.includes(undefined)) return null;
    rows.push(values as readonly Value[]);
  }
  return rows;
}

/** Numbers come as texts where JSON would round them, or where they are decimals. */
function cellOf(cell: unknown, type: string): Value | undefined {
  if (cell === null || typeof cell === 'boolean') return cell;
  if (Array.isArray(cell)) {
    const own = /^array\((.*)\)$/.exec(type)?.[1] ?? '';
    const values = cell.map((each) => cellOf(each, own));
    return values.includes(undefined) ? undefined : (values as readonly Value[]);
  }
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return undefined;
  if (/^(?:tinyint|smallint|integer|bigint)$/.test(type)) {
    const number = BigInt(cell);
    return Number.isSafeInteger(Number(number)) ? Number(number) : number;
  }
  return /^(?:decimal|double|real)/.test(type) ? Number(cell) : cell;
}

/** JSON in which whole numbers that would be rounded are texts; those within texts stay what they are. */
export function withWholeNumbers(json: string): string {
  if (!MANY_DIGITS.test(json)) return json;
  let out = '';
  for (let at = 0; at < json.length; ) {
    const begins = json.indexOf('"', at);
    const outside = begins < 0 ? json.slice(at) : json.slice(at, begins);
    out += outside.replace(LONG_NUMBER, '"$&"');
    if (begins < 0) break;
    const ends = endOfText(json, begins);
    out += json.slice(begins, ends);
    at = ends;
  }
  return out;
}

const MANY_DIGITS = /\d{16}/;

/** Of no more digits than any whole number has there: a search for ever more of them ends with the stack. */
const LONG_NUMBER = /(?<![\d.eE+-])-?\d{16,40}(?![\d.eE])/g;

/** Behind the quote that ends a text, whose own quotes have an odd number of backslashes before them. */
function endOfText(json: string, begins: number): number {
  for (let ends = json.indexOf('"', begins + 1); ends >= 0; ends = json.indexOf('"', ends + 1)) {
    let before = ends;
    while (json[before - 1] === '\\') before--;
    if ((ends - before) % 2 === 0) return ends + 1;
  }
  return json.length;
}

/** A statement with its parameters `$1`, `$2` ... in place, as literals: Trino numbers none. */
export function boundSql(sql: string, params: readonly Value[]): string {
  if (params.length === 0) return sql;
  return sql.replace(/'[^']*'|"[^"]*"|\$(\d+)/g, (token, place?: string) =>
    place === undefined ? token : literalOf(params[Number(place) - 1]),
  );
}

function literalOf(value: Value | undefined): string {
  const dialect = written.trino;
  if (dialect === undefined) throw new Error('There is no dialect of Trino');
  if (value === null) return 'NULL';
  if (typeof value === 'string') return dialect.text(value);
  if (typeof value === 'number') return dialect.number(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return `${value}`;
  throw new Error(`A statement of Trino takes no parameter like ${String(value)}`);
}
