import { t } from '../../../messages/index.ts';
import type { Compliance } from '../../../model/compliance.ts';
import { covered, resultsOf, unknownParts, wholeTarget } from './past.ts';
import { countMeasure, objectiveText, percent } from './promises.ts';
import { BEARABLE, unknownLimit } from './unknown.ts';

const REVENUE = 'sum: { field: amount, stage: won }';

/** What is won, in money where the export holds amounts, and in any case in customers. */
export const winTrials = (revenue: boolean): readonly string[] => [
  objectiveText({
    id: 'new-customers',
    title: 'x',
    measure: countMeasure('won'),
    target: '>= 1 per quarter',
    comments: [],
  }),
  ...(revenue
    ? [
        objectiveText({
          id: 'new-business',
          title: 'x',
          measure: REVENUE,
          target: '>= 1 per quarter',
          comments: [],
        }),
      ]
    : []),
];

/**
 * The objective of both teams; null where nothing was ever won. Money only where the past lets it be added
 * up.
 */
export function wins(
  past: Compliance,
  hasAmount: boolean,
  wanted: number,
): { readonly text: string; readonly revenue: boolean } | null {
  const unknown = unknownParts(past, 'new-business');
  const revenue = hasAmount && unknown.worst <= BEARABLE;
  const trial = revenue ? 'new-business' : 'new-customers';
  const { n, part } = wholeTarget(past, trial, wanted);
  if (part === 0) return null;
  const quarters = resultsOf(past, trial);
  const limit = unknownLimit(past, trial);
  const text = objectiveText({
    id: 'new-business',
    title: revenue
      ? t`New revenue that both teams bring in together`
      : t`New customers that both teams bring in together`,
    measure: revenue ? REVENUE : countMeasure('won'),
    target: `>= ${n} per quarter`,
    comments: [
      [
        revenue
          ? t`Reached in ${percent(part)} of the quarters of the export. Add a currency if you like: ">= ${n} EUR per quarter".`
          : t`Reached in ${percent(part)} of the quarters of the export.`,
        ...(covered(quarters).length < quarters.length
          ? [t`Quarters before the first and after the last such lead are left out.`]
          : []),
      ].join(' '),
      ...(hasAmount && !revenue
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
