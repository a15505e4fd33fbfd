/** How one SQL engine writes what engines write differently. Expressions go in and come out as SQL text. */
export interface Dialect {
  readonly name: string;
  identifier(name: string): string;
  /** A text literal for any string, NUL and line breaks included. */
  text(value: string): string;
  /** A literal for any finite number, exact where it is short; throws a RangeError for others. */
  number(value: number): string;
  /** RE2, anywhere in the text; null for null. */
  matches(text: string, pattern: string): string;
  /** RE2, the whole text; null for null. */
  matchesWhole(text: string, pattern: string): string;
  /** Every match of an RE2 pattern left out. */
  without(text: string, pattern: string): string;
  /** The first match of the pattern's group, or the empty text. */
  extract(text: string, pattern: string, group: number): string;
  /** The text as a number of that type, null where it is none. A decimal keeps 12 digits and 6 decimals, and rounds what is finer. */
  tryNumber(text: string, type: 'integer' | 'decimal' | 'double'): string;
  /** `yyyy-MM-dd[ HH:mm[:ss[.ffffff]]]` as microseconds since 1970 as if it were UTC; null where it is no date. */
  tryIso(text: string): string;
  /** Likewise by a pattern of strptime; an offset in the text is applied. */
  tryPattern(text: string, pattern: string): string;
  /** A table of text columns `c0`, `c1` ... from a CSV file with a header line. */
  csv(file: string, options: CsvScan): string;
}

export interface CsvScan {
  readonly columns: number;
  readonly delimiter: string;
  readonly quote: string;
  readonly skip: number;
  readonly gzip: boolean;
  /** Name of the table that takes the lines that can't be cut into cells. */
  readonly rejects: string;
}
