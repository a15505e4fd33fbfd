import type { Condition } from './condition.ts';
import type { Duration } from './time.ts';

/** Time on hold: while it lasts, the clock of a case stands still. */
export interface Pause {
  /** The source whose rows have two ends; null where the case's own row has them. */
  readonly source: string | null;
  /** Date fields. A pause without an end lasts. */
  readonly from: string;
  readonly to: string;
  readonly where: Condition | null;
  /** All that a case may be on hold, on the clock that stands still. */
  readonly atMost: Capped;
}

/** So much time of a clock: hours and minutes, never days. */
type Capped = Extract<Duration, { readonly micros: number }>;
