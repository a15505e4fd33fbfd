import type { Result } from '../model/compliance.ts';

/**
 * A part of a promise as it is told. One part of a number has no verdict: the target is owed by all parts
 * together. Nor has a person of whom fewer cases are decided than a percentage needs. Null for the whole
 * where parts may have the same values.
 */
export function partAsTold(part: Result, whole: Result | null, isOfPerson: boolean): Result {
  if (part.target.of === 'number') return withShare(part, whole);
  return isOfPerson && hasFew(part) && isSaid(part) ? withoutVerdict(part) : part;
}

/** Its share of the whole stands in the place of the verdict. */
function withShare(part: Result, whole: Result | null): Result {
  const all = whole?.value ?? 0;
  const shareOfWhole = all > 0 ? (part.value ?? 0) / all : null;
  const extras = { ...part.extras, shareOfWhole };
  return { ...withoutVerdict(part), worst: null, best: null, noVerdict: null, extras };
}

const withoutVerdict = (part: Result): Result => ({ ...part, verdict: null, outlook: null });

const hasFew = ({ counts, minCases }: Result): boolean => counts.met + counts.breached < minCases;

/** That there are no data, or too many unknown, is no verdict on anybody. */
const isSaid = ({ verdict }: Result): boolean =>
  verdict === 'met' || verdict === 'missed' || verdict === 'open';
