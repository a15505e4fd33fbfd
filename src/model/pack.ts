import type { CaseBehind, ComplianceShown } from './behind.ts';
import type { CalibratedPromise } from './calibration.ts';
import type { OpenDecision } from './decisions.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Funnel, ProfileAnswers } from './funnel.ts';
import type { Plan } from './plan.ts';
import type { JudgeRequest } from './requests.ts';

export interface PackRequest extends JudgeRequest {
  /** The period that the meeting is about, as the report names it; null: the newest that is final. */
  readonly about: string | null;
  /** From the records of closed months alone: the exports are not opened. */
  readonly closed: boolean;
}

/** The agenda of a meeting of both teams, filled with the numbers of one period. */
export interface Pack {
  readonly compliance: ComplianceShown;
  /** As it was asked for; null: the newest that is final. */
  readonly about: string | null;
  /** `M1`, by the id of a promise: for the room. */
  readonly codes: Readonly<Record<string, string>>;
  /** What the record of a closed month says of it. */
  readonly closed: readonly string[];
  /** What earlier meetings decided and is not done, what is due first before the others. */
  readonly decisions: readonly OpenDecision[];
  /** How far the leads came of the period of the meeting and of some before it; null where no funnel is named. */
  readonly funnel: Funnel | null;
  /** What the answers say of the profile, up to the period of the meeting. */
  readonly profileAnswers: readonly ProfileAnswers[];
  readonly leads: PackLeads | null;
  /** What the meeting rests on when it promises again; null from records alone. */
  readonly ahead: PackAhead | null;
  /** Days with open hours of the first calendar, oldest first, the period of the meeting the last. */
  readonly openDays: readonly { readonly period: string; readonly days: number }[];
}

export interface PackAhead {
  /** What the past kept of the promises that were missed. */
  readonly past: readonly CalibratedPromise[];
  /** Null where no objective is a number of the funnel. */
  readonly plan: Plan | null;
  /** What the data are asked; none where single leads are not shown. */
  readonly questions: readonly Diagnostic[];
}

/** Leads to talk about: those under which most promises were missed. */
export interface PackLeads {
  /** The column that says how large a firm is; null where no number is part of the terms. */
  readonly sizeColumn: string | null;
  readonly leads: readonly PackLead[];
}

export interface PackLead {
  readonly lead: string;
  readonly start: number | null;
  readonly size: number | null;
  /** In the order of the agreement. */
  readonly missed: readonly {
    readonly promise: string;
    readonly openTime: boolean;
    readonly case: CaseBehind;
  }[];
}

export interface PackDocument {
  readonly packs: readonly Pack[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}
