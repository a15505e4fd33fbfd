import type { Reject } from '../../model/reading.ts';
import type { FileRecord } from '../text/records.ts';

/** What a table of typed columns is asked for beside its rows: a line is the place of a row, from 1. */
export interface TypedRows {
  /** The records that have one of some keys. */
  records(keys: readonly string[], limit: number): Promise<readonly FileRecord[]>;
  /** Rows that can't be used; with `holding` those that hold this text in a cell. */
  rejects(limit: number, holding: string | null): Promise<readonly Reject[]>;
}
