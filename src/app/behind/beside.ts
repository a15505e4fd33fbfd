import type { JudgeRequest } from '../../model/requests.ts';
import { besideClosed, latestClosing } from '../closed/beside.ts';
import type { Beside, More } from '../judging/judge-all.ts';
import { askForAnswers } from './ask.ts';

/** What closed months say beside the results, and where somebody will look at it, what lies behind them. */
export const besideResults: Beside = async (run, io, judged) => {
  const closed = await besideClosed(run, io, judged);
  if (!judged.request.behind) return closed;
  const { behindOf } = await import('./behind.ts');
  return { ...closed, behind: await behindOf(run, judged.compliance, judged.request, io) };
};

/** The same with the columns that it needs. */
export const moreOf = ({ behind }: JudgeRequest): More => ({
  beside: besideResults,
  lookedUp: latestClosing,
  ...(behind ? { ask: askForAnswers } : {}),
});
