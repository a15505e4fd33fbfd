import { formatDay } from '../../calendar/day.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import {
  type Experiment,
  type ExperimentResult,
  type FeedbackState,
  isOver,
} from '../../model/experiment.ts';
import type { Io } from '../../model/io.ts';
import type { Day } from '../../model/time.ts';
import { localDay, midnight } from '../../plan/periods.ts';
import { dayOver } from '../judging/day-over.ts';
import type { Run } from '../judging/run.ts';
import { experimentsIn, type TriedUnder } from './measured.ts';

/** Where the holidays of calendars are read. */
export interface Reading {
  readonly io: Io;
  readonly allowOutside: boolean;
}

/** What is still to be said of an experiment, up to as-of. */
export interface Owed extends Pick<ExperimentResult, 'due' | 'lessonIs' | 'feedback'> {
  readonly findings: readonly Diagnostic[];
}

/** Lessons and feedback that are owed since before as-of; that an experiment failed is none of them. */
export async function owedFindings(run: Run, reading: Reading): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const one of experimentsIn(run.family)) found.push(...(await owedOf(one, run, reading)).findings);
  return found;
}

export async function owedOf(one: TriedUnder, run: Run, reading: Reading): Promise<Owed> {
  const { experiment } = one;
  const { day: due, findings } = await dueOf(one, run, reading);
  // As-of at a midnight still belongs to the day that ends.
  const today = localDay(run.zone, run.asOf - 1);
  const isDue = due !== null && today > due;
  const isSaid = isOver(experiment) && experiment.lesson !== null;
  const owed = {
    due: due === null ? null : formatDay(due),
    lessonIs: isSaid ? ('written' as const) : isDue ? ('overdue' as const) : ('not due' as const),
    feedback: experiment.feedbackFrom.map((team) => feedbackOf(experiment, team, { due, today })),
  };
  return { ...owed, findings: [...findings, ...overdue(one, owed)] };
}

async function dueOf(
  { experiment, sourced }: TriedUnder,
  { zone }: Run,
  reading: Reading,
): Promise<{ readonly day: Day | null; readonly findings: readonly Diagnostic[] }> {
  const { lessonWithin: within = null, calendar = null } = sourced.agreement.experiments ?? {};
  if (within === null) return { day: null, findings: [] };
  const given = { ...{ sourced, within, calendar }, path: ['experiments', 'lesson_within'] };
  const over = await dayOver(given, midnight(zone, experiment.to + 1) - 1, zone.zone, reading);
  return over.ok ? { day: over.day, findings: [] } : { day: null, findings: over.findings };
}

function feedbackOf(
  { feedback }: Experiment,
  team: string,
  { due, today }: { readonly due: Day | null; readonly today: Day },
): FeedbackState {
  const given = feedback.find((one) => one.team === team && one.on <= today);
  if (!given) return { team, on: null, says: null, is: due !== null && today > due ? 'overdue' : 'not due' };
  const is = due === null || given.on <= due ? 'in time' : 'late';
  return { team, on: formatDay(given.on), says: given.says, is };
}

function overdue(
  { experiment, sourced }: TriedUnder,
  { due, lessonIs, feedback }: Omit<Owed, 'findings'>,
): readonly Diagnostic[] {
  const { id, path } = experiment;
  const found: Diagnostic[] = [];
  if (lessonIs === 'overdue')
    found.push({
      rule: 'lesson-overdue',
      severity: 'warning',
      message: isOver(experiment)
        ? t`The lesson of "${id}" was due on ${due ?? ''}`
        : t`Whether "${id}" worked was to be said by ${due ?? ''}`,
      help: isOver(experiment)
        ? t`add lesson: with what both teams know now`
        : t`write outcome: worked, failed or stopped, and lesson: with what both teams know now`,
      place: sourced.place([...path, 'outcome']),
    });
  for (const { team, is } of feedback)
    if (is === 'overdue')
      found.push({
        rule: 'feedback-overdue',
        severity: 'warning',
        message: t`What "${sourced.agreement.teams[team]?.title ?? team}" saw of "${id}" was to be said by ${due ?? ''}`,
        help: t`write it under feedback: with the day`,
        place: sourced.place([...path, 'feedback_from']),
      });
  return sourced.weigh(found);
}
