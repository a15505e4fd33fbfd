import type { ComplianceShown } from './behind.ts';
import type { Calibration } from './calibration.ts';
import type { Case, CaseState, Input, Ledger } from './compliance.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { DisputeRegister } from './dispute.ts';
import type { ExperimentRegister } from './experiment.ts';
import type { Funnel } from './funnel.ts';
import type { Personal } from './personal.ts';
import type { Plan } from './plan.ts';
import type { Micros, PeriodUnit } from './time.ts';

/**
 * Which agreements, and which exports in place of their own. Text is as typed: app/ reads it and reports on
 * it.
 */
export interface Selection {
  /** Files or folders; empty means the working directory. */
  readonly paths: readonly string[];
  /** In place of the files of every `leads` source. */
  readonly leads: readonly string[];
  /** Source name to files, in place of the agreement's own. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
  /** Name of a connection to the address that stands in its place; absent: no server is asked. */
  readonly connections?: Readonly<Record<string, string>>;
  /** Paths in an agreement may leave the repository. */
  readonly allowOutside: boolean;
}

export interface ValidateRequest extends Selection {
  /** Every team and the sponsor must have signed the terms as they are. */
  readonly requireSignatures?: boolean;
  /** False: the files are not hashed. */
  readonly digests?: boolean;
}

export interface JudgeRequest extends Selection {
  /** An instant or a date; null: the latest instant in the data. */
  readonly asOf: string | null;
  /** `YYYY-MM`; null: `check` takes the period at hand, `report` the span of the data. */
  readonly from: string | null;
  /** `YYYY-MM`, inclusive. */
  readonly to: string | null;
  /** Those that are asked for by name, as the report names them: `2026-03`, `2026-Q1`, `FY2026-Q1`, `2026-W10`, `2026`. */
  readonly periods?: readonly string[];
  readonly period: PeriodUnit | null;
  /** Fields that cut each result. */
  readonly by: readonly string[];
  /** Judge every case by this version, whenever it started. */
  readonly asIf?: string | null | undefined;
  /** Where rejected cells are written as CSV. */
  readonly rejects: string | null;
  /** Overwrite that file. */
  readonly force: boolean;
  /** Values of personal fields may appear in outputs. */
  readonly personal: Personal;
  /** As the agreement names it; null or absent for what everybody who has the exports may see. */
  readonly view?: string | null;
  /** What shows single leads is left out: the view says so. */
  readonly hidesLeads?: boolean;
  /** What lies behind the results is asked for too. */
  readonly behind?: boolean;
  /** Of the period at hand: the results of those just before it are asked for too. */
  readonly compared?: boolean;
}

/** What is asked where no flag is typed, of the exports that the agreement names. */
export const UNASKED: Omit<JudgeRequest, 'paths'> = {
  leads: [],
  sources: {},
  allowOutside: false,
  asOf: null,
  from: null,
  to: null,
  period: null,
  by: [],
  rejects: null,
  force: false,
  personal: false,
};

export interface ClockRequest {
  readonly paths: readonly string[];
  readonly allowOutside: boolean;
  /** Null where the agreement has only one. */
  readonly calendar: string | null;
  /** Instants as typed; without an offset they are local time of the calendar. */
  readonly from: string;
  /** Exactly one of `to` and `within`. */
  readonly to: string | null;
  readonly within: string | null;
}

/** What every answer carries. Any `fatal` finding means that there is no answer. */
export interface Answer {
  readonly findings: readonly Diagnostic[];
  /** Text of each agreement by file as shown in `findings`, for code frames. */
  readonly texts: Readonly<Record<string, string>>;
}

/** One agreement as `validate` lists it. */
export interface AgreementSummary {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string | null;
  readonly commitments: number;
  readonly objectives: number;
}

/** What a term of a promise means on a real day, as a sentence. */
export interface DueExample {
  readonly file: string;
  readonly commitment: string;
  /** Its author's title, else its id. */
  readonly title: string;
  readonly segment: string | null;
  /** "a lead that arrives Friday 16:30 is due Monday 11:00" */
  readonly text: string;
}

/** What a term means that belongs to no promise, as a sentence. */
export interface TermExample {
  readonly file: string;
  /** Where it stands: `waivers`, `leads.country`. */
  readonly term: string;
  /** The same in words: `waivers`, `country (leads)`. */
  readonly name: string;
  /** "from ../group.sla-parts.yaml: calendars, teams" */
  readonly text: string;
}

export interface ValidateResult extends Answer {
  readonly agreements: readonly AgreementSummary[];
  readonly dueExamples: readonly DueExample[];
  readonly termExamples: readonly TermExample[];
}

/** Of `check` and of `report`; `findings` are those of the files, each compliance has those of its data. */
export interface ComplianceResult extends Answer {
  readonly compliances: readonly ComplianceShown[];
}

/** What `sla funnel` says. */
export interface FunnelDocument extends Answer {
  readonly funnels: readonly Funnel[];
}

/** What `sla calibrate` says. */
export interface CalibrationDocument extends Answer {
  readonly calibrations: readonly Calibration[];
  /** The change of the agreements as a unified diff; empty where none is asked for, or nothing changes. */
  readonly diff: string;
}

/** What was tried under each agreement. */
export interface ExperimentsDocument {
  readonly registers: readonly ExperimentRegister[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}

export interface DisputesDocument {
  readonly registers: readonly DisputeRegister[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}

/** What `sla plan` says. */
export interface PlanDocument extends Answer {
  readonly plans: readonly Plan[];
  /** The change of the promised numbers as a unified diff; empty where none is asked for, or nothing changes. */
  readonly diff: string;
}

export interface ClockResult extends Answer {
  readonly clock: Clock | null;
}

/** The working of a calendar between two instants, or from an instant to its due. */
export interface Clock {
  readonly calendar: string;
  /** IANA name. */
  readonly timezone: string;
  readonly from: Micros;
  readonly to: Micros | null;
  readonly within: string | null;
  readonly due: Micros | null;
  /** Between `from` and `to`; null where `due` was asked. */
  readonly businessSeconds: number | null;
  readonly stretches: readonly ClockStretch[];
}

export interface ClockStretch {
  readonly from: Micros;
  readonly to: Micros;
  readonly counted: boolean;
  /** `open`, `lunch`, `weekend`, `holiday`, `closure`, `closed` ... */
  readonly reason: string;
  /** Of a holiday. */
  readonly name?: string | null;
}

/** The leads behind a number; an empty list restricts nothing. */
export interface CasesRequest extends JudgeRequest {
  readonly states: readonly CaseState[];
  /** Commitments and objectives. */
  readonly commitments: readonly string[];
  readonly leadIds: readonly string[];
  readonly owners: readonly string[];
  /** Only of leads that had been handed over before: refused where the data can't tell which those are. */
  readonly recycled?: boolean;
  /** What is to be done, of all promises in the order of what is due; absent for a list by promise. */
  readonly todo?: Todo | null;
}

/** Open cases that somebody can still do something about. */
export interface Todo {
  /** A civil date, `2026-06-26`: what is due before it begins; null for whatever is due at any time. */
  readonly before: string | null;
  /** Only those of which most of the time is used. */
  readonly atRisk: boolean;
  /** By who owns the leads: each person's own list. */
  readonly byPerson?: boolean;
}

/** Takes cases as they come. Each call resolves to false once no more is wanted. */
export interface CaseSink {
  /** Once for each agreement, before its cases. */
  begin(header: CaseHeader): Promise<boolean>;
  batch(cases: readonly Case[]): Promise<boolean>;
}

export interface CaseHeader {
  /** Whose cases may follow, in their order. */
  readonly promises: readonly CasePromise[];
  readonly agreement: {
    readonly id: string;
    readonly title: string;
    readonly timezone: string;
    readonly file: string;
  };
  readonly asOf: Micros;
  readonly asOfFrom: 'flag' | 'data';
  readonly inputs: readonly Input[];
  readonly ledgers: Readonly<Record<string, Ledger>>;
  /** Its cases are those that moved since their month was closed. */
  readonly moved?: true;
  /** Its cases are those that are to be done, in the order of what is due. */
  readonly todo?: Todo;
}

/** A promise under one version, as the title of its cases. */
export interface CasePromise {
  readonly id: string;
  readonly version: string;
  readonly promise: string;
  /** Its author's title, else its id. */
  readonly title: string;
  /** In its author's words: `4 business hours`; null where the promise has no clock. */
  readonly within: string | null;
  /** The source whose rows are the cases; null for the leads. */
  readonly population: string | null;
  /** Whether the cases are the records of a file kept by hand, each named by its date. */
  readonly ofRecords: boolean;
  /** The field that is added up; null where cases are counted. */
  readonly adds: string | null;
  /** The field in which each row holds its deadline; null where the limit counts from the start. */
  readonly deadline: string | null;
  /** Elapsed time is open time of a calendar; else wall time. */
  readonly businessTime: boolean;
}
