/** A line that could not be cut into cells. */
export interface BadLine {
  /** Position of the file in the plan. */
  readonly file: number;
  /** Of the line's start in the unpacked UTF-8 text, from 1. */
  readonly byte: number;
  readonly reason: string;
}
