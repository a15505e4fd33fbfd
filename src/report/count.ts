import { plural, t } from '../messages/index.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';

/**
 * `1 error, 2 warnings`; `No problems` for none. Remarks of severity info are named only where there are
 * some.
 */
export function tally(findings: readonly Diagnostic[]): string {
  const said = (['error', 'warning', 'info'] as const)
    .map((severity) => [severity, findings.filter((each) => each.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => countText(severity, count));
  return said.length === 0 ? t`No problems` : said.join(', ');
}

function countText(severity: Severity, count: number): string {
  switch (severity) {
    case 'error':
      return plural(count, t`${count} error`, t`${count} errors`);
    case 'warning':
      return plural(count, t`${count} warning`, t`${count} warnings`);
    case 'info':
      return t`${count} info`;
  }
}
