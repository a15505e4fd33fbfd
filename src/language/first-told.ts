import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';

/** Problems of one file of which each is told. Who has more mends these first: 45,000 of them were 20 MB to read. */
const MOST_TOLD = 1000;

/** The same of what the validator says of the schema: several of its errors may be one problem. */
export const MOST_EXPLAINED = 3000;

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * The first problems of a file in their order, and that there are more. An error is told before a warning, wherever it
 * stands: else a thousand warnings would hide it, and what ends a run would pass.
 */
export function firstTold(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  if (problems.length <= MOST_TOLD) return problems;
  const bySeverity = problems.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  const kept = new Set(bySeverity.slice(0, MOST_TOLD));
  const [worst] = bySeverity.slice(MOST_TOLD);
  const told = problems.filter((each) => kept.has(each));
  if (worst === undefined) return told;
  const message = t`There are more than ${whole(MOST_TOLD)} problems, and those from here on are not told`;
  return [...told, { ...worst, message, help: t`mend those before it first` }];
}
