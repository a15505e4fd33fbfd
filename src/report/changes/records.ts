import type { Diagnostic } from '../../model/diagnostic.ts';

const RULES: ReadonlySet<string> = new Set([
  'wrong-record',
  'edited-record',
  'changed-record',
  'closed-anew',
]);

/** A version that does not say why it replaces another. */
export const ofReasons = (findings: readonly Diagnostic[]): readonly Diagnostic[] =>
  findings.filter(({ rule }) => rule === 'version-without-why');

/** What a change does to the records of closed months. */
export const ofRecords = (findings: readonly Diagnostic[]): readonly Diagnostic[] =>
  findings.filter(({ rule }) => RULES.has(rule));
