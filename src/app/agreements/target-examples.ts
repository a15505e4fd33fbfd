import { formatDay } from '../../calendar/day.ts';
import { periodDaysOf } from '../../calendar/period-days.ts';
import { t } from '../../messages/index.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';
import type { DueExample } from '../../model/requests.ts';
import { civil } from '../../report/instant.ts';
import { targetShown } from '../../report/number.ts';
import { ORDINARY_FRIDAY } from './due-examples.ts';

/** What each target that differs in single periods comes to in them, and which days a long period has. */
export function targetExamples(agreement: Agreement, file: string): readonly DueExample[] {
  return promisesOf(agreement).flatMap(({ id, target }) => {
    const texts = [...daysOf(target, agreement), ...ownPeriods(target)];
    return texts.map((text) => ({ file, commitment: id, segment: null, text }));
  });
}

/** Of a quarter and a year, whose first day is not the same for everybody. */
function daysOf({ per }: PromiseDef['target'], { effective, yearStarts }: Agreement): readonly string[] {
  if (per !== 'quarter' && per !== 'year') return [];
  const { label, from, to } = periodDaysOf(per, effective.from ?? ORDINARY_FRIDAY, yearStarts);
  const [first, last] = [civil(formatDay(from)), civil(formatDay(to - 1))];
  return [
    per === 'quarter'
      ? t`by the quarter: ${label} is from ${first} to ${last}`
      : t`by the year: ${label} is from ${first} to ${last}`,
  ];
}

const ownPeriods = (target: PromiseDef['target']): readonly string[] =>
  Object.entries(target.periods ?? {}).map(([label, value]) => {
    const [own, every] = [targetShown({ ...target, value }), targetShown(target)];
    return t`in ${label}: ${own}; where nothing else is said: ${every}`;
  });
