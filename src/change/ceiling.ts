import type { Target } from '../model/agreement.ts';
import type { TermChange } from '../model/change.ts';

/**
 * A term as the target sees it: what makes a case easier to meet helps to reach a floor and makes it harder
 * to stay under a ceiling.
 */
export function seenThrough(before: Target, after: Target, change: TermChange): TermChange {
  if (change.class !== 'weakened' && change.class !== 'tightened') return change;
  if (before.cmp !== after.cmp) return { ...change, class: 'open' };
  if (before.cmp === '>=') return change;
  return { ...change, class: change.class === 'weakened' ? 'tightened' : 'weakened' };
}
