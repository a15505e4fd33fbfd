import type { SniffType } from '../model/sniff.ts';

/** What roles are given by. */
export interface RoleCandidate {
  readonly name: string;
  readonly type: SniffType;
  readonly filled: number;
  readonly blank: number;
  readonly distinct: number;
  /** Whether `distinct` is counted, not estimated. */
  readonly exact: boolean;
  /** Excel has rounded some of its cells: values that come again may have been different. */
  readonly rounded?: boolean;
  /** Most of its cells are ids: letters, digits and signs in one piece, with a digit in it. */
  readonly codes?: boolean;
}
