import type { Diagnostic, Place } from './diagnostic.ts';
import type { Answer, Selection } from './requests.ts';
import type { Day } from './time.ts';

/**
 * What a change does to those whom a promise protects: `editorial`, `renamed`, `added`, `tightened` and
 * `weakened` are proved by the terms. `open` is whatever else there is: a filter, a calendar, how an export is
 * read, a limit in another unit.
 */
export type ChangeClass = 'weakened' | 'tightened' | 'open' | 'added' | 'removed' | 'renamed' | 'editorial';

/** A term's value, in its one canonical form; what is too large to be read is a digest. */
export type ChangeValue = string | number | boolean | null;

/** One term that two versions of a promise state differently. */
export interface TermChange {
  /** The term: `within`, `target`, `segments.enterprise.within`, `calendars.office`. */
  readonly rule: string;
  readonly class: ChangeClass;
  readonly from: ChangeValue;
  readonly to: ChangeValue;
  /** What is behind two digests, one difference a line. */
  readonly details?: readonly string[];
  /** Both values are names of this: the change is editorial where they mean the same. */
  readonly names?: 'calendar' | 'stage';
  /** No day before this one is judged anew by it; absent: any may be. */
  readonly since?: Day;
}

/** A change of one promise, or of the agreement as a whole where `promise` is null. */
export interface Change extends TermChange {
  /** `acme:first-contact/within`: what `sla accept` takes. */
  readonly key: string;
  readonly agreement: string;
  readonly promise: string | null;
  readonly kind: 'commitment' | 'objective' | 'agreement';
  readonly title: string;
  /** Teams, as the base says, or the head for what is added. */
  readonly owedBy: readonly string[];
  readonly protects: readonly string[];
  /** In the head; of what is removed, in the base. */
  readonly place: Place | null;
  readonly side: 'base' | 'head';
  /** What the leads of the back-test would have had, which settles nothing. */
  readonly settled: Settled | null;
  readonly bound: Bound;
}

/** Digests of all that the changed part means, with what it rests on; null where it is not there. */
export interface Bound {
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What the same leads say about new terms: `both` where some cases fare worse and some better, `none` where
 * all fare the same, `nothing` where no case was decided, so that the leads tell nothing.
 */
export type Settled = 'weakened' | 'tightened' | 'both' | 'none' | 'nothing';

/**
 * One agreed change: values, never prose. Without `commitment` it is about the agreement as a whole. It
 * holds for the very meanings that it is bound to; one that is bound to none was written by an earlier
 * version, and holds for nothing any more.
 */
export interface Acceptance {
  readonly agreement: string;
  readonly commitment: string | null;
  readonly rule: string;
  readonly from: ChangeValue;
  readonly to: ChangeValue;
  readonly by: string;
  readonly reason: string;
  readonly bound: Bound | null;
}

/** An acceptance as it stands in its file. */
export interface PlacedAcceptance extends Acceptance {
  readonly place: Place;
  /** Position in the list. */
  readonly index: number;
}

/** A change with what is agreed about it. */
export interface ReviewedChange extends Change {
  /** Teams that must accept it: none for what is proved to promise nobody less. */
  readonly needs: readonly string[];
  readonly accepted: readonly { readonly by: string; readonly reason: string }[];
  readonly missing: readonly string[];
  /** What to type, one line a missing team. */
  readonly toAccept: readonly string[];
}

/** Cases of one promise under both versions, one number for each pair of states. */
export interface PromiseBackTest {
  readonly promise: string;
  readonly owedBy: readonly string[];
  readonly protects: readonly string[];
  /** `sum` and `count` have a value; shares have an attainment. */
  readonly of: 'rate' | 'number';
  readonly before: BackTestSide;
  readonly after: BackTestSide;
  readonly breachedToMet: number;
  readonly metToBreached: number;
  readonly entered: number;
  readonly left: number;
  /** Any other change of state: pending to breached, met to unknown ... */
  readonly otherwise: number;
  readonly effect: Settled;
}

export interface BackTestSide {
  readonly cases: number;
  readonly met: number;
  readonly breached: number;
  readonly pending: number;
  readonly unknown: number;
  readonly attainment: number | null;
  readonly value: number | null;
  readonly target: string;
}

export interface BackTest {
  /** First and last local date, `YYYY-MM-DD`, of the starts that both versions judge. */
  readonly from: string;
  readonly to: string;
  readonly rows: number;
  /** Why it tells less than it seems to, in sentences. */
  readonly cautions: readonly string[];
  readonly promises: readonly PromiseBackTest[];
}

/** Cases of a promise of the base that start on days on which it holds no more: no term of the head asks for them. */
export interface Leaving {
  readonly promise: string;
  /** First and last local date, `YYYY-MM-DD`, never beyond the data. */
  readonly from: string;
  readonly to: string;
  /** What the promise left out is no case. */
  readonly cases: number;
  readonly breached: number;
}

/** By id, what teams and promises are called: the new version goes before the old one. */
export interface ChangeNames {
  readonly teams: Readonly<Record<string, string>>;
  readonly promises: Readonly<Record<string, string>>;
}

/** One agreement in two versions. */
export interface AgreementDiff {
  readonly id: string;
  readonly title: string;
  readonly base: VersionRef | null;
  readonly head: VersionRef | null;
  /** Nothing needs to be accepted. */
  readonly exempt: boolean;
  readonly names: ChangeNames;
  readonly changes: readonly ReviewedChange[];
  readonly backTest: BackTest | null;
  /** Why there is none. */
  readonly noBackTest: string | null;
  /** By day and promise; none where no export is at hand. */
  readonly leaving: readonly Leaving[];
  /** The promises whose terms say something else; absent where nobody put them into words. */
  readonly words?: readonly ChangedWords[];
}

/** When a promise is met, as both teams read it before and after; null where there is none. */
export interface ChangedWords {
  readonly promise: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface VersionRef {
  readonly version: string;
  readonly status: string;
  /** As shown: `origin/main:acme.sla.yaml`. */
  readonly file: string;
}

export interface Diff {
  /** What to type so that a team accepts all that is left to it: one line a missing team. */
  readonly toAcceptAll: readonly string[];
  /** `origin/main (1a2b3c4)`, `the working tree`, a path. */
  readonly base: string;
  readonly head: string;
  readonly agreements: readonly AgreementDiff[];
  /** Acceptances that the base did not have and that match no change. */
  readonly stale: readonly Acceptance[];
}

export interface DiffRequest extends Omit<Selection, 'paths'> {
  /** A path, a git reference, or REF:PATH; null: the default. */
  readonly base: string | null;
  readonly head: string | null;
  /** Days before it are past; null: the change is for days to come, whatever the day is. */
  readonly today: Day | null;
  /** Judge leads under both versions where exports are at hand. */
  readonly backTest: boolean;
  readonly asOf: string | null;
  /** `YYYY-MM`. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface DiffResult extends Answer {
  readonly diff: Diff | null;
}

export interface AcceptRequest {
  /** Days before it are past. */
  readonly today: Day;
  readonly base: string | null;
  readonly head: string | null;
  /** Null with `prune` alone. */
  readonly change: string | null;
  /** Every change that a team of `by` has yet to accept. */
  readonly all: boolean;
  readonly reason: string | null;
  readonly by: readonly string[];
  /** Remove entries that the base did not have and that match no change. */
  readonly prune: boolean;
}

export interface AcceptResult extends Answer {
  /** The file that was written, as shown; null where there was nothing to write. */
  readonly file: string | null;
  readonly written: readonly Acceptance[];
  readonly removed: readonly Acceptance[];
}

export interface SignRequest {
  readonly paths: readonly string[];
  readonly as: string;
  readonly name: string;
  readonly role: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

export interface SignResult extends Answer {
  readonly file: string | null;
  readonly digest: string | null;
  /** Who has signed, by title; null where nobody has. */
  readonly team: string | null;
}

export interface DiffDocument {
  /** Null where there is no answer: the findings say why. */
  readonly diff: Diff | null;
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}
