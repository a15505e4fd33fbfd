import type { Result } from '../model/compliance.ts';
import { decidedOf } from './number.ts';
import type { Tone } from './table.ts';

/** `met`, `open, at risk`; the word is the verdict, whatever the colour. */
export function verdictText(result: Result): string {
  return result.verdict === 'open' && result.outlook !== null ? `open, ${result.outlook}` : result.verdict;
}

/** None below the fewest cases: a colour would claim what a handful of cases can't. */
export function toneOf(result: Result): Tone | undefined {
  if (result.target.of === 'rate' && decidedOf(result) < result.minCases) return undefined;
  if (result.verdict === 'met') return 'good';
  if (result.verdict === 'missed') return 'bad';
  if (result.verdict === 'no data') return 'quiet';
  if (result.verdict === 'no verdict') return 'watch';
  return result.outlook === 'at risk' ? 'watch' : undefined;
}
