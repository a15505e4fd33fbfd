import type { ReadPlan } from '../../model/reading.ts';
import { duckdb } from '../dialects/duckdb.ts';
import type { Repeated } from './repeated-keys.ts';

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

/** What one look at a table of rows that took the long way tells. */
export interface LongRowsSeen {
  /** Rows that can't be used; of the others: */
  readonly bad: number;
  readonly n: number;
  /** Local times that the clock skips, and that it shows twice. */
  readonly gap: number;
  readonly overlap: number;
  /** Of rows with evidence: different keys, or different rows of events. */
  readonly different: number;
}

/**
 * `LongRowsSeen` of a table. A date without a time spans most of a day, a time that the clock shows twice at most
 * two hours. `evidence`: what of a row comes once, where that is to be told.
 */
export function longRowsSeenSql({ columns }: ReadPlan, table: string, evidence: Repeated | null): string {
  const overlaps = columns.flatMap((column) =>
    column.kind === 'time'
      ? [`count(*) FILTER ("$bad" = 0 AND ${duckdb.identifier(`${column.name}$w`)} BETWEEN 1 AND 43199)`]
      : [],
  );
  const once = evidence === 'keys' ? '"key"' : '"$cells"';
  return `SELECT count(*) FILTER ("$bad" > 0) AS bad, count(*) FILTER ("$bad" = 0) AS n,
     coalesce(sum("$gap") FILTER ("$bad" = 0), 0) AS gap, ${overlaps.join(' + ') || '0'} AS overlap,
     ${evidence === null ? '0' : `count(DISTINCT ${once}) FILTER ("$bad" = 0)`} AS different FROM ${table}`;
}
