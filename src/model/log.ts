import type { ChangeNames, ChangeValue, ReviewedChange } from './change.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Answer } from './requests.ts';

export interface LogRequest {
  readonly paths: readonly string[];
  /** Most commits to look at; null: all. */
  readonly limit: number | null;
  readonly summary: boolean;
}

/** A change of the past: why it was made, and how long it took. */
export interface LoggedChange extends ReviewedChange {
  /** Why, as its version says, else as the first who accepted it. */
  readonly why: string | null;
  /** `YYYY-MM-DD`: when the first commit that has it was written. */
  readonly proposed: string;
  /** When the last acceptance that it needed was written; null where none was needed, or one is missing. */
  readonly agreed: string | null;
  /** Between the two, never less than none. */
  readonly days: number | null;
  /** The earlier change of the same term, within a year, on which it goes back. */
  readonly reverses: { readonly commit: string; readonly date: string } | null;
}

/** One step in the history of an agreement. */
export interface LogEntry {
  readonly agreement: string;
  readonly title: string;
  readonly names: ChangeNames;
  readonly commit: string;
  /** `YYYY-MM-DD`, of the commit in its own zone. */
  readonly date: string;
  readonly subject: string;
  readonly version: string | null;
  readonly previous: string | null;
  /** Of the version, where this step made it. */
  readonly why: string | null;
  readonly decidedBy: readonly string[];
  readonly changes: readonly LoggedChange[];
  /** Why this step can't be told. */
  readonly problem: string | null;
}

/** One agreement in one year of the calendar. */
export interface CourseYear {
  readonly agreement: string;
  readonly title: string;
  readonly names: ChangeNames;
  readonly year: string;
  /** The versions that were made, oldest first. */
  readonly versions: readonly string[];
  /** By promise and term, in the order of their first change; words and dates are left out. */
  readonly terms: readonly CourseTerm[];
  readonly reversals: number;
  /** Of the changes that needed an acceptance and have it. */
  readonly meanDays: number | null;
  /** Teams: the versions that name them, and the changes that they accepted. */
  readonly decided: readonly { readonly by: string; readonly versions: number; readonly accepted: number }[];
}

export interface CourseTerm {
  readonly promise: string | null;
  readonly rule: string;
  readonly changes: number;
  /** Before the first change and after the last. */
  readonly from: ChangeValue;
  readonly to: ChangeValue;
  readonly reversals: number;
}

export interface LogResult extends Answer {
  readonly entries: readonly LogEntry[];
  /** Newest year first; null where it was not asked for. */
  readonly summary: readonly CourseYear[] | null;
}

export interface LogDocument {
  readonly entries: readonly LogEntry[];
  readonly summary: readonly CourseYear[] | null;
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}
