/** What some people see of the results: the numbers are those of every other view. */
export interface View {
  /** Teams, or `sponsor`, for whom it is; none for everybody. */
  readonly for: readonly string[];
  /** Whether the leads behind a number are listed. */
  readonly leads: 'ids' | 'none';
  /** Fields by which results may be cut. */
  readonly by: readonly string[];
  /** Fields marked personal whose values may be asked for. */
  readonly personal: readonly string[];
}
