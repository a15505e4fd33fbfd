import { alikeText } from '../model/alike.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { isHidden } from '../model/personal.ts';
import type { ExplainRequest, ExplainResult, Receipt } from '../model/receipt.ts';
import { loadFamilies } from './agreements/load.ts';
import { listSeen } from './agreements/views.ts';
import { unknownSources } from './exports/files.ts';
import { idsMergedInto, survivorOf } from './exports/merged.ts';
import { sortFindings } from './findings/order.ts';
import { withEngine } from './judging/engine.ts';
import { judgeableOf } from './judging/judgeable.ts';
import { openRun } from './judging/open.ts';
import { type Run, titleOf } from './judging/run.ts';
import { keyNamed } from './receipt/keyed-lead.ts';
import { noSuchLead } from './receipt/known-keys.ts';
import { receiptLines } from './receipt/lines.ts';
import { leadRows } from './receipt/rows.ts';
import { type Tests, testsOf } from './receipt/tests.ts';

/** The receipt of one lead: every promise that could apply to it, and all that its verdict rests on. */
export async function explain(asked: ExplainRequest, io: Io): Promise<ExplainResult> {
  const typed = { ...asked, lead: alikeText(asked.lead.trim()) };
  const loaded = await loadFamilies(typed.paths, io);
  const judgeable = judgeableOf(loaded, unknownSources(typed, loaded.families));
  const findings: Diagnostic[] = [...judgeable.findings];
  const receipts: Receipt[] = [];
  for (const family of judgeable.families) {
    const { request, findings: unseen } = listSeen(typed, family);
    if (unseen.length > 0) {
      findings.push(...unseen);
      continue;
    }
    await withEngine(io, async (engine) => {
      let tests: Tests = new Map();
      const { run, findings: problems } = await openRun({
        ...{ family, request, engine, io, mayStay: true },
        ask: (tables, planned) => {
          tests = testsOf(tables, planned);
        },
      });
      findings.push(...problems);
      if (run) receipts.push(...(await receiptsOf(run, tests, request, io)));
    });
  }
  if (receipts.length === 0 && !findings.some(({ fatal }) => fatal)) findings.push(noSuchLead(typed.lead));
  return { findings: sortFindings(findings), texts: loaded.texts, receipts };
}

/** None where neither the leads nor rows of another population hold it: a joined row or an activity of nobody is no receipt. */
export async function receiptsOf(
  run: Run,
  tests: Tests,
  asked: ExplainRequest,
  io: Io,
): Promise<readonly Receipt[]> {
  const { agreement, file } = run.newest;
  const receipts: Receipt[] = [];
  for (const of of [run.tables.leads, ...run.tables.populations()]) {
    const isLeads = of === run.tables.leads;
    const named = await keyNamed(asked.lead, of, run, io);
    const lead = isLeads ? await survivorOf(named, of.source, run.engine) : named;
    const request = { ...asked, lead };
    const mergedIds = isLeads ? await idsMergedInto(lead, of.source, run.engine) : [];
    for (const found of await leadRows(run, of, { ...request, mergedIds }, io))
      receipts.push({
        agreement: { id: agreement.id, title: titleOf(run), file, timezone: agreement.timezone },
        asOf: run.asOf,
        asOfFrom: run.asOfFrom,
        inputs: run.exports.inputs,
        // Whoever asks by a keyed hash is not to read the key.
        lead:
          named === asked.lead || !isHidden(of.source.fields[of.source.key], asked.personal)
            ? lead
            : asked.lead,
        population: isLeads ? null : of.source.name,
        mergedIds,
        handOver: found.handOver,
        rows: found.rows,
        lines: await receiptLines(run, tests, request, { ...found, of, io }),
      });
  }
  return receipts;
}
