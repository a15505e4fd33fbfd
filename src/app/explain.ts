import { t } from '../messages/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { ExplainRequest, ExplainResult, Receipt } from '../model/receipt.ts';
import { type Court, openCourt, titleOf, withEngine } from './judging/open.ts';
import { unknownSources } from './exports/files.ts';
import { loadFamilies } from './agreements/load.ts';
import { receiptLines } from './receipt/lines.ts';
import { leadRows } from './receipt/rows.ts';
import { type Tests, testsOf } from './receipt/tests.ts';
import { sorted } from './findings/order.ts';
import { asFatal, stops } from './findings/fatal.ts';

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
      if (court) receipts.push(...(await receiptsOf(court, tests, request, io)));
    });
  }
  if (receipts.length === 0 && !findings.some(({ fatal }) => fatal)) findings.push(noSuchLead(request.lead));
  return { findings: sorted(findings), texts: loaded.texts, receipts };
}

/** None where the leads do not hold it: a joined row or an activity of nobody is no receipt. */
async function receiptsOf(
  court: Court,
  tests: Tests,
  request: ExplainRequest,
  io: Io,
): Promise<readonly Receipt[]> {
  const { agreement, file } = court.newest;
  const receipts: Receipt[] = [];
  for (const found of await leadRows(court, request, io)) {
    receipts.push({
      agreement: { id: agreement.id, title: titleOf(court), file, timezone: agreement.timezone },
      asOf: court.asOf,
      asOfFrom: court.asOfFrom,
      inputs: court.world.inputs,
      lead: request.lead,
      handOver: found.handOver,
      rows: found.rows,
      lines: await receiptLines(court, tests, request, found),
    });
  }
  return receipts;
}

const noSuchLead = (lead: string): Diagnostic => ({
  rule: 'no-lead',
  severity: 'error',
  message: t`No row of the exports has the key "${lead}"`,
  help: t`write it as the export does; "sla cases --format csv" lists the leads`,
  fatal: true,
});
