/** An instant: microseconds since 1970-01-01T00:00:00Z. Safe as a JS integer for years 1700 to 2250. */
export type Micros = number;

export const MICROS_PER_SECOND = 1_000_000;
export const MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
export const MICROS_PER_DAY = 1440 * MICROS_PER_MINUTE;
export const MS_PER_DAY = MICROS_PER_DAY / 1000;
export const SECONDS_PER_DAY = MICROS_PER_DAY / MICROS_PER_SECOND;

/** A civil date: days since 1970-01-01, no zone. */
export type Day = number;

/** Local wall-clock time: microseconds since 1970-01-01T00:00:00 as if the zone were UTC. */
export type LocalMicros = number;

/** A time limit, in one of the four units that can't be confused. `text` is what the author wrote. */
export type Duration =
  | { readonly unit: 'elapsed'; readonly micros: Micros; readonly text: string }
  | { readonly unit: 'calendar-days'; readonly days: number; readonly text: string }
  | { readonly unit: 'business-time'; readonly micros: Micros; readonly text: string }
  | { readonly unit: 'business-days'; readonly days: number; readonly text: string };

/** The date field in which each row holds its own deadline; `text` is `by due_on`. */
export interface RowDeadline {
  readonly unit: 'row';
  readonly field: string;
  readonly text: string;
}

/** Until when: so long after the start, or by the date that the row itself names. */
export type Limit = Duration | RowDeadline;

/**
 * Minutes of one local day, half-open `[open, close)`. `close` is over 1440 when the window crosses
 * midnight.
 */
export interface Window {
  readonly open: number;
  readonly close: number;
}

export interface DayRange {
  readonly from: Day;
  /** Inclusive. */
  readonly to: Day;
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** One period, cut in the agreement's zone. */
export interface Period {
  /**
   * `2026-03`, `2026-Q1`, `2026-W10`, `2026`, `2026-03-31`; `FY2026-Q1` and `FY2026` where the year starts in another
   * month than January.
   */
  readonly label: string;
  /** As people call it, `May 2026`, in a document that nobody types from. */
  readonly name?: string;
  readonly unit: PeriodUnit;
  readonly from: Micros;
  /** Exclusive. */
  readonly to: Micros;
}
