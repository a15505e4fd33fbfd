import type { ReadPlan } from '../../model/reading.ts';
import { duckdb } from '../dialects/duckdb.ts';

/** Different bad cells that are kept to find their lines. */
const MAX_BAD_CELLS = 100_000;

/** Whether the cell that `key` holds takes several lines. */
const SEVERAL = `coalesce(${duckdb.matches('"key"', '[\\r\\n]')}, false)`;

/**
 * What is wrong with the rows of a table that `ReadSql` selected: `code` of `$bad`, `several` lines or one,
 * and `n` rows.
 */
export function badCodesSql(table: string): string {
  return `SELECT "$bad" AS code, ${SEVERAL} AS several, count(*) AS n FROM ${table} WHERE "$bad" > 0 GROUP BY ALL ORDER BY ALL`;
}

/** The different cells that have one code, in a column `cell`. */
export function badCellsSql(table: string, { code, several }: { code: number; several: boolean }): string {
  return `SELECT DISTINCT "key" AS cell FROM ${table} WHERE "$bad" = ${code} AND ${SEVERAL} = ${several} AND "key" IS NOT NULL LIMIT ${MAX_BAD_CELLS}`;
}

/** How many of the rows that have one code hold one of some cells, as `n`. */
export function countCellsSql(
  table: string,
  { code, several }: { code: number; several: boolean },
  cells: readonly string[],
): string {
  return `SELECT count(*) AS n FROM ${table} WHERE "$bad" = ${code} AND ${SEVERAL} = ${several} AND "key" IN (${cells.map(duckdb.text).join(', ')})`;
}

/** Takes the rows away that can't be used. */
export function dropBadRowsSql(table: string): string {
  return `DELETE FROM ${table} WHERE "$bad" > 0`;
}

/**
 * Local times of a table of rows that took the long way: `gap` that the clock skips, `overlap` that it
 * shows twice. A date without a time spans most of a day, a time that the clock shows twice at most two
 * hours.
 */
export function dstSql({ columns }: ReadPlan, table: string): string {
  const spreads = columns.flatMap((column) =>
    column.kind === 'time' ? [duckdb.identifier(`${column.name}$w`)] : [],
  );
  const overlaps = spreads.map((spread) => `count(*) FILTER (${spread} BETWEEN 1 AND 43199)`);
  return `SELECT coalesce(sum("$gap"), 0) AS gap, ${overlaps.join(' + ') || '0'} AS overlap FROM ${table}`;
}
