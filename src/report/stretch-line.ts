import type { Micros } from '../model/time.ts';

/** One line of an account. */
export interface Line {
  readonly from: Micros;
  readonly span: string;
  /** What it adds; empty where the time does not count. */
  readonly adds: string;
  readonly total: string;
  readonly why: string;
}
