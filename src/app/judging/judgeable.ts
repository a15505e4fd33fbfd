import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Family } from '../agreements/family.ts';
import type { Loaded } from '../agreements/load.ts';
import { asFatal, isFatalError } from '../findings/fatal.ts';
import { besideFolded, type TellingCommand } from '../findings/folded.ts';

export interface Judgeable {
  readonly families: readonly Family[];
  /** Of what was read and of what was asked: an agreement that can't be judged is no answer. */
  readonly findings: readonly Diagnostic[];
}

/**
 * The agreements that can be judged: one with an error hides none of the others, and a slip in what was
 * `asked` leaves none. An error of a lint rule is told, and judged. What is found in experiments and disputes is told in
 * one line by a command that is not `telling` of them.
 */
export function judgeableOf(
  loaded: Loaded,
  asked: readonly Diagnostic[],
  telling: TellingCommand | null = null,
): Judgeable {
  const found = [...besideFolded(loaded.findings, telling), ...asked];
  const broken = new Set(found.filter(isFatalError).map(({ place }) => place?.file));
  const isUnclear = asked.some((each) => isFatalError(each) && !each.place);
  const families = loaded.families.filter(({ versions }) => versions.every(({ file }) => !broken.has(file)));
  return { families: isUnclear ? [] : families, findings: found.map(asFatal) };
}
