/** What a meeting decided and is not done. */
export interface OpenDecision {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  /** Civil dates, `2026-06-09`. */
  readonly decided: string;
  readonly due: string;
  readonly seen: string;
  /** At how many meetings it came back so far. */
  readonly again: number;
}

/** A decision as its records keep it. */
export interface DecisionRecord extends OpenDecision {
  readonly agreement: string;
  /** The minutes in which it was taken. */
  readonly minutes: string;
  /** Empty while it is not done. */
  readonly done: string;
  /** The last meeting at which it came back; empty where it has not. */
  readonly asked: string;
}
