import type { Io } from '../model/io.ts';
import type { ComplianceResult, JudgeRequest } from '../model/requests.ts';
import { spanOfAll, spanOfData } from './judging/span.ts';
import { besideResults, moreOf } from './behind/beside.ts';
import { type Beside, judgeAll } from './judging/judge-all.ts';
import { causesOf } from './why/causes.ts';

/** Judges a span of periods: the one asked for, or all that the data hold up to as-of. */
export function report(request: JudgeRequest, io: Io): Promise<ComplianceResult> {
  return judgeAll(request, io, spanOfData, { ...moreOf(request), beside: besideReport });
}

/** What lies beside the results, and what the other side had to do with them. */
const besideReport: Beside = async (run, io, judged) => ({
  ...(await besideResults(run, io, judged)),
  causes: await causesOf(run, judged.compliance),
});

/** Judges all that the data hold, more periods than a table has room for. */
export function reportAll(request: JudgeRequest, io: Io): Promise<ComplianceResult> {
  return judgeAll(request, io, spanOfAll);
}
