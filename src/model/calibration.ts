import type { Counts, Result, ResultTarget } from './compliance.ts';
import type { Micros, Period } from './time.ts';

/** What the past kept of each promise, and what it would have kept under other terms. */
export interface Calibration {
  readonly agreement: {
    readonly id: string;
    readonly title: string;
    readonly file: string;
    readonly timezone: string;
    /** The version whose terms judge every case. */
    readonly version: string;
    /** The title of each team. */
    readonly teams: Readonly<Record<string, string>>;
    /** The header of each field's column. */
    readonly headers?: Readonly<Record<string, string>>;
  };
  readonly asOf: Micros;
  readonly asOfFrom: 'flag' | 'data';
  /** The reader named the periods, so that the first and the last of them are whole. */
  readonly asked: boolean;
  readonly promises: readonly CalibratedPromise[];
}

export interface CalibratedPromise {
  readonly id: string;
  readonly kind: Result['kind'];
  readonly measure: Result['measure'];
  readonly title: string;
  readonly promise: string | null;
  readonly owedBy: string | null;
  readonly owedTo: string | null;
  readonly sharedBy: readonly string[];
  /** Of the leads that have these values alone; null for all of them. */
  readonly by: Result['by'];
  readonly minCases: number;
  readonly target: ResultTarget & { readonly per: Period['unit'] | null };
  /** By today's terms, as the report has them. */
  readonly periods: readonly PastPeriod[];
  /** Of the periods that are learned from: those in which today's terms were kept. */
  readonly held: Held;
  /** Other targets at today's limits. */
  readonly targets: readonly Proposal[];
  /** Periods far below the others, which could have a target of their own. */
  readonly seasonal: readonly Seasonal[];
  /** One for each term, its own and then those of its segments; none where it has no term to vary. */
  readonly parts: readonly CalibratedPart[];
}

/** From fewer periods nothing is proposed: two months are no habit. */
export const FEWEST = 3;

export interface PastPeriod {
  readonly period: Period;
  readonly counts: Counts;
  /** The rate or the number that was reached. */
  readonly reached: number | null;
  readonly target: number;
  readonly verdict: Result['verdict'];
  /** Final, whole, and with a verdict: what is proposed is learned from these alone. */
  readonly used: boolean;
}

export interface Held {
  readonly in: number;
  readonly of: number;
}

/** Which periods of the past keep a proposal; a step up is the next stricter than four of five kept. */
export type Basis = 'every-period' | 'four-of-five' | 'step-up' | 'all-cases';

export interface Proposal {
  readonly basis: Basis;
  /** `6 business hours`, `>= 85%`: as it would stand in the agreement. */
  readonly text: string;
  /** Of a target: a rate is a fraction of 1. Null for a limit. */
  readonly value: number | null;
  /** It is what the agreement says today. */
  readonly now: boolean;
  readonly held: Held;
  /** Its price against today's terms, over the periods learned from: cases kept more, or fewer. */
  readonly kept: number;
  /** The same: how much more is owed, or less; null where one case weighs more than another. */
  readonly owed: number | null;
}

export interface Seasonal {
  readonly period: string;
  readonly reached: number;
  readonly median: number;
  /** A round number that it reached. */
  readonly target: number;
}

/** One term of a promise, as it and its segments say it: the others stay what they are. */
export interface CalibratedPart {
  /** Null for the promise's own. */
  readonly segment: string | null;
  readonly term: 'within' | 'at_least';
  /** The strictest first. */
  readonly rows: readonly CalibrationRow[];
  readonly proposals: readonly Proposal[];
}

/** The past under one limit. */
export interface CalibrationRow {
  readonly text: string;
  readonly now: boolean;
  readonly usual: boolean;
  /** One for each period of the promise. */
  readonly periods: readonly RowPeriod[];
  readonly held: Held;
  /** Over the periods learned from. */
  readonly met: number;
  readonly cases: number;
  /** Cases kept more than by today's limit. */
  readonly more: number;
}

interface RowPeriod {
  readonly counts: Counts;
  /** Met of met, breached and pending: what is still open is not kept. Null of nothing. */
  readonly rate: number | null;
}
