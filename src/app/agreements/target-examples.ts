import { periodDaysOf } from '../../calendar/period-days.ts';
import { kindOf } from '../../kinds/index.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import { partsIn, promisesOf } from '../../model/promises.ts';
import type { DueExample } from '../../model/requests.ts';
import { IN_WORDS, nameOf } from '../../report/names.ts';
import { targetShown } from '../../report/number.ts';
import { dateText } from '../wording/small-forms.ts';
import { ORDINARY_FRIDAY } from './due-examples.ts';

/** What each target that differs in single periods comes to in them, and which days a long period has. */
export function targetExamples(agreement: Agreement, file: string): readonly DueExample[] {
  const targets = promisesOf(agreement).flatMap((promise) => {
    const { id, title, target, partOf } = promise;
    // A part has the periods of its whole.
    const texts = [
      ...(partOf === undefined ? daysOf(target, agreement) : []),
      ...ownPeriods(target),
      ...byEachDate(promise, agreement),
      ...addedUp(id, agreement),
    ];
    return texts.map((text) => ({ file, commitment: id, title, segment: null, text }));
  });
  return [...targets, ...before(agreement, file)];
}

/** When a step is late, and when all of it is met. */
function byEachDate({ measure, population }: PromiseDef, agreement: Agreement): readonly string[] {
  const { by } = kindOf(measure.kind).due?.(measure) ?? {};
  if (by === undefined) return [];
  const field = agreement.sources[population ?? '']?.fields[by];
  const date = dateText(agreement.effective.from ?? ORDINARY_FRIDAY);
  return [
    field?.type === 'date'
      ? t`a step with ${date} in "${field.column}" is in time until the end of that day, and met whenever it is done; all are owed`
      : t`a step is in time until the instant in "${field?.column ?? by}", and met whenever it is done; all are owed`,
  ];
}

/** What its parts come to together. */
function addedUp(id: string, agreement: Agreement): readonly string[] {
  const parts = partsIn(agreement, id);
  const whole = agreement.objectives.find((one) => one.id === id);
  if (parts.length === 0 || whole === undefined) return [];
  const value = parts.reduce((sum, { target }) => sum + target.value, 0);
  const [together, all] = [targetShown({ ...whole.target, value }), targetShown(whole.target)];
  const named = allOf(parts.map(nameOf));
  return [t`its parts ${named} come to ${together} together; the whole is ${all}`];
}

/** Which objective goes before which. */
function before(agreement: Agreement, file: string): readonly DueExample[] {
  const { priorities = [] } = agreement;
  const titles = new Map(agreement.objectives.map(({ id, title }) => [id, title]));
  const name = (id: string): string => nameOf({ id, title: titles.get(id) ?? id });
  return priorities.slice(0, -1).map((id, i) => ({
    ...{ file, commitment: id, title: titles.get(id) ?? id, segment: null },
    text: t`goes before ${allOf(priorities.slice(i + 1).map(name))} where they pull apart`,
  }));
}

/** Of a quarter and a year, whose first day is not the same for everybody. */
function daysOf({ per }: PromiseDef['target'], { effective, yearStarts }: Agreement): readonly string[] {
  if (per !== 'quarter' && per !== 'year') return [];
  const { label, from, to } = periodDaysOf(per, effective.from ?? ORDINARY_FRIDAY, yearStarts);
  const [first, last] = [dateText(from), dateText(to - 1)];
  return [
    per === 'quarter'
      ? t`by the quarter: ${periodWords(label)} is from ${first} to ${last}`
      : t`by the year: ${periodWords(label)} is from ${first} to ${last}`,
  ];
}

const ownPeriods = (target: PromiseDef['target']): readonly string[] =>
  Object.entries(target.periods ?? {}).map(([label, value]) => {
    const [own, every] = [targetShown({ ...target, value }), targetShown(target)];
    return t`in ${periodWords(label)}: ${own}; where nothing else is said: ${every}`;
  });

/** A year that begins in another month keeps the sign for it. */
const periodWords = (label: string): string => (label.startsWith('FY') ? label : IN_WORDS.period(label));
