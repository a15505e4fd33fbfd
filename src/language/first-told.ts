import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Problems of one file of which each is told. Who has more mends these first: 45,000 of them were 20 MB to read. */
const MOST_TOLD = 1000;

/** The same of what the validator says of the schema: several of its errors may be one problem. */
export const MOST_EXPLAINED = 3000;

/** The first problems of a file in their order, and that there are more. */
export function firstTold(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const next = problems[MOST_TOLD];
  if (next === undefined) return problems;
  const more: Diagnostic = {
    ...next,
    message: t`There are more than ${whole(MOST_TOLD)} problems, and those from here on are not told`,
    help: t`mend those before it first`,
  };
  return [...problems.slice(0, MOST_TOLD), more];
}
