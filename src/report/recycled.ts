import { t } from '../messages/index.ts';
import type { Result } from '../model/compliance.ts';

/** A result's cases of leads that came back, as a result of their own without a verdict; null where there are none. */
export function recycledPart(result: Result): Result | null {
  const { recycled } = result;
  if (recycled === null || Object.values(recycled.counts).every((n) => n === 0)) return null;
  return { ...result, ...recycled, worst: null, best: null, verdict: null, outlook: null, extras: {} };
}

/** The name of their line, under that of all cases. */
export const recycledName = (): string => t`of which recycled`;
