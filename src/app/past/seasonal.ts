import type { Target } from '../../model/agreement.ts';
import type { PastPeriod, Seasonal } from '../../model/calibration.ts';
import { roundFigure } from '../../plan/past.ts';
import { FEWEST } from './proposals.ts';

/** Below this part of the usual a period is another season: August, or the end of the year. */
const LOW = 0.6;

/** The periods of a number that is to be large which reached far less than the others do. */
export function seasonalOf(target: Target, periods: readonly PastPeriod[]): readonly Seasonal[] {
  if (target.of !== 'number' || target.cmp !== '>=') return [];
  const used = periods.filter((each) => each.used && each.target === target.value);
  const values = used.flatMap(({ reached }) => reached ?? []).sort((a, b) => a - b);
  const median = values[Math.floor((values.length - 1) / 2)] ?? 0;
  if (values.length <= FEWEST) return [];
  return used.flatMap(({ period, reached }) =>
    reached === null || reached >= median * LOW
      ? []
      : [{ period: period.label, reached, median, target: roundFigure(Math.floor(reached)) }],
  );
}
