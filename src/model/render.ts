import type { AgreementDocument } from './agreement-page.ts';
import type { ComplianceShown } from './behind.ts';
import type { DiffDocument } from './change.ts';
import type { Case } from './compliance.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { DoctorDocument } from './doctor.ts';
import type { LogDocument } from './log.ts';
import type { PackDocument } from './pack.ts';
import type { Receipt } from './receipt.ts';
import type {
  AgreementSummary,
  CalibrationDocument,
  CaseHeader,
  Clock,
  DisputesDocument,
  DueExample,
  ExperimentsDocument,
  FunnelDocument,
  PlanDocument,
  TermExample,
} from './requests.ts';
import type { RulesDocument } from './rules.ts';
import type { Sniff } from './sniff.ts';

/** How a document is to look. What it says depends on the document alone. */
export interface RenderOptions {
  readonly tool: { readonly name: string; readonly version: string };
  /** Characters a line, of terminal text. */
  readonly width: number;
  readonly color: boolean;
  readonly ascii: boolean;
  /** Of CSV: one result a row, or one promise a row and its periods across. */
  readonly layout: 'tidy' | 'wide';
  /**
   * CSV that a double-click opens: a byte order mark, separators of the language that is spoken, times of
   * the agreement's zone.
   */
  readonly excel: boolean;
  /**
   * Absolute folders: where paths are shown from, and the checkout that the paths in a CI's format start
   * from.
   */
  readonly checkout?: { readonly cwd: string; readonly root: string };
  /** The law of each rule, for formats whose entry asks for `laws`. */
  readonly laws?: Readonly<Record<string, string>>;
}

export interface ComplianceDocument {
  /** One period in full, or periods side by side. */
  readonly view: 'scoreboard' | 'table';
  readonly compliances: readonly ComplianceShown[];
  /** Of the agreements' files; each compliance has those of its data. */
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}

export interface FindingsDocument {
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
  readonly agreements: readonly AgreementSummary[];
  readonly dueExamples: readonly DueExample[];
  /** Absent for none. */
  readonly termExamples?: readonly TermExample[];
}

export interface ReceiptDocument {
  readonly receipts: readonly Receipt[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}

export interface SniffDocument {
  readonly sniffs: readonly Sniff[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}

/** Bytes of formats that are `binary`, else text. */
export type Written = string | Uint8Array;

/** Writes a list of cases piece by piece: the pieces together are one document. */
export interface CaseWriter {
  /** Of each agreement, before its cases. */
  begin(header: CaseHeader): Written;
  batch(cases: readonly Case[]): Written;
  /** Once, also where nothing was listed. */
  end(findings: readonly Diagnostic[]): Written;
  /** What the reader must know of the document, for standard error; asked for after `end`. */
  notes?(): readonly string[];
}

/** One file under report/formats/: a pure function for each document that it can write. */
export interface FormatWriter {
  readonly compliance?: (document: ComplianceDocument, options: RenderOptions) => Written;
  readonly findings?: (document: FindingsDocument, options: RenderOptions) => string;
  readonly clock?: (clock: Clock, options: RenderOptions) => string;
  readonly cases?: (options: RenderOptions) => CaseWriter;
  readonly agreement?: (document: AgreementDocument, options: RenderOptions) => string;
  readonly pack?: (document: PackDocument, options: RenderOptions) => string;
  readonly receipt?: (document: ReceiptDocument, options: RenderOptions) => string;
  readonly diff?: (document: DiffDocument, options: RenderOptions) => string;
  readonly funnel?: (document: FunnelDocument, options: RenderOptions) => string;
  readonly calibration?: (document: CalibrationDocument, options: RenderOptions) => string;
  readonly plan?: (document: PlanDocument, options: RenderOptions) => string;
  readonly experiments?: (document: ExperimentsDocument, options: RenderOptions) => string;
  readonly disputes?: (document: DisputesDocument, options: RenderOptions) => Written;
  readonly sniff?: (document: SniffDocument, options: RenderOptions) => string;
  readonly log?: (document: LogDocument, options: RenderOptions) => string;
  readonly rules?: (document: RulesDocument, options: RenderOptions) => string;
  readonly doctor?: (document: DoctorDocument, options: RenderOptions) => string;
}

export type DocumentKind = keyof FormatWriter;

/** What is known of a format before its file is loaded. */
export interface FormatEntry {
  readonly name: string;
  /** `.md`: the suffixes of files that are written in it. */
  readonly suffixes: readonly string[];
  readonly writes: readonly DocumentKind[];
  /** Read by programs: in English, whatever language is spoken. */
  readonly programs?: true;
  /** Bytes, which no terminal shows: written to files only. */
  readonly binary?: true;
  /** It shows what lies behind the results. */
  readonly behind?: true;
  /** It begins with what was missed, against the period before. */
  readonly compares?: true;
  /** Its writers tell what each rule is about. */
  readonly laws?: true;
  /** Its readers look for problems in it: a file is written in it also where there is no answer. */
  readonly problems?: true;
  load(kind: DocumentKind): Promise<FormatWriter>;
}
