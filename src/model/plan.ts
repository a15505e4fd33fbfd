import type { Micros, PeriodUnit } from './time.ts';

/** What the teams assume, and the time that they have for it. */
export interface PlanTerms {
  /** The objective; null for the first on the funnel. */
  readonly from: string | null;
  /** What one customer brings; null where the measured mean counts. */
  readonly average: number | null;
  /** By stage: the part of the step before that comes to it, a fraction of 1. */
  readonly rates: Readonly<Record<string, number>>;
  readonly capacity: {
    readonly calendar: string;
    readonly people: number;
    /** Of one of them on an open day. */
    readonly hours: number;
    readonly touches: number;
    readonly minutes: number;
  } | null;
}

/** From an objective back to what each step must bring, by measured rates and by assumed ones. */
export interface Plan {
  readonly agreement: {
    readonly id: string;
    readonly title: string;
    readonly file: string;
    readonly timezone: string;
    /** The title of each team. */
    readonly teams: Readonly<Record<string, string>>;
  };
  readonly asOf: Micros;
  readonly asOfFrom: 'flag' | 'data';
  readonly objective: {
    readonly id: string;
    readonly title: string;
    readonly target: number;
    readonly unit: string | null;
    readonly per: PeriodUnit;
    /** Months in its period. */
    readonly months: number;
  };
  /** Cohorts by month that are old enough, whose rates count, and those that are not. */
  readonly cohorts: readonly string[];
  readonly young: readonly string[];
  /** Nine of ten of those that came to the last step did within so many seconds; null where nobody did. */
  readonly mostWithin: number | null;
  /** What one customer brings; null where the objective counts customers. */
  readonly average: Assumed | null;
  /** In the order of the funnel, the last is that of the objective; none where nothing can be told. */
  readonly steps: readonly PlanStep[];
  /** Why nothing can be told; null where it can. */
  readonly why: 'no-cohort' | 'too-few' | null;
  readonly capacity: Capacity | null;
  /** Promises whose limits do not fit each other. */
  readonly clocks: readonly Misfit[];
}

/** A figure as it was measured, and as it is assumed. */
export interface Assumed {
  readonly measured: number | null;
  /** On how many cases it rests. */
  readonly of: number;
  readonly assumed: number | null;
}

export interface PlanStep {
  readonly id: string;
  readonly title: string;
  readonly owners: readonly string[];
  /** Leads of the cohorts that count. */
  readonly leads: number;
  /** Of the step before; null at the first. */
  readonly rate: (Assumed & Interval & { readonly fits: boolean | null }) | null;
  /** Of this step, to the last. */
  readonly toEnd: Interval & { readonly measured: number };
  /** In a period of the objective. */
  readonly needed: number;
  /** By the bounds of the measured rate. */
  readonly least: number;
  readonly most: number | null;
  readonly perMonth: number;
  /** In a period of the objective, by what is assumed; null where nothing is. */
  readonly believed: number | null;
  /** A number of leads that is promised at this step. */
  readonly promised: { readonly id: string; readonly perMonth: number; readonly fit: Fit } | null;
}

/** Wilson's, at 95%. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Whether a promise is enough: by the rates, only by their better bound, or not even by that. */
export type Fit = 'enough' | 'within bounds' | 'too little';

export interface Capacity {
  readonly calendar: string;
  readonly people: number;
  readonly hours: number;
  readonly touches: number;
  readonly minutes: number;
  /** Leads that come in a month. */
  readonly leads: number;
  /** Hours that they need. */
  readonly needed: number;
  readonly months: readonly { readonly month: string; readonly openDays: number; readonly hours: number }[];
}

export interface Misfit {
  /** The stage from which both count, or the chain. */
  readonly earlier: string;
  readonly later: string;
  /** A third whose time the two need together; null where the later stage is due before the earlier. */
  readonly whole: string | null;
}
