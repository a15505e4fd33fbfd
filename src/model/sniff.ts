import type { CsvDialect } from './agreement.ts';
import type { Answer } from './requests.ts';

export interface SniffRequest {
  readonly files: readonly string[];
  /** Of a workbook; null: the first. */
  readonly sheet: string | null;
  /** Examples of personal columns as they are. */
  readonly personal: boolean;
}

export interface SniffResult extends Answer {
  readonly sniffs: readonly Sniff[];
}

/** What one export holds: a finding in each line, with what it rests on. */
export interface Sniff {
  /** As shown to the reader. */
  readonly file: string;
  readonly bytes: number;
  readonly packed: 'gzip' | 'xlsx' | 'parquet' | 'duckdb' | null;
  /** Of a workbook the sheet, of a database the table that was asked for; absent where none was. */
  readonly within?: string;
  readonly csv: CsvDialect;
  readonly evidence: {
    readonly delimiter: string;
    readonly quote: string;
    readonly encoding: string;
    readonly header: string;
  };
  readonly lineEnds: { readonly crlf: number; readonly lf: number; readonly cr: number };
  /** Physical line of the header, from 1; null where no line is one. */
  readonly headerLine: number | null;
  /** Rows of the table, blank lines left out. */
  readonly rows: number;
  readonly columns: readonly SniffColumn[];
  /** Of rows that are no leads: what their source is called, and the fields of their stages by the place of their column. */
  readonly ownRows?: { readonly source: string; readonly fields: Readonly<Record<number, string>> };
  /** Of a history of rows that another export has: what its source and theirs are called, and how it finds them. */
  readonly belongsTo?: LinkedHistory & { readonly name: string; readonly source: string };
  readonly preset: PresetMatch | null;
  /** Why the preset that came nearest was not taken; null where one was, or none came near. */
  readonly near: string | null;
  readonly oddities: readonly Oddity[];
}

/** Columns of rows with two ends: in which state something was, and from when to when. */
export interface History {
  readonly from: SniffColumn;
  readonly to: SniffColumn;
  readonly status: SniffColumn | null;
  /** Values of `status` in which one waits for somebody else. */
  readonly holds: readonly string[];
}

/** A history of rows that another export has. */
export interface LinkedHistory extends History {
  /** The column that holds the key of the other rows. */
  readonly link: SniffColumn;
  /** `88 of 90 values of "Ticket" are rows of "tickets.csv"` */
  readonly evidence: string;
}

export interface PresetMatch {
  readonly name: string;
  readonly title: string;
  /** Headers that are the preset's, and how many there are. */
  readonly matched: number;
  readonly of: number;
  /** Whose clock times without an offset show. */
  readonly clock: string;
}

export type SniffType = 'empty' | 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'datetime';

export interface SniffColumn {
  readonly name: string;
  /** From 1. */
  readonly position: number;
  readonly type: SniffType;
  /** Of dates, as an agreement writes it; null where it is ambiguous or can't be read. */
  readonly format: string | null;
  /** Of dates: every format that the cells allow, where it is more than one. */
  readonly candidates: readonly string[];
  readonly decimal: '.' | ',' | null;
  /** Of numbers that all bear the sign of one currency, its code; null otherwise. */
  readonly currency: string | null;
  readonly evidence: string;
  /** Of a date whose time of day stands in a column of its own: the header of that; absent for any other. */
  readonly timeColumn?: string;
  /** Of dates with a time. */
  readonly offset: 'always' | 'never' | 'sometimes' | null;
  readonly filled: number;
  readonly blank: number;
  /** Words that stand for blank, with how often. */
  readonly nulls: Readonly<Record<string, number>>;
  readonly distinct: number;
  /** Whether `distinct` is counted rather than estimated to about 2%. */
  readonly exact: boolean;
  /** Filled cells that are not of the type. */
  readonly unlike: number;
  readonly unlikeExamples: readonly string[];
  readonly examples: readonly string[];
  /** Of a column with few values: each with how often, the most frequent first. */
  readonly values: readonly { readonly value: string; readonly n: number }[];
  readonly personal: boolean;
  readonly role: ColumnRole | null;
  /** What must not be made of the column, or what is worth knowing. */
  readonly notes: readonly string[];
}

export type RoleName =
  | 'id'
  | 'created'
  | 'qualified'
  | 'assigned'
  | 'contacted'
  | 'answered'
  | 'opportunity'
  | 'meeting'
  | 'proposal'
  | 'won'
  | 'lost'
  | 'modified'
  | 'owner'
  | 'amount'
  | 'status'
  | 'reason'
  | 'source'
  | 'company'
  | 'company_size'
  | 'country'
  | 'job_title'
  | 'industry'
  | 'email'
  | 'phone'
  | 'name';

export interface ColumnRole {
  readonly name: RoleName;
  readonly why: string;
}

/** Something in the structure of a file that its reader must know. */
export interface Oddity {
  readonly kind:
    | 'title-rows'
    | 'no-header'
    | 'blank-header'
    | 'duplicate-header'
    | 'repeated-header'
    | 'ragged-rows'
    | 'blank-rows'
    | 'open-quote'
    | 'broken-quote'
    | 'escaped-quote'
    | 'second-table'
    | 'totals'
    | 'mixed-line-ends'
    | 'mixed-encoding'
    | 'other-encoding'
    | 'null-bytes'
    | 'long-line'
    | 'separator-line'
    | 'formulas'
    | 'rounded-ids'
    | 'hidden-rows'
    | 'merged-cells'
    | 'no-rows';
  /** Physical line, from 1. */
  readonly line: number | null;
  readonly message: string;
  readonly help: string;
}

/** What is known of an export before it is seen: of a preset, as sniff needs it. */
export interface KnownExport {
  readonly name: string;
  readonly title: string;
  readonly clock: string;
  /** Headers of the columns by role, the best first; and all its headers. */
  readonly roles: Readonly<Partial<Record<RoleName, readonly string[]>>>;
  readonly headers: readonly string[];
  /** Headers of each column that it may have. */
  readonly fields: readonly (readonly string[])[];
  /**
   * Headers of columns of which such an export has one, and the CRM's other exports none; empty where the
   * key tells.
   */
  readonly telling: readonly (readonly string[])[];
  /** Date formats by header. */
  readonly formats: Readonly<Record<string, string>>;
  readonly notContact: readonly { readonly columns: readonly string[]; readonly why: string }[];
}
