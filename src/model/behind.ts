import type { Case, Compliance, Result } from './compliance.ts';
import type { DisputeRegister } from './dispute.ts';
import type { ExperimentRegister } from './experiment.ts';
import type { Funnel } from './funnel.ts';

/** What lies behind the numbers of an agreement: asked for where somebody will look at it. */
export interface Behind {
  /** By id. */
  readonly promises: Readonly<Record<string, PromiseBehind>>;
  /** Versions that replaced another, newest first. */
  readonly versions: readonly VersionBehind[];
  /** What one team tells the other of its leads, by promise and period. */
  readonly answers: readonly Answers[];
}

/** What was judged, with what lies behind it where that was asked for. */
export interface ComplianceShown extends Compliance {
  readonly behind?: Behind;
  /** Months, where earlier ones are not shown for want of room: the first of these, and the first shown. */
  readonly leftOut?: { readonly first: string; readonly shown: string };
  /** Of the periods just before those of `results`: where somebody reads what became of a promise since. */
  readonly earlier?: readonly Result[];
  /** Where they were looked for: those periods of a promise in which there are any. */
  readonly causes?: readonly Causes[];
  /** What was tried; where somebody will look at it, of an agreement that names experiments. */
  readonly experiments?: ExperimentRegister;
  /** What single leads are disputed about; of an agreement that says who settles it. */
  readonly disputes?: DisputeRegister;
  /** How far the leads came: of agreements that name their funnel, where somebody will look at it. */
  readonly funnel?: Funnel;
}

/** The broken cases of one result, and those before which the other side broke a promise of its own. */
export interface Causes {
  readonly id: string;
  readonly period: string;
  /** Those of the result: versions whose terms differ have one each in a period. */
  readonly versions: readonly string[];
  readonly broken: number;
  /** Promises of the other side in the order of the agreement, none that is nought; a case once. */
  readonly causes: readonly CauseOfMany[];
}

interface CauseOfMany {
  readonly id: string;
  readonly owedBy: string;
  readonly cases: number;
  /** Whether the promise names it, so that these cases are excused. */
  readonly excuses: boolean;
}

export interface PromiseBehind {
  /** How long cases waited, of promises with one clock. */
  readonly waits: readonly Waits[];
  /** Of a count or a sum in a running period. */
  readonly growth: Growth | null;
  readonly cases: readonly PeriodCases[];
}

/** The decided cases of a version in one period, by how long they waited. */
export interface Waits {
  readonly period: string;
  readonly version: string;
  /** As the agreement has it: `3 business hours`. */
  readonly limit: string;
  readonly unit: 'elapsed' | 'calendar-days' | 'business-time' | 'business-days';
  /** Upper ends of the bands, in seconds or in days; one more band is behind the last. */
  readonly edges: readonly number[];
  readonly bands: readonly { readonly cases: number; readonly late: number }[];
  /** How many of the bands lie within the limit. */
  readonly within: number;
  /** Without a stop at as-of. */
  readonly never: { readonly cases: number; readonly late: number };
}

/** What has been reached by the end of each open day that has begun. */
export interface Growth {
  readonly period: string;
  readonly values: readonly number[];
}

/** Cases of a promise in one period, the first of them. */
export interface PeriodCases {
  readonly period: string;
  readonly version: string;
  /** Whether their clock counts open time. */
  readonly openTime: boolean;
  readonly cases: readonly CaseBehind[];
}

export interface CaseBehind extends Omit<Case, 'commitment' | 'owner' | 'handOver' | 'period'> {
  /** Of attempts: how often it was tried. */
  readonly touches: number | null;
}

/** A version of the agreement and what it changed in the terms of the one before. */
export interface VersionBehind {
  readonly version: string;
  /** `2026-04-15`; null where it says none. */
  readonly from: string | null;
  readonly why: string | null;
  readonly decidedBy: readonly string[];
  readonly changes: readonly {
    /** None: all of them. */
    readonly promises: readonly string[];
    readonly rule: string;
    readonly from: string | number | boolean | null;
    readonly to: string | number | boolean | null;
    /** What is behind two digests, one difference a line. */
    readonly details: readonly string[];
  }[];
}

/**
 * How the cases of a promise divide by the words that its last stage rests on: accepted, or refused and why.
 * Personal words are in none of them.
 */
export interface Answers {
  readonly promise: string;
  readonly period: string;
  /** Headers of the columns that hold the words. */
  readonly columns: readonly string[];
  /** The most frequent first; all that are too many to tell one by one are the last. */
  readonly words: readonly AnswerWords[];
  /** The same by where the leads come from; null where no field `source` is mapped. */
  readonly sources: {
    readonly column: string;
    /** Words of the first column, the most frequent first: as many as a table has room for. */
    readonly words: readonly string[];
    readonly rows: readonly SourceAnswers[];
  } | null;
}

export interface AnswerWords {
  /** Null: those that are too many to tell. */
  readonly words: readonly (string | null)[] | null;
  readonly cases: number;
  /** Of them in profile; null where the agreement has none. */
  readonly inProfile: number | null;
}

export interface SourceAnswers {
  /** Null for a blank cell. */
  readonly source: string | null;
  /** All that are too many to tell one by one. */
  readonly others: boolean;
  readonly cases: number;
  /** By the words of `sources`, in their order. */
  readonly of: readonly number[];
  /** Without a word. */
  readonly blank: number;
}
