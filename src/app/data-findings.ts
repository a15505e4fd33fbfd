import { basename } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { firstLine } from '../model/first-line.ts';
import type { LoadReport, Reject } from '../model/plan.ts';
import type { Facts } from '../plan/facts.ts';
import type { Court } from './court.ts';
import type { World } from './world.ts';

/** Rejects looked at for the summary: beyond, the counts are in the ledger alone. */
const LOOKED_AT = 5000;

const EXAMPLES = 3;

/** Characters of a rejected cell. */
const SHOWN = 60;

/** Problems in the data, one finding for each cause with three examples, and what the reader must know besides. */
export async function dataFindings(
  court: Court,
): Promise<{ readonly findings: readonly Diagnostic[]; readonly notes: readonly string[] }> {
  const findings = [...court.world.findings, ...(await rejectFindings(court.world))];
  const notes = court.world.reports.flatMap(({ facts, report }) => clockNotes(facts, report));
  return { findings, notes: [...court.notes, ...notes] };
}

/** The cells and lines that could not be read, by cause. */
export async function rejectFindings({ reports, shown }: World): Promise<readonly Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const { facts, report } of reports) findings.push(...(await rejected(facts, report, shown)));
  return findings;
}

async function rejected(
  facts: Facts,
  report: LoadReport,
  shown: World['shown'],
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
function causeFinding(facts: Facts, rejects: readonly Reject[], shown: World['shown']): Diagnostic {
  const [first] = rejects;
  const field = Object.values(facts.source.fields).find(
    ({ column, aliases = [] }) => first?.column != null && [column, ...aliases].includes(first.column),
  );
  const examples = rejects.slice(0, EXAMPLES).map(({ file, line, value }) => {
    const what = value === null || field?.personal ? '' : ` "${firstLine(value, SHOWN)}"`;
    return `${basename(file)}:${line}${what}`;
  });
  const more = rejects.length > EXAMPLES ? ' ...' : '';
  const where = first?.column ? ` in column "${first.column}"` : '';
  const format = field?.format ? ` (${field.format})` : '';
  const start = { line: first?.line ?? 1, column: 1 };
  return {
    rule: first?.reason ?? 'rejected',
    severity: 'warning',
    message: `${rejects.length} ${rejects.length === 1 ? 'row' : 'rows'} of "${facts.source.name}" rejected, ${wording(first?.reason)}${where}${format}: ${examples.join(', ')}${more}`,
    help: 'correct the cells in the CRM and export again; --rejects FILE lists every one',
    ...(first ? { place: { file: shown(first.file), start, end: start } } : {}),
  };
}

/** `not-a-date` reads as it stands once the hyphens are gone. */
const wording = (reason: string | undefined): string => (reason ?? 'unreadable').replaceAll('-', ' ');

function clockNotes(facts: Facts, { dst }: LoadReport): readonly string[] {
  const zone = facts.source.timezone;
  const cells = (n: number) =>
    `${n} ${n === 1 ? 'cell' : 'cells'} of "${facts.source.name}" ${n === 1 ? 'shows' : 'show'}`;
  return [
    ...(dst.gap > 0
      ? [`${cells(dst.gap)} a time that the clocks of ${zone} skipped: read as the moment they changed`]
      : []),
    ...(dst.overlap > 0
      ? [
          `${cells(dst.overlap)} a time that the clocks of ${zone} showed twice: a start is read as the first, a stop as the last`,
        ]
      : []),
  ];
}
