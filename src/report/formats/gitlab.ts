import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ComplianceDocument, FindingsDocument, RenderOptions } from '../../model/render.ts';
import { sentences, spotOf } from '../ci.ts';
import { inline, json } from '../escape.ts';
import { fingerprints } from '../fingerprint.ts';
import { asFindings } from '../verdict-findings.ts';

/** A code quality report. Source: GitLab, "Code Quality report format": all of these keys are required. */
export function findings(document: FindingsDocument, options: RenderOptions): string {
  const spots = document.findings.map((each) => spotOf(each, document, options));
  const prints = fingerprints(
    document.findings,
    spots.map((each) => each.path),
  );
  const issues = document.findings.map((each, index) => ({
    description: inline(sentences(each).join(' ')),
    check_name: each.rule,
    fingerprint: prints[index],
    severity: severityOf(each),
    location: { path: spots[index]?.path, lines: { begin: spots[index]?.start.line } },
  }));
  return json(issues);
}

export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  return findings(asFindings(document), options);
}

function severityOf({ severity, fatal }: Diagnostic): string {
  if (severity === 'error') return fatal === true ? 'critical' : 'major';
  return severity === 'warning' ? 'minor' : 'info';
}
