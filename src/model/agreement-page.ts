import type { Diagnostic } from './diagnostic.ts';

/** An agreement in plain words, as people sign it: every sentence is computed from the terms. */
export interface AgreementPage {
  readonly title: string;
  /** `version 2026.2`, `in force since 15 April 2026`. */
  readonly state: readonly string[];
  /** Who agrees, and what holds of every promise. */
  readonly opening: readonly string[];
  readonly sections: readonly PageSection[];
  readonly signatories: readonly Signatory[];
  /** 64 hexadecimal digits. */
  readonly digest: string;
  /** What the digest is, and what the file holds of signatures. */
  readonly signedNote: string;
  readonly language: 'en' | 'fr';
}

export interface PageSection {
  readonly title: string;
  readonly entries: readonly PageEntry[];
}

export interface PageEntry {
  /** `M1`: for the room; files and links use the id. Null where nothing is promised. */
  readonly code: string | null;
  /** In its author's words; null where there are none. */
  readonly head: string | null;
  readonly lines: readonly PageLine[];
}

export interface PageLine {
  /** `All of these`; null for a line without one. */
  readonly label: string | null;
  readonly text: string;
  /** What explains the line before it, as an example. */
  readonly small?: true;
}

export interface Signatory {
  readonly team: string;
  readonly lead: string | null;
  /** Who signed these terms, or that other terms were signed; null where nobody has. */
  readonly signed: string | null;
}

export interface AgreementDocument {
  readonly pages: readonly AgreementPage[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}
