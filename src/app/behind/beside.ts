import type { JudgeRequest } from '../../model/requests.ts';
import { besideClosed, latestClosing } from '../closed/beside.ts';
import { disputesBeside } from '../disputed/beside.ts';
import type { Beside, More } from '../judging/judge-all.ts';
import { owedFindings } from '../tried/owed.ts';
import { askForAnswers } from './ask.ts';

/** What closed months, experiments that are over and disputes say beside the results, and where somebody will look at it, what lies behind them. */
export const besideResults: Beside = async (run, io, judged) => {
  const closed = await besideClosed(run, io, judged);
  const owed = await owedFindings(run, { io, allowOutside: judged.request.allowOutside });
  const disputed = await disputesBeside(run, io, judged);
  const { disputes } = disputed;
  const beside = {
    ...closed,
    files: [...closed.files, ...owed],
    data: [...closed.data, ...disputed.findings],
    ...(disputes ? { disputes } : {}),
  };
  if (!judged.request.behind) return beside;
  const { behindOf } = await import('./behind.ts');
  return { ...beside, behind: await behindOf(run, judged.compliance, judged.request, io) };
};

/** The same with the columns that it needs. */
export const moreOf = ({ behind }: JudgeRequest): More => ({
  beside: besideResults,
  lookedUp: latestClosing,
  ...(behind ? { ask: askForAnswers } : {}),
});
