import { duckdb } from '../dialects/duckdb.ts';
import { HANDED } from '../hand-over.ts';

/**
 * The rows of one key that could be read, with evidence, of SELECTs of rows with evidence: a table in
 * brackets.
 */
export function rowsOfKeySql(selects: readonly string[], key: string): string {
  const parts = selects.map(
    (select) => `SELECT * FROM (${select}) WHERE "$bad" = 0 AND "key" = ${duckdb.text(key)}`,
  );
  return `(${parts.join(' UNION ALL ')})`;
}

/** The `cells` of the row that `duplicates: latest` keeps, in the order of `keptRowsSql`. */
export function latestCellsSql(rows: string): string {
  return `SELECT "$cells" AS cells FROM ${rows} ORDER BY "$modified" DESC NULLS LAST, "$cells" LIMIT 1`;
}

/**
 * The different rows as hand-overs, in the order of their numbers: `cells`, and `handed`, the date in UTC
 * microseconds.
 */
export function handOverCellsSql(rows: string): string {
  return `SELECT "$cells" AS cells, min("${HANDED}") AS handed FROM ${rows} GROUP BY "$cells" ORDER BY handed NULLS LAST, "$cells"`;
}
