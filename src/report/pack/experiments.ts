import { formatDay, MICROS_PER_DAY } from '../../calendar/day.ts';
import { toLocal, zoneTable } from '../../calendar/zone.ts';
import { t } from '../../messages/index.ts';
import type { ExperimentRegister, ExperimentResult } from '../../model/experiment.ts';
import type { Period } from '../../model/time.ts';
import type { PageBlock } from '../blocks.ts';
import { registerBlocks } from '../experiments.ts';
import { IN_WORDS } from '../names.ts';
import type { AgreementFacts } from '../page/facts.ts';
import { answerLine } from './fill-in.ts';

/** What is being tried, what ended in the period that the meeting is about, and what is still owed. */
export function experimentBlocks({ compliance, focus }: AgreementFacts): readonly PageBlock[] {
  const register = compliance.experiments;
  if (register === undefined || focus === null) return [];
  const experiments = talkedAbout(register, focus);
  if (experiments.length === 0) return [];
  return [
    ...registerBlocks({ ...register, experiments }, IN_WORDS),
    { kind: 'text', role: 'question', words: [t`What do we try next, and what do we leave?`] },
    answerLine(),
  ];
}

/** Those that ran in the period or after it, and those of which something is overdue. */
export function talkedAbout(
  { experiments, agreement }: ExperimentRegister,
  { from }: Period,
): readonly ExperimentResult[] {
  const local = toLocal(zoneTable(agreement.timezone, from, from), from);
  const first = formatDay(Math.floor(local / MICROS_PER_DAY));
  return experiments.filter(
    ({ to, lessonIs, feedback }) =>
      to >= first || lessonIs === 'overdue' || feedback.some(({ is }) => is === 'overdue'),
  );
}
