import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Compliance, Result } from '../../model/compliance.ts';
import { inOrder, type PromiseFacts } from './facts.ts';

/** A team as its agreement calls it: its title, else its id. */
export const titleOf = (team: string, { agreement }: Compliance): string =>
  agreement.teams?.[team] ?? (team === 'sponsor' ? t`sponsor` : team);

/** Who owes a promise, or shares it. */
export function teamOf({ owedBy, sharedBy }: Result, compliance: Compliance): string {
  if (owedBy !== null) return titleOf(owedBy, compliance);
  return sharedBy.length === 0 ? t`shared` : allOf(sharedBy.map((team) => titleOf(team, compliance)));
}

/** `Sales owes Marketing`; French names no article, as it does not know a title's gender. */
function owesText({ owedBy, owedTo, sharedBy }: Result, compliance: Compliance): string {
  const name = (team: string) => titleOf(team, compliance);
  if (owedBy === null) return sharedBy.length === 0 ? t`shared` : t`shared by ${allOf(sharedBy.map(name))}`;
  return owedTo === null ? t`${name(owedBy)} owes` : t`${name(owedBy)} owes ${name(owedTo)}`;
}

/** Promises by who owes whom, commitments first, each in the order of the agreement. */
export function byParties(
  promises: readonly PromiseFacts[],
  compliance: Compliance,
): ReadonlyMap<string, readonly PromiseFacts[]> {
  const groups = new Map<string, PromiseFacts[]>();
  for (const one of inOrder(promises)) {
    const owes = owesText(one.newest, compliance);
    groups.set(owes, [...(groups.get(owes) ?? []), one]);
  }
  return groups;
}
