import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Compliance, Result } from '../../model/compliance.ts';
import { owesText, teamTitle } from '../parties.ts';
import { inOrder, type PromiseFacts } from './facts.ts';
import { initial } from './periods.ts';

/** Who owes a promise, or shares it. */
export function teamOf({ owedBy, sharedBy }: Result, compliance: Compliance): string {
  if (owedBy !== null) return teamTitle(owedBy, compliance);
  return sharedBy.length === 0 ? t`shared` : allOf(sharedBy.map((team) => teamTitle(team, compliance)));
}

/** Promises under a title that says who owes whom, commitments first, each in the order of the agreement. */
export function byParties(
  promises: readonly PromiseFacts[],
  compliance: Compliance,
): ReadonlyMap<string, readonly PromiseFacts[]> {
  const groups = new Map<string, PromiseFacts[]>();
  for (const one of inOrder(promises)) {
    const owes = initial(owesText(one.newest, compliance));
    groups.set(owes, [...(groups.get(owes) ?? []), one]);
  }
  return groups;
}
