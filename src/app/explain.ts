import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { ExplainRequest, ExplainResult, Receipt } from '../model/receipt.ts';
import { type Court, openCourt, titleOf, withEngine } from './court.ts';
import { unknownSources } from './exports.ts';
import { loadFamilies } from './families.ts';
import { receiptLines } from './receipt-lines.ts';
import { leadRows } from './receipt-rows.ts';
import { type Tests, testsOf } from './receipt-tests.ts';
import { sorted } from './sorted.ts';
import { asFatal, stops } from './stops.ts';

/** The receipt of one lead: every promise that could apply to it, and all that its verdict rests on. */
export async function explain(request: ExplainRequest, io: Io): Promise<ExplainResult> {
  const loaded = await loadFamilies(request.paths, io);
  const findings: Diagnostic[] = [...loaded.findings, ...unknownSources(request, loaded.families)];
  const receipts: Receipt[] = [];
  if (findings.some(stops)) {
    return { findings: sorted(findings.map(asFatal)), texts: loaded.texts, receipts };
  }
  for (const family of loaded.families) {
    await withEngine(io, async (engine) => {
      let tests: Tests = new Map();
      const { court, findings: problems } = await openCourt(
        family,
        request,
        engine,
        io,
        (tables, planned) => {
          tests = testsOf(tables, planned);
        },
      );
      findings.push(...problems);
      const receipt = court && (await receiptOf(court, tests, request, io));
      if (receipt) receipts.push(receipt);
    });
  }
  if (receipts.length === 0 && !findings.some(({ fatal }) => fatal)) findings.push(noSuchLead(request.lead));
  return { findings: sorted(findings), texts: loaded.texts, receipts };
}

async function receiptOf(
  court: Court,
  tests: Tests,
  request: ExplainRequest,
  io: Io,
): Promise<Receipt | null> {
  const found = await leadRows(court, request, io);
  // A joined row or an activity of a lead that the leads do not hold is no receipt.
  if (found.rows.length === 0) return null;
  const { agreement, file } = court.newest;
  return {
    agreement: { id: agreement.id, title: titleOf(court), file, timezone: agreement.timezone },
    asOf: court.asOf,
    asOfFrom: court.asOfFrom,
    inputs: court.world.inputs,
    lead: request.lead,
    rows: found.rows,
    lines: await receiptLines(court, tests, request, found),
  };
}

const noSuchLead = (lead: string): Diagnostic => ({
  rule: 'no-lead',
  severity: 'error',
  message: `No row of the exports has the key "${lead}"`,
  help: 'write it as the export does; "sla cases --format csv" lists the leads',
  fatal: true,
});
