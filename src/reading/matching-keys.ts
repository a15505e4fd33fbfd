import type { Engine } from '../engine/engine.ts';
import type { CsvDialect } from '../model/agreement.ts';
import { duckdb } from '../sql/dialects/duckdb.ts';
import type { SourceFile } from './source-file.ts';

export interface KeyColumns {
  readonly source: SourceFile;
  readonly csv: CsvDialect;
  /** Places in the header, from 0. */
  readonly columns: readonly number[];
}

/** How many of the different values of one column are values of another. */
export interface KeyMatch {
  /** Places in the header: of the table that refers, and of the one that is referred to. */
  readonly from: number;
  readonly to: number;
  /** Filled cells of rows that differ, their different values, and those of them that are found. */
  readonly rows: number;
  readonly values: number;
  readonly found: number;
}

/** Compares each column of one table with each of another, as text without blanks around it. Rows that can't be cut are left out. */
export async function matchKeys(
  engine: Engine,
  from: KeyColumns,
  to: KeyColumns,
): Promise<readonly KeyMatch[]> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE sla_from AS ${cells(from, 'sla_match_from')}`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE sla_to AS ${cells(to, 'sla_match_to')}`);
  const matches: KeyMatch[] = [];
  for (const [i, a] of from.columns.entries()) {
    for (const [j, b] of to.columns.entries()) {
      const [row] = await engine.rows<Pick<KeyMatch, 'rows' | 'values' | 'found'>>(
        `WITH keys AS (SELECT DISTINCT k${j} AS key FROM sla_to WHERE k${j} IS NOT NULL), ` +
          `each AS (SELECT k${i} AS key, count(*) AS n FROM sla_from WHERE k${i} IS NOT NULL GROUP BY 1) ` +
          'SELECT coalesce(sum(n), 0) AS "rows", count(*) AS "values", count(keys.key) AS "found" ' +
          'FROM each LEFT JOIN keys ON keys.key = each.key',
      );
      if (row) matches.push({ from: a, to: b, ...row });
    }
  }
  for (const table of ['sla_from', 'sla_to', 'sla_match_from', 'sla_match_to'])
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  return matches;
}

function cells({ source, csv, columns }: KeyColumns, rejects: string): string {
  const scan = duckdb.csv(source.text, {
    columns: source.header.length,
    delimiter: csv.delimiter,
    quote: csv.quote,
    skip: csv.skip,
    gzip: source.gzip,
    rejects,
  });
  const list = columns.map((column, k) => `nullif(trim(c${column}), '') AS k${k}`).join(', ');
  // Identical rows are one: the engine will make one of them.
  const all = source.header.map((_, column) => `c${column}`).join(', ');
  return `SELECT DISTINCT ${list}, hash(${all}) AS row FROM ${scan}`;
}
