import type { Counts } from './compliance.ts';
import type { Micros, Period, PeriodUnit } from './time.ts';

/** How far the leads of each cohort came, and who promised which step. */
export interface Funnel {
  readonly agreement: {
    readonly id: string;
    readonly title: string;
    readonly file: string;
    readonly timezone: string;
    /** The title of each team. */
    readonly teams: Readonly<Record<string, string>>;
    /** The header of each field's column. */
    readonly headers?: Readonly<Record<string, string>>;
    /** Of each promise that a step names: its author's title, else its id. */
    readonly promises: Readonly<Record<string, string>>;
  };
  readonly asOf: Micros;
  readonly asOfFrom: 'flag' | 'data';
  /** The length of a cohort. */
  readonly unit: PeriodUnit;
  /** Fields by which the cohorts are cut. */
  readonly by: readonly string[];
  /** In the order of the agreement's funnel; the profile stands behind its first stage. */
  readonly steps: readonly FunnelStep[];
  /** The first month that is not shown for want of room, and the first that is; absent where all are. */
  readonly leftOut?: { readonly first: string; readonly shown: string };
  /** In the order of their periods; whole ones before their parts. */
  readonly cohorts: readonly Cohort[];
  /** Of the stages whose condition rests on words: by which of them leads came there. */
  readonly words: readonly StageWords[];
  /** What the answers say of the profile. */
  readonly profileAnswers: readonly ProfileAnswers[];
}

/** Leads whose answer says that they are outside of the profile, or inside, by the period of their first stage. */
export interface ProfileAnswers {
  readonly says: 'outside' | 'inside';
  /** Those without a lead are left out. */
  readonly periods: readonly {
    readonly period: string;
    readonly leads: number;
    readonly inProfile: number;
  }[];
}

/** How leads came to a stage, such as accepted, or refused for a reason. */
export interface StageWords {
  /** Of the stage. */
  readonly id: string;
  readonly title: string;
  /** The fields that hold the words. */
  readonly fields: readonly string[];
  /** The most frequent words first, the rest last; of each its periods in their order, then its groups. */
  readonly rows: readonly WordsRow[];
}

export interface WordsRow {
  /** Of the cohort. */
  readonly period: string;
  readonly by: Readonly<Record<string, string | null>> | null;
  /** In the order of the fields; null for all that are too rare to be told. */
  readonly words: readonly (string | null)[] | null;
  /** Of all leads of the cohort, in profile or not. */
  readonly leads: number;
  /** Null where there is no profile. */
  readonly inProfile: number | null;
}

export interface FunnelStep {
  readonly of: 'stage' | 'profile';
  /** Of the stage; `profile`. */
  readonly id: string;
  readonly title: string;
  /** Who promises that leads get here: teams, each once. */
  readonly owners: readonly string[];
  /** In so many seconds after the first stage nine of ten of those that got here did; null where nobody did. */
  readonly mostWithin: number | null;
  /** The promise of a number of leads at this step. */
  readonly promisedBy: string | null;
  /** Promises that end here, in the order of the agreement. */
  readonly promises: readonly { readonly id: string; readonly owner: string | null }[];
}

/** The leads that reached the first stage in one period. */
export interface Cohort {
  readonly period: Period;
  /** Values of the fields of `by`; null for all of the period. */
  readonly by: Readonly<Record<string, string | null>> | null;
  /** One for each step. */
  readonly steps: readonly CohortStep[];
}

export interface CohortStep {
  /** Leads that are at this step and at every one before it. */
  readonly leads: number;
  /** Leads, in profile where the step asks it, that are at this stage and not at one before it. */
  readonly beside: number;
  /** The number can still grow: the cohort is younger than what most of those that got here took. */
  readonly young: boolean;
  /** Of a whole cohort. */
  readonly promised: number | null;
  /** Of the leads at this step: what came of each promise that ends here. */
  readonly kept: readonly Counts[];
}
