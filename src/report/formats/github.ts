import { t } from '../../messages/index.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { ComplianceDocument, FindingsDocument, RenderOptions } from '../../model/render.ts';
import { mostSevereFirst, sentences, spotOf } from '../ci.ts';
import { tally } from '../count.ts';
import { inline, terminal } from '../escape.ts';
import { asFindings, belowFindings } from '../verdict-findings.ts';
import { wordOf } from '../words.ts';

/**
 * Annotations that GitHub shows of one step, for each severity; it drops the others without a word. Source:
 * its limits page.
 */
const LIMIT = 10;

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Workflow commands for the log of a job. What is over the limit follows as plain lines, and stands in the
 * summary of the job.
 */
export function findings(document: FindingsDocument, options: RenderOptions): string {
  const shown: string[] = [];
  const rest: string[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const each of mostSevereFirst(document.findings)) {
    counts[each.severity] += 1;
    if (counts[each.severity] <= LIMIT) shown.push(annotation(each, document, options));
    else rest.push(plain(each, document, options));
  }
  const head =
    rest.length === 0 ? [] : [t`Not annotated, because GitHub shows ${LIMIT} of a kind in a step:`];
  return `${[...shown, ...head, ...rest, tally(document.findings)].join('\n')}\n`;
}

export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  return findings(asFindings(document), options) + belowFindings(document);
}

function annotation(finding: Diagnostic, document: FindingsDocument, options: RenderOptions): string {
  const { path, start, end } = spotOf(finding, document, options);
  // Columns are shown only where they lie on one line.
  const columns =
    end.line === start.line && end.column > start.column
      ? { col: start.column, endColumn: end.column - 1 }
      : {};
  const properties = Object.entries({ file: path, line: start.line, ...columns, title: finding.rule })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${property(String(value))}`);
  const message = sentences(finding)
    .map((line) => data(inline(line)))
    .join('%0A');
  return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${message}`;
}

function plain(finding: Diagnostic, document: FindingsDocument, options: RenderOptions): string {
  const { path, start } = spotOf(finding, document, options);
  return `${wordOf(finding.severity)}  ${terminal(`${path}:${start.line}:${start.column}  ${finding.message}  ${finding.rule}`)}`;
}

/** Source: the escapes of GitHub's toolkit for the data and the properties of a workflow command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(inline(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
