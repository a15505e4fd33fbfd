import { lintIds } from '../../language/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** Whether a finding leaves nothing to judge by. An error of a lint rule does not: the agreement still means something. */
export function isFatalError({ severity, rule }: Diagnostic): boolean {
  return severity === 'error' && !lintIds.includes(rule);
}

/** What stops an answer from being given is fatal to it. */
export function asFatal(finding: Diagnostic): Diagnostic {
  return isFatalError(finding) ? { ...finding, fatal: true } : finding;
}
