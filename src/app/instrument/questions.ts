import type { Diagnostic } from '../../model/diagnostic.ts';
import type { AskFor } from '../judging/plan-run.ts';
import type { Run } from '../judging/run.ts';
import { answersInBulk, stopBeforeHandOver } from './answers.ts';
import { askForColumns, silentColumns } from './columns.ts';
import { askForClosings, givenUpEarly } from './given-up.ts';
import { pausesAtDue, stopsAtDue } from './just-before-due.ts';
import { askForAuthors, stopWithoutTouch, touchesAtOnce, touchTimes } from './touches.ts';

/** A question to the data: what it finds in one run, worded as a question. */
type Question = (run: Run) => Promise<readonly Diagnostic[]>;

/** Every question; the rule of each has a page in docs/rules. */
const QUESTIONS: readonly Question[] = [
  givenUpEarly,
  stopWithoutTouch,
  touchesAtOnce,
  touchTimes,
  stopsAtDue,
  pausesAtDue,
  answersInBulk,
  stopBeforeHandOver,
  silentColumns,
];

/** Asks for the columns that the questions look at, before anything is read. */
export const askForQuestions: AskFor = (tables, planned) => {
  askForAuthors(tables, planned);
  askForClosings(tables, planned);
  askForColumns(tables, planned);
};

/** What the data are asked, as the newest version weighs it. */
export async function questionsOf(run: Run): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const question of QUESTIONS) found.push(...(await question(run)));
  return run.newest.weigh(found);
}
