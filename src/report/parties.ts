import { t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import type { Compliance, Result } from '../model/compliance.ts';
import { cutName, cutValue } from './recycled.ts';

/** A team as its agreement calls it: its title, else its id. */
export const teamTitle = (team: string, { agreement }: Compliance): string =>
  agreement.teams?.[team] ?? (team === 'sponsor' ? t`sponsor` : team);

/** `Sales owes Marketing`; French names no article, as it does not know a title's gender. */
export function owesText(result: Result, compliance: Compliance): string {
  const { owedBy, owedTo, sharedBy, partOf } = result;
  const name = (team: string) => teamTitle(team, compliance);
  // A part stands under its whole.
  if (owedBy === null || partOf !== undefined)
    return sharedBy.length === 0 ? t`shared` : t`shared by ${allOf(sharedBy.map(name))}`;
  return owedTo === null ? t`${name(owedBy)} owes` : t`${name(owedBy)} owes ${name(owedTo)}`;
}

/** What is cut from a promise, and a part of an objective, stand under the whole. */
export const indentOf = ({ by, partOf }: Result): 0 | 1 => (by === null && partOf === undefined ? 0 : 1);

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

/** `of which Marketing: leads of the web site`: a promise as its row names it, given what it is called there. */
export function rowName(result: Result, name: string, compliance: Compliance): string {
  const { owedBy, partOf } = result;
  if (partOf === undefined || owedBy === null) return name;
  return t`of which ${teamTitle(owedBy, compliance)}: ${name}`;
}

/** `owner: Ana, country: FR`; a blank cell is `(blank)`. */
export function groupText(result: Result, { agreement }: Compliance): string {
  return Object.keys(result.by ?? {})
    .map(
      (field) => t`${cutName(field, [result], agreement.headers)}: ${cutValue(field, result) || t`(blank)`}`,
    )
    .join(', ');
}
