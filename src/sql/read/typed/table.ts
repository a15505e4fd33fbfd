import type { FieldDef } from '../../../model/agreement.ts';
import { alikeText } from '../../../model/alike.ts';
import { duckdb } from '../../dialects/duckdb.ts';
import { kindOfColumn, NO_TYPE, TIME_OF_96_BITS, type TypedColumn } from './column-kind.ts';
import { asTexts } from './texts.ts';

/** Column of a scan: the place of a row in its table, from 0. */
export const ROW = '"$row"';

/** A table whose columns have types, and how SQL names it. */
export interface TypedTable {
  /** Of the file itself, in their order; and those that its folders tell. */
  readonly columns: readonly (TypedColumn & { readonly sql: string })[];
  /** What stands behind FROM. */
  readonly from: string;
  /** The place of a row, from 0. */
  readonly row: string;
}

/** A Parquet file as a table. */
export const parquetSql = (file: string): string =>
  `read_parquet(${duckdb.text(file)}, hive_partitioning = false)`;

/** The columns of a table: `name` and `type`. */
export const columnsSql = (from: string): string =>
  `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM ${from})`;

export const nameSql = (name: string): string => duckdb.identifier(name);

/** A value that a folder tells, as a constant of the type that its field asks for where it can be one. */
export function pathValueSql(
  value: string | null,
  wanted: FieldDef['type'],
): { readonly type: string; readonly sql: string } {
  const type = value === null ? NO_TYPE : typeOfText(value, wanted);
  return { type, sql: value === null ? 'NULL' : `CAST(${duckdb.text(value)} AS ${type})` };
}

function typeOfText(value: string, wanted: FieldDef['type']): string {
  if (wanted === 'date' || wanted === 'datetime')
    return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value) ? 'DATE' : 'VARCHAR';
  if (wanted === 'integer') return /^-?\d{1,15}$/.test(value) ? 'BIGINT' : 'VARCHAR';
  if (wanted === 'decimal') return /^-?\d{1,12}(?:[.]\d{1,6})?$/.test(value) ? 'DECIMAL(18,6)' : 'VARCHAR';
  return wanted === 'boolean' && /^(?:true|false)$/i.test(value) ? 'BOOLEAN' : 'VARCHAR';
}

/**
 * The columns of a Parquet file that do not hold what the engine takes them for: `name` and `kind`, which is
 * `INT96` for times of an old form that tell no zone, and `NULL` for those that have no value.
 */
export const oddColumnsSql = (file: string): string =>
  `SELECT name, CASE WHEN type = ${duckdb.text(TIME_OF_96_BITS)} THEN type ELSE ${duckdb.text(NO_TYPE)} END AS kind
   FROM parquet_schema(${duckdb.text(file)})
   WHERE type = ${duckdb.text(TIME_OF_96_BITS)} OR contains(CAST(logical_type AS VARCHAR), 'NullType') OR contains(CAST(logical_type AS VARCHAR), 'UNKNOWN')`;

/** The names of a table's columns as those of a header. */
export const headerOfTable = ({ columns }: TypedTable): readonly string[] =>
  columns.map(({ name }) => alikeText(name.trim()));

/** A table as a scan of texts. */
export const textScan = (table: TypedTable): string => asTexts(typedScan(table), table.columns, duckdb);

/** A statement that writes a table as a text of cells with a header. */
export function copyAsCsvSql(table: TypedTable, file: string): string {
  const named = table.columns.map(({ name }, index) => `c${index} AS ${nameSql(name)}`);
  return `COPY (SELECT ${named.join(', ')} FROM ${textScan(table)}) TO ${duckdb.text(file)} (FORMAT csv, HEADER true)`;
}

/** A table as a scan: the columns `c0`, `c1` ... and the place of each row; texts of all kinds are VARCHAR. */
export function typedScan({ columns, from, row }: TypedTable): string {
  const cells = columns.map(({ type, sql }, index) => {
    const isOther = kindOfColumn(type) === 'text' && type !== 'VARCHAR';
    return `${isOther ? duckdb.cast(sql, 'text') : sql} AS c${index}`;
  });
  return `(SELECT ${[...cells, `${row} AS ${ROW}`].join(', ')} FROM ${from})`;
}
