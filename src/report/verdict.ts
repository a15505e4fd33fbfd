import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Result } from '../model/compliance.ts';
import { isOfSteps } from '../model/target.ts';
import { undatedText } from './no-period.ts';
import { decidedOf, wholePercent } from './number.ts';
import type { Tone } from './table.ts';
import { wordOf } from './words.ts';

/**
 * `met`, `open, at risk`, `no verdict, in force 27 of 31 days`; the word is the verdict, whatever the
 * colour.
 */
export function verdictText(result: Result): string {
  if (result.verdict === null) return partText(result);
  const word = wordOf(result.verdict);
  const why = noVerdictText(result);
  if (why !== null) return `${word}, ${why}`;
  return result.verdict === 'open' && result.outlook !== null ? `${word}, ${wordOf(result.outlook)}` : word;
}

/**
 * In place of the verdict that a part does not have: `31% of the whole`, or that a person has fewer cases than
 * a percentage needs.
 */
export function partText({ target, minCases, extras: { shareOfWhole } }: Result): string {
  if (target.of === 'rate') return t`fewer than ${whole(minCases)} cases`;
  return typeof shareOfWhole === 'number' ? t`${wholePercent(shareOfWhole)} of the whole` : '';
}

/** Why there is no verdict, where no other column says so: `in force 27 of 31 days`, `15 of 30 have no date`. */
export function noVerdictText({ noVerdict }: Result): string | null {
  const { days = null, undated = null } = noVerdict ?? {};
  if (days !== null) return t`in force ${whole(days.inForce)} of ${whole(days.period)} days`;
  return undated && undatedText(undated);
}

/** None below the fewest cases: a colour would claim what a handful of cases can't. */
export function toneOf(result: Result): Tone | undefined {
  if (result.target.of === 'rate' && !isOfSteps(result.target) && decidedOf(result) < result.minCases)
    return undefined;
  if (result.verdict === 'met') return 'good';
  if (result.verdict === 'missed') return 'bad';
  if (result.verdict === 'no data') return 'quiet';
  if (result.verdict === 'no verdict') return result.noVerdict?.why === 'partial-period' ? 'quiet' : 'watch';
  return result.outlook === 'at risk' ? 'watch' : undefined;
}
