import { lintIds } from '../../language/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { dataRules } from './catalogue.ts';

/**
 * Whether a finding leaves nothing to judge by. An error of a lint rule does not: the agreement still means
 * something.
 */
export function isFatalError({ severity, rule }: Diagnostic): boolean {
  return severity === 'error' && !lintIds.includes(rule);
}

/** What stops an answer from being given is fatal to it. */
export function asFatal(finding: Diagnostic): Diagnostic {
  return isFatalError(finding) ? { ...finding, fatal: true } : finding;
}

/**
 * What is told beside a list or a receipt: what prevents an answer, and the cells and lines of exports that
 * could not be read.
 */
export function besideAnswer(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.filter(({ fatal, rule }) => fatal === true || Object.hasOwn(dataRules, rule));
}
