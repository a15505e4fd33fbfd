/** Where a cell stands: in a line of an export, or in a row of a table that stays on its server. */
export interface PlacedCell {
  readonly file: string;
  /** Null where a row is told by its key. */
  readonly line: number | null;
  /** Missing where a line tells the row, or the key is personal. */
  readonly key?: string;
  readonly column: string;
}

/** What as-of rests on where the data tell it: a fact, by which a reader sees a planned date in it. */
export interface RestsOn {
  /** A cell with the latest date; null where it is not found. */
  readonly cell: PlacedCell | null;
  /** Dates of the data on its day, from 1. */
  readonly dates: number;
  /** Local dates, `2026-08-28`; null where there is none. */
  readonly dayBefore: string | null;
  readonly latestLead: string | null;
}
