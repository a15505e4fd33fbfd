import type { Target } from '../../model/agreement.ts';
import { FEWEST, type PastPeriod, type Seasonal } from '../../model/calibration.ts';
import { roundFigure } from '../../plan/past.ts';

/** Below this part of the usual a period is another season: August, or the end of the year. */
const LOW = 0.6;

/** The periods of a number that is to be large which reached far less than the others do. */
export function seasonalOf(target: Target, periods: readonly PastPeriod[]): readonly Seasonal[] {
  if (target.of !== 'number' || target.cmp !== '>=') return [];
  const used = periods.filter((each) => each.used && each.target === target.value);
  const values = used.flatMap(({ reached }) => reached ?? []).sort((a, b) => a - b);
  const median = values[Math.floor((values.length - 1) / 2)] ?? 0;
  if (values.length <= FEWEST) return [];
  return used.flatMap(({ period, reached }) => {
    if (reached === null || reached >= median * LOW) return [];
    const own = roundFigure(Math.floor(reached));
    // Nothing at all is a miss and no season: a target of nought promises nothing.
    return own < 1 ? [] : [{ period: period.label, reached, median, target: own }];
  });
}
