/** A date cell taken apart, as SQL. */
export interface DateParts {
  /** Wall-clock microseconds as the cell shows them; null where it is no date. */
  readonly local: string;
  /** Microseconds east of UTC; null where the cell has no offset. */
  readonly offset: string;
  /** The cell has no time of day: `true` where none of the field's cells has. */
  readonly dateOnly: string;
}

/**
 * How one field's cells are taken apart: `shape` is computed first and given to `parts` as the name of a
 * column.
 */
export interface DateReader {
  /** Columns that are computed before it, layer by layer; missing for none. */
  readonly before?: readonly (readonly string[])[];
  readonly shape: string;
  readonly parts: (shape: string) => DateParts;
}
