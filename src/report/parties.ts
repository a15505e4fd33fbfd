import { t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import type { Compliance, Result } from '../model/compliance.ts';
import { cutName, cutValue } from './recycled.ts';

/** A team as its agreement calls it: its title, else its id. */
export const teamTitle = (team: string, { agreement }: Compliance): string =>
  agreement.teams?.[team] ?? (team === 'sponsor' ? t`sponsor` : team);

/** `Sales owes Marketing`; French names no article, as it does not know a title's gender. */
export function owesText({ owedBy, owedTo, sharedBy }: Result, compliance: Compliance): string {
  const name = (team: string) => teamTitle(team, compliance);
  if (owedBy === null) return sharedBy.length === 0 ? t`shared` : t`shared by ${allOf(sharedBy.map(name))}`;
  return owedTo === null ? t`${name(owedBy)} owes` : t`${name(owedBy)} owes ${name(owedTo)}`;
}

/** In the order of first appearance, commitments before objectives. */
export function byParties(
  results: readonly Result[],
  compliance: Compliance,
): ReadonlyMap<string, readonly Result[]> {
  const groups = new Map<string, Result[]>();
  for (const kind of ['commitment', 'objective'] as const) {
    for (const result of results.filter((each) => each.kind === kind)) {
      const parties = owesText(result, compliance);
      groups.set(parties, [...(groups.get(parties) ?? []), result]);
    }
  }
  return groups;
}

/** `owner: Ana, country: FR`; a blank cell is `(blank)`. */
export function groupText(result: Result): string {
  return Object.keys(result.by ?? {})
    .map((field) => t`${cutName(field, [result])}: ${cutValue(field, result) || t`(blank)`}`)
    .join(', ');
}
