import type { Beside } from '../judging/judge-all.ts';
import { closedFindings } from './findings.ts';
import { heldMonths } from './held.ts';
import { closedMonths } from './load.ts';

/** What the closed months of an agreement say beside its results. */
export const besideClosed: Beside = async (run, io) => {
  const { months, findings } = await closedMonths(run.family, io);
  const held = months.length === 0 ? [] : await heldMonths(run, months, io);
  return { files: findings, data: run.newest.weigh(closedFindings(held, run.newest)) };
};
