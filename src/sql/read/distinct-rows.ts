import { dropRejectsSql } from './file.ts';
import { dropTableSql } from './source-table.ts';

/** The name of the table for the lines that can't be cut. */
export const UNCUT = 'sla_distinct_uncut';

const ROWS = 'sla_distinct';

/** Makes a table of the different rows of a scan with columns `c0`, `c1` ... to `width`. */
export function createDistinctSql(scan: string, width: number): string {
  const all = Array.from({ length: width }, (_, column) => `nullif(trim(c${column}), '') AS c${column}`);
  return `CREATE OR REPLACE TEMP TABLE ${ROWS} AS SELECT DISTINCT ${all.join(', ')} FROM ${scan}`;
}

/** How many different rows there are, `n`, and how many by some columns alone, `d`. */
export function countDistinctSql(columns: readonly number[]): string {
  const cells = columns.map((column) => `c${column}`).join(', ');
  return `SELECT count(*) AS n, count(DISTINCT hash(${cells})) AS d FROM ${ROWS}`;
}

/** Statements that forget it. */
export const DROP_DISTINCT: readonly string[] = [dropTableSql(ROWS), ...dropRejectsSql(UNCUT)];
