import { basename } from 'node:path';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import { quoted } from '../../messages/quoted.ts';
import { rejectRemedy, rejectWords } from '../../messages/reject-words.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { firstLine } from '../../model/first-line.ts';
import { namesOf } from '../../model/header-names.ts';
import type { LoadReport, Reject } from '../../model/reading.ts';
import type { Facts } from '../../plan/facts.ts';
import type { ReadExports } from './read-all.ts';

/** Rejects looked at for the summary: beyond, the counts are in the ledger alone. */
const LOOKED_AT = 5000;

const EXAMPLES = 3;

/** Characters of a rejected cell. */
const SHOWN = 60;

/**
 * Problems in the data, one finding for each cause with three examples, and what the reader must know
 * besides.
 */
export async function dataFindings(
  exports: ReadExports,
): Promise<{ readonly findings: readonly Diagnostic[]; readonly notes: readonly string[] }> {
  const findings = [...exports.findings, ...(await rejectFindings(exports))];
  return {
    findings,
    notes: exports.reports.flatMap(({ facts, report }) => [
      ...clockNotes(facts, report),
      ...leftNotes(facts, report),
    ]),
  };
}

/** The cells and lines that could not be read, by cause. */
export async function rejectFindings({ reports, shown }: ReadExports): Promise<readonly Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const { facts, report } of reports) findings.push(...(await rejected(facts, report, shown)));
  return findings;
}

async function rejected(
  facts: Facts,
  report: LoadReport,
  shown: ReadExports['shown'],
): Promise<readonly Diagnostic[]> {
  if (Object.keys(report.ledger.rejected).length === 0) return [];
  const causes = new Map<string, Reject[]>();
  for (const reject of await report.rejects(LOOKED_AT)) {
    const cause = `${reject.reason}\n${reject.column ?? ''}`;
    causes.set(cause, [...(causes.get(cause) ?? []), reject]);
  }
  return [...causes.values()].map((rejects) => causeFinding(facts, rejects, shown));
}

/** Placed at the first of its lines. */
function causeFinding(facts: Facts, rejects: readonly Reject[], shown: ReadExports['shown']): Diagnostic {
  const [first] = rejects;
  const field = Object.values(facts.source.fields).find(
    (each) => first?.column != null && namesOf(each).includes(first.column),
  );
  const examples = rejects.slice(0, EXAMPLES).map(({ file, line, value }) => {
    const what = value === null || field?.personal ? '' : ` ${quoted(firstLine(value, SHOWN))}`;
    return `${basename(file)}:${line}${what}`;
  });
  const more = rejects.length > EXAMPLES ? ' ...' : '';
  const where = first?.column ? t` in column "${first.column}"` : '';
  const format = field?.format ? ` (${field.format})` : '';
  const start = { line: first?.line ?? 1, column: 1 };
  return {
    rule: first?.reason ?? 'rejected',
    severity: 'warning',
    message: rejectedText(
      facts.source.name,
      rejects.length,
      `${rejectWords(first?.reason)}${where}${format}`,
      `${examples.join(', ')}${more}`,
    ),
    help: helpFor(first?.reason, facts.source.kind === 'records'),
    ...(first ? { place: { file: shown(first.file), start, end: start } } : {}),
  };
}

/** Faults that a file kept by hand has like any other. */
const OF_EXCEL: ReadonlySet<string> = new Set(['no-formula-result', 'merged-cell', 'rounded-id']);

function helpFor(reason: string | undefined, isKeptByHand: boolean): string {
  if (isKeptByHand && !OF_EXCEL.has(reason ?? ''))
    return t`write dates as 2026-03-10 in the file; "sla check --rejects FILE" lists every such row`;
  const remedy = rejectRemedy(reason);
  return remedy === null
    ? t`correct the cells in the CRM and export again; "sla check --rejects FILE" lists every one`
    : t`${remedy}; "sla check --rejects FILE" lists every one`;
}

function rejectedText(source: string, rows: number, cause: string, examples: string): string {
  const n = whole(rows);
  return plural(
    rows,
    t`${n} row of "${source}" rejected, ${cause}: ${examples}`,
    t`${n} rows of "${source}" rejected, ${cause}: ${examples}`,
  );
}

/** Whoever adds up amounts in the CRM adds these too. */
function leftNotes({ source: { name } }: Facts, { preferredLeft: n }: LoadReport): readonly string[] {
  if (n === 0) return [];
  return [
    plural(
      n,
      t`${whole(n)} row of "${name}" that "prefer" names does not count, as its lead has another such row: a source with a "key" of its own counts each`,
      t`${whole(n)} rows of "${name}" that "prefer" names do not count, as their leads have another such row: a source with a "key" of its own counts each`,
    ),
  ];
}

function clockNotes(facts: Facts, { dst }: LoadReport): readonly string[] {
  const { name, timezone: zone } = facts.source;
  return [
    ...(dst.gap > 0
      ? [
          plural(
            dst.gap,
            t`${whole(dst.gap)} cell of "${name}" shows a time that the clocks of ${zone ?? ''} skipped: read as the moment they changed`,
            t`${whole(dst.gap)} cells of "${name}" show a time that the clocks of ${zone ?? ''} skipped: read as the moment they changed`,
          ),
        ]
      : []),
    ...(dst.overlap > 0
      ? [
          plural(
            dst.overlap,
            t`${whole(dst.overlap)} cell of "${name}" shows a time that the clocks of ${zone ?? ''} showed twice: a start is read as the first, a stop as the last`,
            t`${whole(dst.overlap)} cells of "${name}" show a time that the clocks of ${zone ?? ''} showed twice: a start is read as the first, a stop as the last`,
          ),
        ]
      : []),
  ];
}
