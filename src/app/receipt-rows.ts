import type { Io } from '../model/io.ts';
import type { ExplainRequest, ReceiptRow } from '../model/receipt.ts';
import type { FieldDef } from '../model/agreement.ts';
import type { LoadReport, Reject } from '../model/plan.ts';
import type { Facts } from '../plan/facts.ts';
import type { Court } from './court.ts';
import { shown } from './find.ts';

/** A lead with more rows than this, in one source, is shown with these. */
const MOST_ROWS = 500;

/** Every line of the exports that holds the lead, and what became of it. */
export async function receiptRows(
  court: Court,
  request: ExplainRequest,
  io: Io,
): Promise<readonly ReceiptRow[]> {
  const rows: ReceiptRow[] = [];
  for (const { facts, report } of court.world.reports) {
    if (facts !== court.tables.leads && rows.length === 0 && facts.source.kind === 'leads') continue;
    rows.push(...(await rowsOf(facts, report, request, io)));
  }
  // A joined row or an activity of a lead that the leads do not hold is no receipt.
  return rows.some(({ source }) => source === court.tables.leads.source.name) ? rows : [];
}

async function rowsOf(
  facts: Facts,
  report: LoadReport,
  request: ExplainRequest,
  io: Io,
): Promise<readonly ReceiptRow[]> {
  const found = await report.rowsOf(request.lead, MOST_ROWS);
  if (found.length === 0) return [];
  const lines = new Set(found.map(({ file, line }) => `${file}\n${line}`));
  const rejects =
    Object.keys(report.ledger.rejected).length === 0 ? [] : await report.rejects(Number.MAX_SAFE_INTEGER);
  const refused = new Map(
    rejects
      .filter(({ file, line }) => lines.has(`${file}\n${line}`))
      .map((reject) => [`${reject.file}\n${reject.line}`, reject]),
  );
  const seen = new Set<string>();
  return found.map(({ file, line, cells }) => {
    const reject = refused.get(`${file}\n${line}`);
    const content = JSON.stringify(cells);
    const again = facts.source.kind !== 'activities' && seen.has(content);
    seen.add(content);
    return {
      source: facts.source.name,
      file: shown(file, io),
      line,
      outcome: reject
        ? rejected(reject)
        : again
          ? 'identical duplicate'
          : found.length > 1 && isSuperseded(facts, found, cells)
            ? 'superseded duplicate'
            : 'judged',
      cells: visible(cells, facts.source.fields, request.personal),
    };
  });
}

function rejected({ reason, column, value }: Reject): string {
  const cell = column === null ? '' : ` in column "${column}"`;
  return `rejected: ${reason.replaceAll('-', ' ')}${cell}${value === null ? '' : `, "${value}"`}`;
}

/** With `duplicates: latest` the last of the differing rows stands. */
function isSuperseded(
  { source }: Facts,
  found: readonly { readonly cells: Readonly<Record<string, string>> }[],
  cells: Readonly<Record<string, string>>,
): boolean {
  if (source.kind === 'activities' || source.duplicates.keep !== 'latest') return false;
  return found.some((other) => JSON.stringify(other.cells) !== JSON.stringify(cells));
}

function visible(
  cells: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, FieldDef>>,
  personal: boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(cells).filter(([name]) => personal || fields[name]?.personal !== true),
  );
}
