import type { Diagnostic } from '../model/diagnostic.ts';

/** `1 error, 2 warnings`; `No problems` for none. Remarks of severity info are named only where there are some. */
export function tally(findings: readonly Diagnostic[]): string {
  const said = (['error', 'warning', 'info'] as const)
    .map((severity) => [severity, findings.filter((each) => each.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`);
  return said.length === 0 ? 'No problems' : said.join(', ');
}
