import type { Micros } from './time.ts';

/** How far a promise is that is kept step by step, in all, whatever periods are shown. */
export interface StepsTaken {
  readonly id: string;
  readonly title: string;
  readonly done: number;
  /** Of those that are done: after their date. */
  readonly doneLate: number;
  /** Not done, and the date is over. */
  readonly late: number;
  /** Not done, and the date is ahead or blank. */
  readonly open: number;
  /** Those of them that have no date. */
  readonly undated: number;
  readonly verdict: 'met' | 'missed' | 'open' | 'no data';
  readonly outlook: 'on track' | 'at risk' | null;
  /** The first that is not done and whose date is ahead. */
  readonly next: StepTaken | null;
  /** By their dates, those without one last: the first ten thousand. */
  readonly steps: readonly StepTaken[];
}

export interface StepTaken {
  /** The key of its row; null where that is personal, and where the leads are not shown. */
  readonly key: string | null;
  readonly state: 'done' | 'late' | 'open';
  /** The last instant in time; null where it has no date. */
  readonly due: Micros | null;
  readonly done: Micros | null;
}
