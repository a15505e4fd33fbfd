import { mark, say, t } from '../../../messages/index.ts';
import { ownId } from '../../../messages/own-ids.ts';
import type { Compliance } from '../../../model/compliance.ts';
import { covered } from '../../../plan/past.ts';
import { isCut, resultsOf, unknownParts, wholeTarget } from './past.ts';
import { countMeasure, objectiveText, percent } from './promises.ts';
import { BEARABLE, unknownLimit } from './unknown.ts';

const revenueMeasure = (): string => `sum: { field: ${ownId('amount')}, stage: ${ownId('won')} }`;

/** What is won, in money where the export holds amounts, and in any case in customers. */
export const winTrials = (revenue: boolean): readonly string[] => {
  const trial = (id: string, measure: string, unit: Unit): string =>
    objectiveText({ id, title: 'x', measure, target: `>= 1 per ${unit}`, comments: [] });
  return [
    trial('new-customers', countMeasure('won'), 'quarter'),
    trial('new-customers-month', countMeasure('won'), 'month'),
    ...(revenue
      ? [
          trial('new-business', revenueMeasure(), 'quarter'),
          trial('new-business-month', revenueMeasure(), 'month'),
        ]
      : []),
  ];
};

type Unit = 'quarter' | 'month';

/** Why nothing is promised of wins; null where the past can place at least half of them in time. */
export function mostlyUndated(past: Compliance): string | null {
  const wins = past.undated.find(({ id }) => id === 'new-customers');
  return !wins || wins.unknown * 2 <= wins.of
    ? null
    : t`Nothing is promised of wins: ${wins.unknown} of ${wins.of} have no date that counts, so that they are of no month. Export the date on which each was won.`;
}

/** What the export holds of amounts. */
interface Money {
  /** The code of the currency whose sign each of them bears; null where the cells do not tell. */
  readonly currency: string | null;
}

/**
 * The objective of both teams; null where nothing was ever won. Money only where the past lets it be added
 * up.
 */
export function wins(
  past: Compliance,
  money: Money | null,
  wanted: number,
): { readonly text: string; readonly revenue: boolean } | null {
  const unknown = unknownParts(past, 'new-business');
  const revenue = money !== null && unknown.worst <= BEARABLE;
  const quarterly = revenue ? 'new-business' : 'new-customers';
  // Quarters that are cut say little of a whole one: months say more.
  const unit: Unit = isCut(past, quarterly) ? 'month' : 'quarter';
  const trial = unit === 'quarter' ? quarterly : `${quarterly}-month`;
  const { n, part } = wholeTarget(past, trial, wanted);
  if (part === 0) return null;
  const periods = resultsOf(past, trial);
  const limit = unknownLimit(past, trial);
  const text = objectiveText({
    id: ownId('new-business'),
    title: revenue
      ? t`New revenue that both teams bring in together`
      : t`New customers that both teams bring in together`,
    measure: revenue ? revenueMeasure() : countMeasure('won'),
    target:
      revenue && money.currency !== null ? `>= ${n} ${money.currency} per ${unit}` : `>= ${n} per ${unit}`,
    comments: [
      [
        ...reachedText(past, trial, unit, part),
        ...(revenue && money.currency === null
          ? [t`Add a currency if you like: ">= ${n} EUR per ${unit}".`]
          : []),
        ...(covered(periods).length < periods.length ? [say(LEFT_OUT[unit])] : []),
      ].join(' '),
      ...(money !== null && !revenue
        ? [
            t`Customers are counted and their amounts are not added up: ${percent(unknown.all)} of them have none.`,
          ]
        : []),
      ...(limit === null ? [] : [limit.why]),
    ],
    maxUnknown: limit?.percent ?? null,
  });
  return { text, revenue };
}

const LEFT_OUT: Readonly<Record<Unit, string>> = {
  quarter: mark`Quarters before the first and after the last such lead are left out.`,
  month: mark`Months before the first and after the last such lead are left out.`,
};

function reachedText(past: Compliance, trial: string, unit: Unit, part: number): readonly string[] {
  if (isCut(past, trial))
    return [t`The export has wins of so few months that each may be cut: look at the target again later.`];
  return unit === 'quarter'
    ? [t`Reached in ${percent(part)} of the quarters of the export, the first and the last left out.`]
    : [t`Reached in ${percent(part)} of the months of the export, the first and the last left out.`];
}
