import type { CasesAs } from './agreement.ts';
import type { CaseState, Input, MoveReason, Result } from './compliance.ts';
import type { Micros } from './time.ts';

/** What a case was: its state, and a keyed hash of the instants and the amount behind it. */
export interface ClosedCase {
  readonly state: CaseState;
  readonly facts: string;
}

/** The cases of a closing. A column is a promise in a period: `first-contact 2026-05`. */
export interface ClosedCases {
  readonly as: CasesAs;
  /** Tells one salt from another and nothing else; null where nothing is hashed. */
  readonly salt: string | null;
  readonly columns: readonly string[];
  /** By lead, one cell a column; null where the lead has no case there. */
  readonly leads: ReadonlyMap<string, readonly (ClosedCase | null)[]>;
  /** By column of more cases than are listed. */
  readonly digests: Readonly<Record<string, { readonly cases: number; readonly sha256: string }>>;
}

/** One closing of a month. */
export interface Closing {
  /** Civil date on which it was closed, `2026-06-12`. */
  readonly closed: string;
  /** Of a month that is closed anew. */
  readonly why: string | null;
  /** Closed before all of it was final. */
  readonly provisional: boolean;
  readonly tool: string;
  readonly asOf: Micros;
  readonly zones: string;
  readonly versions: readonly { readonly version: string; readonly digest: string }[];
  /** How the exports are read, as a digest. */
  readonly reading: string;
  /** By calendar in use: its days of holiday from the month's first to as-of, as a digest. */
  readonly holidays: Readonly<Record<string, string>>;
  readonly inputs: readonly Input[];
  readonly results: readonly Result[];
  readonly cases: ClosedCases;
}

/** A closed month of one agreement: its closings, the first of which stays; the last one is official. */
export interface ClosedMonth {
  readonly month: string;
  readonly agreement: string;
  /** As shown to the reader. */
  readonly file: string;
  readonly closings: readonly [Closing, ...Closing[]];
}

/** A case in two states; null where there is none. */
export interface Move {
  /** As the record names the lead. */
  readonly lead: string;
  /** The lead itself, where its case is gone and the exports still have it. */
  readonly key: string | null;
  readonly from: CaseState | null;
  readonly to: CaseState | null;
  readonly why: MoveReason;
}

export interface CloseRequest {
  readonly paths: readonly string[];
  readonly leads: readonly string[];
  readonly sources: Readonly<Record<string, readonly string[]>>;
  readonly allowOutside: boolean;
  readonly asOf: string | null;
  /** As typed. */
  readonly month: string;
  readonly provisional: boolean;
  readonly again: boolean;
  readonly why: string | null;
  /** Null: as the agreement says, else hashed. */
  readonly cases: CasesAs | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly personal: boolean;
}

/** What was written, one a agreement. */
export interface Closed {
  readonly agreement: string;
  readonly month: string;
  readonly file: string;
  readonly results: readonly Result[];
  /** Its cases are named by the salt of the repository. */
  readonly salted: boolean;
}
