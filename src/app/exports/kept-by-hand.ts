import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LoadReport } from '../../model/reading.ts';

/**
 * A file that people write has a cell that can't be read sooner than an export of a CRM, and few rows that
 * any answer rests on. Where too many of them were rejected this is a warning, and the promises that are
 * counted in it have no verdict: all others are judged. The same report where that is not what is wrong.
 */
export function keptByHand(report: LoadReport): LoadReport {
  const isRejected = (finding: Diagnostic) => finding.rule === 'too-many-rejected';
  const [first, ...others] = report.fatal;
  if (first === undefined || others.length > 0 || !isRejected(first)) return report;
  const { fatal: _, ...finding } = first;
  const warning: Diagnostic = {
    ...finding,
    severity: 'warning',
    help: t`correct these cells in the file: until then the promises that are counted in it have no verdict`,
  };
  return { ...report, fatal: [], warnings: [...report.warnings, warning] };
}
