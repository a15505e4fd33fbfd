import { t } from '../../../messages/index.ts';
import { ownId } from '../../../messages/own-ids.ts';
import type { Compliance } from '../../../model/compliance.ts';
import { reachedIn, roundPercent } from '../../../plan/past.ts';
import { kept, resultsOf, share } from './past.ts';
import { percent, rateText, type Settled, winsMeasure, wonMeasure } from './promises.ts';

/** Days after which a lead that is not won is told so, the fewest first. */
const DAYS = [30, 60, 90, 180, 365, 730] as const;

/** Of the wins of the past so many came within the limit that is proposed. */
const MOST_WINS = 0.8;

const trialOf = (days: number): string => `customers-${days}`;

/** All that were won, and those that were within each limit. */
export const customerTrials = (
  start: string,
): readonly { readonly id: string; readonly measure: string }[] => [
  { id: 'customers', measure: winsMeasure(start) },
  ...DAYS.map((days) => ({ id: trialOf(days), measure: wonMeasure(start, days) })),
];

/**
 * What sales can promise where the export tells neither contact nor answer. With a limit of time, so that a
 * young lead is open and not lost: the shortest in which most wins of the past came.
 */
export function customers(past: Compliance, start: string, part: number): Settled {
  const wins = kept(past, 'customers');
  const all = rateText(share(wins));
  const inTime = (days: number): number => kept(past, trialOf(days)).met / Math.max(1, wins.met);
  const days = DAYS.find((each) => inTime(each) >= MOST_WINS);
  if (wins.met === 0)
    return t`"${ownId('customers')}" is not proposed: of the leads of the past ${all} became one.`;
  if (days === undefined)
    return t`"${ownId('customers')}" is not proposed: of the leads of the past ${all} became one, but ${percent(inTime(730))} of those within ${730} days.`;
  const months = resultsOf(past, trialOf(days)).filter(
    ({ counts }) => counts.pending === 0 && counts.met + counts.breached > 0,
  );
  const rates = months.flatMap(({ attainment }) => attainment ?? []);
  if (rates.length === 0)
    return t`"${ownId('customers')}" is not proposed: ${percent(inTime(days))} of the wins came within ${days} days, and no month of the export is as old.`;
  const reached = reachedIn(rates, part) ?? 0;
  const met = months.reduce((sum, { counts }) => sum + counts.met, 0);
  const judged = met + months.reduce((sum, { counts }) => sum + counts.breached, 0);
  const most = Math.floor((reached >= 0.01 ? reached : met / judged) * 100 + 1e-9);
  const n = roundPercent(Math.min(99, most));
  if (n < 1) return t`"${ownId('customers')}" is not proposed: of the leads of the past ${all} became one.`;
  const kepts = rates.filter((rate) => rate >= n / 100 - 1e-9).length / rates.length;
  return {
    id: ownId('customers'),
    trial: trialOf(days),
    by: 'sales',
    promise: t`${n}% of the leads become customers within ${days} days`,
    measure: wonMeasure(start, days),
    target: `>= ${n}%`,
    comments: [
      t`${percent(inTime(days))} of the wins came within ${days} days, and younger leads are still open. Reached in ${percent(kepts)} of the months that are old enough.`,
    ],
  };
}
