import type { CsvDialect } from '../../model/agreement.ts';
import { duckdb } from '../dialects/duckdb.ts';

/** Files that are to be scanned as one, and how their lines are cut. */
export interface FileToScan {
  readonly source: { readonly text: string; readonly gzip: boolean; readonly header: readonly string[] };
  /** Of several files that are all as the source is; its own where they are missing. */
  readonly texts?: readonly string[];
  readonly csv: CsvDialect;
  /** Name of the table that takes the lines that can't be cut into cells. */
  readonly rejects: string;
}

/**
 * Files as a table: a row for each of their rows, with the text columns `c0`, `c1` ... in the order of the
 * header.
 */
export function fileSql({ source, texts = [source.text], csv, rejects }: FileToScan): string {
  return duckdb.csv(texts, {
    columns: source.header.length,
    delimiter: csv.delimiter,
    quote: csv.quote,
    skip: csv.skip,
    gzip: source.gzip,
    rejects,
  });
}

/** The first rows of a scan, as a scan. */
export function firstRowsSql(scan: string, rows: number): string {
  return `(SELECT * FROM ${scan} LIMIT ${rows})`;
}

/**
 * Which lines of a scan could not be cut: `byte`, where the line starts, from 1, and `type`, the engine's
 * name of its first fault.
 */
export function badLinesSql(rejects: string): string {
  return `SELECT line_byte_position AS byte, arg_min(CAST(error_type AS VARCHAR), byte_position) AS type
     FROM ${duckdb.identifier(rejects)} GROUP BY line_byte_position ORDER BY 1`;
}

/**
 * Statements that forget the lines which a scan could not cut. Where nothing was scanned there are none to
 * forget.
 */
export function dropRejectsSql(rejects: string): readonly string[] {
  return [rejects, `${rejects}_scan`].map((table) => `DROP TABLE IF EXISTS ${duckdb.identifier(table)}`);
}
