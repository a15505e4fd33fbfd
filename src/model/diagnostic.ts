export type Severity = 'error' | 'warning' | 'info';

/** Line and column, both from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a problem is. `file` is as shown to the reader, relative to the working directory where it can be.
 */
export interface Place {
  readonly file: string;
  readonly start: Position;
  /** Exclusive. */
  readonly end: Position;
}

/** A problem as a value: collected, sorted by place, printed elsewhere. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** A sentence without a final period that quotes the value. */
  readonly message: string;
  /** What to type. */
  readonly help?: string;
  readonly place?: Place;
  /**
   * The problem is not in the agreement but means that no answer can be given (unreadable file, missing
   * column): the exit status is 2, not 1.
   */
  readonly fatal?: boolean;
  /** Where the agreement says what an export does not hold: whoever has its text finds the place. */
  readonly path?: YamlPath;
  /** Of `too-many-rejected`: what the sentence says, for a program that goes on from there. */
  readonly rejected?: RejectedRows;
}

/** Rows of one source that could not be read. */
export interface RejectedRows {
  readonly source: string;
  readonly rows: number;
  /** Rows read in all. */
  readonly of: number;
}

/** A path of keys and indexes into the agreement's YAML: `['commitments', 2, 'response', 'from']`. */
export type YamlPath = readonly (string | number)[];

/** A problem whose place is still a path; `on: 'key'` points at the key instead of the value. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly path: YamlPath;
  readonly on?: 'key' | 'value';
  /** Narrows the place to a part of a scalar: offset and length in its source text. */
  readonly part?: { readonly offset: number; readonly length: number };
}
