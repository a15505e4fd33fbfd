import type { Position } from '../model/reading.ts';
import type { Sampled } from '../sql/read/quick-cell.ts';
import type { SourceFile } from './source-file.ts';
import type { TypedRows } from './typed/rows.ts';

/** A file's rows as SQL, and what became of them. */
export interface Scan {
  readonly source: SourceFile;
  /** Of the fields that are read; the key is the first. */
  readonly positions: readonly Position[];
  /** A row of the source's table for each row of the file; with `evidence` as `ReadSql` says. */
  select(rejects: string, evidence?: boolean): string;
  /** The same with evidence, of the rows whose keys may be among those that come twice. */
  repeated(rejects: string): string;
  /** The same by the shorter way, and a census of the first rows, as `ReadSql` says. */
  plain(rejects: string, sampled: Sampled): string | null;
  census(rejects: string, rows: number): string | null;
  /** Of a table of typed columns; missing where the file is a text, which is read again. */
  readonly rows?: TypedRows;
}
