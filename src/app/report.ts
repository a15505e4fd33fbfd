import type { Io } from '../model/io.ts';
import type { ComplianceResult, JudgeRequest } from '../model/requests.ts';
import { spanOfAll, spanOfData } from './judging/span.ts';
import { besideResults } from './behind/beside.ts';
import { judgeAll } from './judging/judge-all.ts';

/** Judges a span of periods: the one asked for, or all that the data hold up to as-of. */
export function report(request: JudgeRequest, io: Io): Promise<ComplianceResult> {
  return judgeAll(request, io, spanOfData, besideResults);
}

/** Judges all that the data hold, more periods than a table has room for. */
export function reportAll(request: JudgeRequest, io: Io): Promise<ComplianceResult> {
  return judgeAll(request, io, spanOfAll);
}
