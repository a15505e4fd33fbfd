import type { Diagnostic, Place } from './diagnostic.ts';
import type { MeasureKind } from './measure.ts';
import type { RestsOn } from './rests-on.ts';
import type { StepsTaken } from './steps.ts';
import type { Micros, Period } from './time.ts';

export type CaseState = 'met' | 'breached' | 'pending' | 'excluded' | 'unknown';

export type Counts = Readonly<Record<CaseState, number>>;

export type Verdict = 'met' | 'missed' | 'open' | 'no data' | 'no verdict';

/** Why there is no verdict. */
export interface NoVerdict {
  readonly why: 'too-many-unknown' | 'unreadable' | 'partial-period' | 'no-date';
  /** Of a period that the agreement covers in part: its local days that are covered, and all of them. */
  readonly days: DaysInForce | null;
  /** Of `no-date`: the cases of the promise that belong to no period. */
  readonly undated: Undated | null;
}

/** Cases that belong to no period, as nothing dates them: they are unknown, or excluded by a waiver. */
export interface Undated {
  readonly unknown: number;
  readonly excluded: number;
  /** All cases of the promise that are not excluded, in every period and in none. */
  readonly of: number;
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
}

export interface DaysInForce {
  readonly inForce: number;
  readonly period: number;
}

/** Why a case is excluded or unknown. */
export type Reason =
  | 'out-of-scope'
  | 'waived'
  | 'excused'
  | 'no-version'
  | 'no-start'
  | 'no-value'
  | 'no-deadline'
  | 'due-before-start'
  | 'stop-before-start'
  | 'date-only'
  | 'after-as-of'
  | 'unreadable'
  | 'counter-only'
  | 'stray-date'
  | 'no-date';

/** Why a case is not what it was when its month was closed. */
export type MoveReason =
  | 'gone'
  | 'new'
  | 'date-edited'
  | 'happened-since'
  | 'field-changed'
  | 'waived'
  | 'excused'
  | 'terms'
  | 'reading'
  | 'holidays'
  | 'zones'
  | 'tool';

/** What was judged, as neutral data: every table and format is written from this alone. */
export interface Compliance {
  readonly agreement: {
    readonly id: string;
    readonly title: string;
    readonly versions: readonly string[];
    readonly file: string;
    readonly timezone: string;
    readonly language: 'en' | 'fr';
    /** The title of each team; absent where nobody is asked to read them. */
    readonly teams?: Readonly<Record<string, string>>;
    /** The header of each field's column; absent likewise. */
    readonly headers?: Readonly<Record<string, string>>;
    /** Promises that have a clock. */
    readonly timed?: readonly string[];
    /** Objectives by id, the one first that goes before all others; absent where nothing is said. */
    readonly priorities?: readonly string[];
  };
  /** The version by which every case was judged, whenever it started; null where each has its own. */
  readonly asIf: string | null;
  readonly asOf: Micros;
  readonly asOfFrom: 'flag' | 'data';
  /** Null where as-of was asked for, or rests on no event of a lead. */
  readonly restsOn: RestsOn | null;
  readonly bookBy: 'start' | 'due' | 'mixed';
  readonly periods: readonly Period[];
  /** In the order of the agreement, then of the periods, then of `by`. */
  readonly results: readonly Result[];
  /** Of the promises that are kept step by step; absent where none is. */
  readonly steps?: readonly StepsTaken[];
  /** Of the promises that have cases of no period. */
  readonly undated: readonly (Undated & { readonly id: string })[];
  /** By source name. */
  readonly ledgers: Readonly<Record<string, Ledger>>;
  readonly inputs: readonly Input[];
  /** Every waiver of the versions that judged, in their order. */
  readonly waivers: readonly WaiverUse[];
  /** Problems in the data, grouped by cause. */
  readonly findings: readonly Diagnostic[];
  /** What the reader must know to believe the numbers: counted DST cells, columns that stood in, waivers. */
  readonly notes: readonly string[];
}

/** One measure in one period, for one group. */
export interface Result {
  readonly id: string;
  readonly kind: 'commitment' | 'objective';
  readonly measure: MeasureKind;
  readonly title: string;
  readonly promise: string | null;
  readonly owedBy: string | null;
  readonly owedTo: string | null;
  readonly sharedBy: readonly string[];
  /** Of a part of an objective: the id of the whole; absent from any other. */
  readonly partOf?: string;
  readonly period: Period;
  /** Versions of the agreement under which its cases were judged, oldest first. */
  readonly versions: readonly string[];
  /** Field to value, where the report is cut by fields; null for the whole. */
  readonly by: Readonly<Record<string, string | null>> | null;
  readonly counts: Counts;
  /** Of excluded and unknown cases: reason to number. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  /** Pending cases that have used most of their time. */
  readonly atRisk: number;
  /** met / (met + breached); null for nothing of nothing, and for counts and sums. */
  readonly attainment: number | null;
  /** All pending breach. */
  readonly worst: number | null;
  /** All pending are met. */
  readonly best: number | null;
  /** Of counts, sums and occurrences: the number reached. */
  readonly value: number | null;
  /** Of a share by weight; absent from any other. */
  readonly weight?: Weight;
  readonly target: ResultTarget;
  /** Null for one part of a number: its target is that of the whole. */
  readonly verdict: Verdict | null;
  /** Of `no verdict`; null beside any other. */
  readonly noVerdict: NoVerdict | null;
  /** For an open verdict. */
  readonly outlook: 'on track' | 'at risk' | null;
  readonly final: boolean;
  /** Below this many decided cases the fraction is shown in place of a percentage. */
  readonly minCases: number;
  /**
   * Elapsed time of decided cases; null also where some of them are timed in business time and some in wall
   * time, and where versions measure in different ways.
   */
  readonly percentiles: Percentiles | null;
  /** Kinds' own extra figures, by name: medianAttempts, stoppedEarly, systemP50 ... */
  readonly extras: Readonly<Record<string, number | null>>;
  /**
   * Of attempts: how the cases divide that an end made met before they were tried often enough, the most
   * frequent first; none where no end is named, or where it rests on no words.
   */
  readonly endedEarly: readonly EndedEarly[];
  /** Of counts and sums in a running period. */
  readonly pace: Pace | null;
  /** Its cases of leads that had been handed over before; null where the data can't tell which those are. */
  readonly recycled: Cohort | null;
  /** Where the agreement makes the promise, in the newest version that judged it. */
  readonly place?: Place;
}

/** What the cases of a share weigh: then attainment is met / (met + breached) of these, and not of cases. */
export interface Weight {
  readonly field: string;
  /** `EUR`; null where nothing says it. */
  readonly unit: string | null;
  /** Of cases whose weight is known. */
  readonly byState: Counts;
}

/** Cases that ended early with the same words. */
export interface EndedEarly {
  /** By field, as the export has them; null for all that are too many to tell one by one. */
  readonly words: Readonly<Record<string, string | null>> | null;
  readonly cases: number;
}

/** Some of the cases of a result. */
export interface Cohort {
  readonly counts: Counts;
  /** met / (met + breached); null for nothing of nothing, and for counts and sums. */
  readonly attainment: number | null;
  /** Of counts and sums: what these cases add to the number. */
  readonly value: number | null;
}

/** Seconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  /** Open time of a calendar; else wall time. */
  readonly businessTime: boolean;
}

export interface ResultTarget {
  readonly cmp: '>=' | '<=';
  readonly value: number;
  readonly of: 'rate' | 'number';
  readonly unit: string | null;
  readonly text: string;
  /** Of periods that have no target of their own: their value; absent where all are alike. */
  readonly every?: number;
}

export interface Pace {
  /** Where a steady pace towards the target, weighted by open time, would be at as-of. */
  readonly expected: number;
  /** The value at the end of the period at the pace so far. */
  readonly projected: number;
  readonly openDaysPassed: number;
  readonly openDaysTotal: number;
}

/** A waiver and what it excused in the periods shown. */
export interface WaiverUse {
  readonly version: string;
  /** Null: every commitment. */
  readonly commitment: string | null;
  /** How many leads it names; null where it goes by days or by a condition. */
  readonly leads: number | null;
  /** Its condition as a phrase; absent where it has none. */
  readonly where?: string;
  /** Civil dates, `2026-08-10`. */
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
  readonly approvedBy: readonly string[];
  readonly expires: string | null;
  readonly expired: boolean;
  /** Cases excused. */
  readonly cases: number;
}

/** read = judged + sum of excluded + sum of rejected; a test and the report say so. */
export interface Ledger {
  readonly read: number;
  readonly judged: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly rejected: Readonly<Record<string, number>>;
}

export interface Input {
  readonly source: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  /** Of a table of a server that keeps its past: the version that was read. */
  readonly snapshot?: string;
  /** Of a table of a server whose rows were judged there: nothing of them came that bytes or a digest could tell. */
  readonly stayed?: true;
}

/** One lead under one commitment. */
export interface Case {
  readonly lead: string;
  /**
   * Where leads have a row for each hand-over: its place among those of the lead, from 1; above it the lead
   * is recycled.
   */
  readonly handOver: number | null;
  readonly commitment: string;
  readonly version: string;
  readonly segment: string | null;
  readonly state: CaseState;
  readonly reason: Reason | null;
  readonly atRisk: boolean;
  readonly start: Micros | null;
  readonly due: Micros | null;
  readonly stop: Micros | null;
  /** Business time where the limit is in business units, else wall time; null where there is no stop. */
  readonly elapsedSeconds: number | null;
  readonly period: string | null;
  readonly owner: string | null;
  /** What it adds to a sum, or weighs in a share: null where nobody knows. Absent where cases are counted. */
  readonly amount?: number | null;
  /** Of a case that is not what it was when its month was closed: what it was, null for none, and why. */
  readonly moved?: { readonly from: CaseState | null; readonly why: MoveReason };
}
