import type { Scan } from './scan.ts';

/** How the rows of all files of a source are read. */
export interface Loading {
  /**
   * Of one file; how many. `rejects` names the table that takes the lines which can't be cut. `like` is a file
   * that holds what it holds, where the scan is of several.
   */
  add(scan: Scan, rejects: string, like?: Scan): Promise<number>;
  /** When all files are in. */
  finish(): Promise<LoadedRows>;
  /** Forgets them all: others may be read. */
  drop(): Promise<void>;
}

/** The rows of a source; those that took the short way lie apart from those that took the long one. */
export interface LoadedRows {
  /** All of them, as a SELECT without `$bad`, `$gap` and evidence. */
  all(): string;
  /**
   * The table of the rows that took the long way, `$bad` and `$gap` included: only they have something to
   * tell. Null where none did.
   */
  readonly long: string | null;
  /** The table of all rows where they lie with their evidence, as `ReadSql` says; else null. */
  readonly evidence: string | null;
  /**
   * Takes the rows of those keys away, a SELECT of `key`, and puts others in their place, selected as the
   * long way does.
   */
  replace(keys: string, rows: string): Promise<void>;
  /** Takes the rows of those keys away; how many. */
  without(keys: string): Promise<number>;
}
