import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Result } from '../../model/compliance.ts';
import { nameOf, promiseAndPeriod } from '../../report/names.ts';
import { amount } from '../../report/number.ts';

/** What the objectives say to each other: what no part of one brings, and which one goes before which. */
export function objectiveNotes(
  all: readonly Result[],
  { priorities = [] }: Pick<Agreement, 'priorities'>,
): readonly string[] {
  const results = all.filter(({ by, kind }) => by === null && kind === 'objective');
  return [...results.flatMap((whole) => ofNoPart(whole, results)), ...givenWay(results, priorities)];
}

/** What is reached beside all parts: they add up to the whole by this. */
function ofNoPart(whole: Result, results: readonly Result[]): readonly string[] {
  const { id, value, period, versions, target } = whole;
  const parts = results.filter(
    (part) =>
      part.partOf === id &&
      part.period.label === period.label &&
      JSON.stringify(part.versions) === JSON.stringify(versions),
  );
  if (parts.length === 0 || value === null) return [];
  const rest = value - parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
  // Sums of decimal amounts differ in their last digits.
  if (Math.abs(rest) <= 1e-9 * Math.max(1, Math.abs(value))) return [];
  const [name, left, reached] = [promiseAndPeriod(whole), amount(rest), amount(value)];
  const unit = target.unit === null ? '' : ` ${target.unit}`;
  return [t`${name}: ${left} of ${reached}${unit} are of no part`];
}

/** An objective that is missed, and what is met in its period though it stands below. */
function givenWay(results: readonly Result[], priorities: readonly string[]): readonly string[] {
  return priorities.flatMap((id, place) =>
    results
      .filter((above) => above.id === id && above.verdict === 'missed')
      .flatMap((above) => {
        const { from, to } = above.period;
        const below = results.filter(
          (one) =>
            priorities.indexOf(one.id) > place &&
            one.verdict === 'met' &&
            one.period.from < to &&
            one.period.to > from,
        );
        if (below.length === 0) return [];
        const met = allOf([...new Set(below.map(nameOf))]);
        return [t`${promiseAndPeriod(above)}: missed, and it goes before what was met below it: ${met}`];
      }),
  );
}
