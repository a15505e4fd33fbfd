import type { Io } from '../model/io.ts';
import type { ComplianceResult, JudgeRequest } from '../model/requests.ts';
import { besideResults, moreOf } from './behind/beside.ts';
import { latestClosing } from './closed/beside.ts';
import { type Beside, judgeAll } from './judging/judge-all.ts';
import { spanOfAll, spanOfData } from './judging/span.ts';
import { lastingFindings } from './past/lasting.ts';
import { experimentsBeside, measuring } from './tried/beside.ts';
import { arrivalsIn, funnelOver } from './why/beside.ts';
import { causesOf } from './why/causes.ts';

/** Judges a span of periods: the one asked for, or all that the data hold up to as-of. */
export function report(request: JudgeRequest, io: Io): Promise<ComplianceResult> {
  const { ask } = moreOf(request);
  return judgeAll(request, io, spanOfData, {
    beside: besideReport,
    lookedUp: latestClosing,
    mayStay: true,
    ...(showsFunnel(request) ? { measure: measuring } : {}),
    ask: (tables, planned) => {
      ask?.(tables, planned);
      if (showsFunnel(request)) arrivalsIn(planned, tables);
    },
  });
}

/**
 * What lies beside the results, what the other side had to do with them, and where somebody will look at
 * it, how far the leads came.
 */
const besideReport: Beside = async (run, io, judged) => {
  const found = await besideResults(run, io, judged);
  const lasting = run.newest.weigh(lastingFindings(judged.compliance.results));
  const beside = {
    ...found,
    data: [...found.data, ...lasting],
    causes: await causesOf(run, judged.compliance),
  };
  if (!showsFunnel(judged.request)) return beside;
  const funnel = await funnelOver(run, judged.compliance);
  const { allowOutside } = judged.request;
  return {
    ...beside,
    ...(funnel === null ? {} : { funnel }),
    ...(await experimentsBeside(run, { io, allowOutside })),
  };
};

/** Other terms than those in force know nothing of what was promised of a step. */
const showsFunnel = ({ behind, asIf }: JudgeRequest): boolean => behind === true && asIf == null;

/** Judges all that the data hold, more periods than a table has room for. */
export function reportAll(request: JudgeRequest, io: Io): Promise<ComplianceResult> {
  return judgeAll(request, io, spanOfAll, { mayStay: true });
}
