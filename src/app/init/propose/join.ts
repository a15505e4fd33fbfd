import type { RoleName, SniffColumn } from '../../../model/sniff.ts';
import { type DateOrder, type Mapping, mappingOf, withOrder } from '../ask/mapping.ts';
import { withSureWon } from '../ask/won.ts';
import type { More } from './more.ts';

export interface Joint {
  readonly mapping: Mapping;
  /** Roles whose columns are in another source than the leads', by role. */
  readonly elsewhere: Readonly<Partial<Record<RoleName, string>>>;
}

/** What a table of deals adds to the leads: they go together, or not at all. */
const DEAL: readonly RoleName[] = ['won', 'amount', 'status'];

/** Where the leads say themselves which were won. */
const AMOUNT: readonly RoleName[] = ['amount'];

/**
 * What the exports say of wins and amounts, each way of reading them: the leads' own date of winning first,
 * with the amounts of the first table that has some; then the date and the amount of one and the same row
 * of that table.
 */
export function withMore(
  mapping: Mapping,
  more: readonly More[],
  order: DateOrder | null,
): readonly [Joint, ...Joint[]] {
  const own: Joint = { mapping, elsewhere: {} };
  if (mapping.won && mapping.amount) return [own];
  const deals = joined({ mapping, more, order, wanted: DEAL, needed: 'won' });
  if (!mapping.won) return [deals ?? own];
  const amounts = joined({ mapping, more, order, wanted: AMOUNT, needed: 'amount' });
  if (amounts === null) return [own];
  if (!deals?.mapping.amount) return [amounts];
  // A lead that names its deal was converted, not won: that the deal says.
  const isNamed = more.some(({ name, ref }) => ref !== null && name === deals.elsewhere.won);
  return isNamed ? [deals, amounts] : [amounts, deals];
}

/** The mapping with those columns of the first table that has the one needed. */
function joined({
  mapping,
  more,
  order,
  wanted,
  needed,
}: {
  readonly mapping: Mapping;
  readonly more: readonly More[];
  readonly order: DateOrder | null;
  readonly wanted: readonly RoleName[];
  readonly needed: RoleName;
}): Joint | null {
  for (const { name, sniff, link, touch, history } of more) {
    if (touch !== null || history !== null) continue;
    const roles = order === null ? mappingOf(sniff) : withOrder(mappingOf(sniff), order);
    const deal = withSureWon(
      Object.fromEntries(
        wanted.flatMap((role) => {
          const column = roles[role];
          return column && column.name !== link.name && isSure(column) ? [[role, column] as const] : [];
        }),
      ),
    );
    if (!deal[needed]) continue;
    const kept = Object.fromEntries(
      Object.entries(mapping).filter(([role]) => !DEAL.includes(role as RoleName) || !deal[role as RoleName]),
    );
    const elsewhere = Object.fromEntries(Object.keys(deal).map((role) => [role, name]));
    return { mapping: { ...kept, ...deal }, elsewhere };
  }
  return null;
}

const isSure = ({ type, format }: SniffColumn): boolean =>
  (type !== 'date' && type !== 'datetime') || format !== null;
