import type { Condition } from './condition.ts';
import type { Duration } from './time.ts';

/** How many leads reach a stage. */
export interface CountMeasure {
  readonly kind: 'count';
  readonly stage: string;
  readonly where: Condition | null;
}

/** A numeric field added up over the leads that reach a stage. */
export interface SumMeasure {
  readonly kind: 'sum';
  readonly field: string;
  readonly stage: string;
  readonly where: Condition | null;
}

/** The part of the leads that reach a stage for which something holds. */
export interface ShareMeasure {
  readonly kind: 'share';
  readonly of: { readonly stage: string; readonly where: Condition | null };
  /** Exactly one of `with` and `reaches` is given. */
  readonly with: Condition | null;
  /** A stage that the lead also reaches. */
  readonly reaches: string | null;
}

/** The part of the leads whose next stage came within a time limit. */
export interface ResponseMeasure {
  readonly kind: 'response';
  readonly from: string;
  readonly to: string | EarliestActivity;
  readonly within: Duration;
  readonly calendar: string | null;
  readonly splitAt: string | null;
}

/** A stop that no column holds: the earliest row of an activity source that matches. */
export interface EarliestActivity {
  readonly earliest: string;
  readonly where: Condition | null;
}

/** The part of the leads that were tried often enough within a window. */
export interface AttemptsMeasure {
  readonly kind: 'attempts';
  readonly from: string;
  readonly atLeast: number;
  readonly distinctDays: boolean;
  readonly minGap: Duration | null;
  readonly within: Duration;
  readonly calendar: string | null;
  /** The activity source that holds the touches; null where there is only a counter. */
  readonly source: string | null;
  readonly touches: Condition | null;
  readonly until: string | null;
  /** Fields of the lead, where there are no activity rows. */
  readonly counter: { readonly count: string; readonly last: string } | null;
}

/** How often a recorded joint activity took place. */
export interface OccurrenceMeasure {
  readonly kind: 'occurrence';
  /** Path of a CSV or YAML file, relative to the agreement. */
  readonly records: string;
  readonly at: string;
  readonly with: Condition | null;
}

export type Measure =
  | CountMeasure
  | SumMeasure
  | ShareMeasure
  | ResponseMeasure
  | AttemptsMeasure
  | OccurrenceMeasure;

export type MeasureKind = Measure['kind'];
