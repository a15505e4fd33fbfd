import type { Io } from '../model/io.ts';
import type { ComplianceResult, JudgeRequest } from '../model/requests.ts';
import { judgeAll } from './judge-all.ts';
import { coverAtHand } from './cover.ts';

/** Validates, then judges the period at hand: the one in which as-of lies, or the span asked for. */
export function check(request: JudgeRequest, io: Io): Promise<ComplianceResult> {
  return judgeAll(request, io, coverAtHand);
}
