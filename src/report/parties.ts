import { t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import type { Result } from '../model/compliance.ts';
import { cutName, cutValue } from './recycled.ts';

/** Who owes what to whom: `sales owes marketing`. */
function partiesOf(result: Result): string {
  if (result.kind === 'commitment' && result.owedBy !== null) {
    return result.owedTo === null ? t`${result.owedBy} owes` : t`${result.owedBy} owes ${result.owedTo}`;
  }
  return result.sharedBy.length === 0 ? t`shared` : t`shared by ${allOf(result.sharedBy)}`;
}

/** In the order of first appearance, commitments before objectives. */
export function byParties(results: readonly Result[]): ReadonlyMap<string, readonly Result[]> {
  const groups = new Map<string, Result[]>();
  for (const kind of ['commitment', 'objective'] as const) {
    for (const result of results.filter((each) => each.kind === kind)) {
      const parties = partiesOf(result);
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
