import { t } from '../messages/index.ts';
import type { Result } from '../model/compliance.ts';

/**
 * Of the whole, the cases of leads that came back, as a result of their own without a verdict: the target is for all together. Null
 * where there are none, and where the results are cut by that very thing.
 */
export function recycledPart(result: Result, all: readonly Result[]): Result | null {
  const { recycled, by } = result;
  if (by !== null || recycled === null || Object.values(recycled.counts).every((n) => n === 0)) return null;
  if (all.some((each) => each.by !== null && Object.hasOwn(each.by, 'recycled'))) return null;
  return { ...result, ...recycled, worst: null, best: null, verdict: null, outlook: null, extras: {} };
}

/** The name of their line, under that of all cases. */
export const recycledName = (): string => t`of them recycled`;
