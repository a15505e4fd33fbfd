import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Case, Result } from '../model/compliance.ts';
import { foldedValue } from '../model/folded.ts';
import { fieldWords } from './names.ts';
import { yesOrNo } from './words.ts';

/**
 * Of the whole, the cases of leads that came back, as a result of their own without a verdict: the target
 * is for all together. Null where there are none, and where the results are cut by that very thing.
 */
export function recycledPart(result: Result, all: readonly Result[]): Result | null {
  const { recycled, by } = result;
  if (by !== null || recycled === null || Object.values(recycled.counts).every((n) => n === 0)) return null;
  if (all.some((each) => each.by !== null && Object.hasOwn(each.by, 'recycled'))) return null;
  const none = { worst: null, best: null, verdict: null, noVerdict: null, outlook: null, extras: {} };
  return { ...result, ...recycled, ...none };
}

/** The name of their line, under that of all cases. */
export const recycledName = (): string => t`of them recycled`;

/** Whether the lead of a case had been handed over before; null where the data can't tell. */
export const isRecycled = ({ handOver }: Case): boolean | null => (handOver === null ? null : handOver > 1);

/**
 * Whether a field by which results are cut is that of who came back: its name and values are ours, all
 * others are the agreement's.
 */
const isOurs = (field: string, { recycled }: Result): boolean => field === 'recycled' && recycled !== null;

/** The name of a field by which results are cut, as people read it. */
export function cutName(
  field: string,
  results: readonly Result[],
  headers?: Readonly<Record<string, string>>,
): string {
  return results.some((result) => isOurs(field, result)) ? t`recycled` : fieldWords(field, headers);
}

/**
 * The value of a field by which a result is cut, as people read it; null for a blank cell, and for the
 * whole.
 */
export function cutValue(field: string, result: Result): string | null {
  const value = result.by?.[field] ?? null;
  if (value === foldedValue(result.minCases)) return t`(fewer than ${whole(result.minCases)} cases)`;
  return value !== null && isOurs(field, result) ? yesOrNo(value === 'yes') : value;
}
