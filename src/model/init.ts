import type { Answer } from './requests.ts';

/** What `sla init` is told on the command line; null: asked, or taken by default. */
export interface InitRequest {
  /** The agreement to write; null: `agreement.sla.yaml` here, or beside an export that lies elsewhere. */
  readonly file: string | null;
  /** Exports: the leads first, then others of the same leads. */
  readonly from: readonly string[];
  readonly sheet: string | null;
  readonly title: string | null;
  /** IANA name. */
  readonly timezone: string | null;
  /** `09:00-12:30, 14:00-18:00` */
  readonly hours: string | null;
  /** `FR`, `FR-57` or `none`. */
  readonly holidays: string | null;
  /** Header of the column that identifies a lead, or of several that do together, with commas. */
  readonly key: string | null;
  /** Headers; `none` for a stage that the export does not hold. */
  readonly qualified: string | null;
  readonly contacted: string | null;
  readonly won: string | null;
  /** Words of the status that say it was won, with commas; `any` for a date that says it by itself. */
  readonly wonWords: string | null;
  readonly dateOrder: 'day-first' | 'month-first' | null;
  /** Percent of past cases that a proposed target would have kept. */
  readonly target: '80' | '90' | null;
  readonly ci: 'github' | 'gitlab' | null;
  readonly gitignore: boolean;
  /** Nothing is written: the agreement is the answer. */
  readonly print: boolean;
}

/** One thing that an export can't tell. */
export interface Question {
  readonly flag: string;
  readonly text: string;
  readonly fallback: string;
  /** Why the default is what it is. */
  readonly why: string;
  readonly choices: readonly string[] | null;
  /** What a person sees beside each of the choices. */
  readonly beside?: readonly string[];
  /** What a person may type for it: `9h-18h`, `paris`. */
  readonly read?: (answer: string) => string;
  /** What is wrong with an answer; null where nothing is. */
  readonly check: (answer: string) => string | null;
}

/** Resolves to the answer, the default where nobody can be asked. */
export type Ask = (question: Question) => Promise<string>;

export interface InitResult extends Answer {
  /** The agreement's text; null where none could be made. */
  readonly agreement: string | null;
  /** Files written, as shown to the reader. */
  readonly written: readonly string[];
  /** What was decided, and by whom. */
  readonly decisions: readonly Decision[];
}

export interface Decision {
  readonly flag: string;
  readonly value: string;
  readonly by: 'flag' | 'answer' | 'default';
  readonly why: string;
}
