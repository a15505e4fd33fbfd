export type Scalar = string | number | boolean;

/**
 * A test of one lead. Always true or false: a blank cell equals nothing, is in no list and no range,
 * matches no pattern; so `not` of any of these is true for a blank cell.
 */
export type Condition =
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  | { readonly op: 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'in'; readonly field: string; readonly values: readonly Scalar[] }
  | {
      readonly op: 'range';
      readonly field: string;
      /** Both ends inclusive; null is open. */
      readonly min: number | null;
      readonly max: number | null;
    }
  | {
      readonly op: 'compare';
      readonly field: string;
      readonly cmp: '>' | '>=' | '<' | '<=';
      readonly value: number;
    }
  /** RE2 syntax, matched anywhere in the cell. */
  | { readonly op: 'matches'; readonly field: string; readonly pattern: string }
  | { readonly op: 'present'; readonly field: string }
  /** The cell names a file that is there, or an https link; of files of records, whose reader looks it up. */
  | { readonly op: 'exists'; readonly field: string }
  | Touched
  /** The points of the cases that hold add up to at least so many. */
  | {
      readonly op: 'score';
      readonly atLeast: number;
      readonly points: readonly { readonly add: number; readonly when: Condition }[];
    }
  /** The agreement's ideal prospect; the plan resolves it. */
  | { readonly op: 'profile' };

/**
 * Of leads alone: some row of an activity source holds, and surely came no later than the lead reached a stage.
 * One whose stage was not reached came before it.
 */
export interface Touched {
  readonly op: 'touched';
  readonly source: string;
  /** Of the rows; null where any counts. */
  readonly where: Condition | null;
  /** A stage of the leads; null where it may have come at any time. */
  readonly before: string | null;
}
