import type { Result } from './compliance.ts';
import type { Condition } from './condition.ts';
import type { YamlPath } from './diagnostic.ts';
import type { PromiseDef } from './promise-def.ts';
import type { Day, Duration, Micros, PeriodUnit } from './time.ts';

/** What an agreement says of experiments, and those that its files hold. */
export interface ExperimentTerms {
  /** Paths or globs relative to the agreement. */
  readonly files: readonly string[];
  readonly budget: Envelope | null;
  /** From the last day of an experiment to its outcome, its lesson and the feedback that was asked for. */
  readonly lessonWithin: Duration | null;
  /** On which business time is counted. */
  readonly calendar: string | null;
  /** By their first days. They are no part of what is signed. */
  readonly tried: readonly Experiment[];
}

/** What experiments may cost together. */
export interface Envelope {
  readonly limit: number;
  readonly unit: string;
  readonly per: PeriodUnit;
  /** The part of it, a fraction of 1, that experiments which are only planned leave free. */
  readonly reserve: number;
}

export type Outcome = 'planned' | 'running' | 'worked' | 'failed' | 'stopped';

/** One file under `experiments`: something tried, which may fail once. */
export interface Experiment {
  /** As shown to the reader. */
  readonly file: string;
  readonly id: string;
  /** The question that it answers. */
  readonly asks: string;
  /** A team. */
  readonly by: string;
  /** What it was tried with: `webinar`; null where nothing is said. */
  readonly channel: string | null;
  /** Whom it is meant for. */
  readonly persona: Condition | null;
  /** The id of an objective. */
  readonly serves: string | null;
  /** Which leads it brought. */
  readonly leads: Condition;
  readonly budget: {
    readonly limit: Amount | null;
    readonly spent: Amount | null;
  };
  readonly from: Day;
  /** Inclusive. */
  readonly to: Day;
  /** Measures of the leads that it brought: their period is that of the experiment. */
  readonly kpis: readonly PromiseDef[];
  /** How far the leads came, and what they weigh in money; null where the agreement names no funnel. */
  readonly brought: PromiseDef | null;
  readonly revenue: PromiseDef | null;
  /** Teams. */
  readonly feedbackFrom: readonly string[];
  readonly feedback: readonly Feedback[];
  readonly outcome: Outcome;
  readonly lesson: string | null;
  /** The id of an experiment before it, and what differs from that. */
  readonly repeats: string | null;
  readonly changed: string | null;
  readonly path: YamlPath;
}

export interface Amount {
  readonly value: number;
  readonly unit: string;
}

export interface Feedback {
  readonly team: string;
  readonly on: Day;
  readonly says: string | null;
}

/** Whether it is over, however it went. */
export const isOver = ({ outcome }: Pick<Experiment, 'outcome'>): boolean =>
  outcome === 'worked' || outcome === 'failed' || outcome === 'stopped';

/** The experiments of an agreement up to as-of, with what they brought and what they cost. */
export interface ExperimentRegister {
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
  /** By period, oldest first; none where the agreement gives no budget. */
  readonly envelopes: readonly EnvelopeUse[];
  readonly experiments: readonly ExperimentResult[];
  /** The title of the last stage of the funnel; null where none is named. */
  readonly lastStage: string | null;
}

/** What the experiments that begin in one period take of what is agreed. */
export interface EnvelopeUse {
  readonly period: string;
  readonly limit: number;
  readonly unit: string;
  /** That part of it that planned ones leave free. */
  readonly reserve: number;
  readonly bound: number;
  readonly spent: number;
}

export interface ExperimentResult
  extends Pick<
    Experiment,
    'id' | 'asks' | 'by' | 'channel' | 'serves' | 'budget' | 'outcome' | 'lesson' | 'repeats' | 'changed'
  > {
  readonly file: string;
  /** Of the agreement, under which it is measured: the one in force on its first day. */
  readonly version: string;
  /** Local dates, `2026-06-02`, both included. */
  readonly from: string;
  readonly to: string;
  /** Leads that came between its first day and its last; null where the agreement names no funnel. */
  readonly leads: number | null;
  /** Those of them that have come to the last stage of the funnel. */
  readonly won: number | null;
  /** What these weigh in the unit of the objective; null where none adds up a field there. */
  readonly revenue: Amount | null;
  readonly kpis: readonly Result[];
  /** The last day on which its lesson and the feedback are in time; null where nothing is said. */
  readonly due: string | null;
  readonly lessonIs: 'written' | 'not due' | 'overdue';
  readonly feedback: readonly FeedbackState[];
}

export interface FeedbackState {
  readonly team: string;
  /** Local date; null where nothing was said yet. */
  readonly on: string | null;
  readonly says: string | null;
  readonly is: 'in time' | 'late' | 'not due' | 'overdue';
}

/** What is agreed and signed of experiments: neither the files nor what is in them. */
export const agreedOf = ({ budget, lessonWithin, calendar }: ExperimentTerms) => ({
  budget,
  lessonWithin,
  calendar,
});
