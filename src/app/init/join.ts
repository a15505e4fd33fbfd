import type { RoleName, SniffColumn } from '../../model/sniff.ts';
import { type DateOrder, type Mapping, mappingOf, withOrder } from './mapping.ts';
import type { More } from './more.ts';
import { withSureWon } from './won.ts';

export interface Joint {
  readonly mapping: Mapping;
  /** Roles whose columns are in another source than the leads', by role. */
  readonly elsewhere: Readonly<Partial<Record<RoleName, string>>>;
}

/** What a table of deals adds to the leads: they go together, or not at all. */
const DEAL: readonly RoleName[] = ['won', 'amount', 'status'];

/** Where the leads say themselves which were won. */
const AMOUNT: readonly RoleName[] = ['amount'];

/** The columns of the leads, and those of the first table that says which of them were won. */
export function withMore(mapping: Mapping, more: readonly More[], order: DateOrder | null): Joint {
  const wanted = mapping.won ? AMOUNT : DEAL;
  if (mapping.won && mapping.amount) return { mapping, elsewhere: {} };
  for (const { name, sniff, link, touch } of more) {
    if (touch !== null) continue;
    const roles = order === null ? mappingOf(sniff) : withOrder(mappingOf(sniff), order);
    const deal = withSureWon(
      Object.fromEntries(
        wanted.flatMap((role) => {
          const column = roles[role];
          return column && column.name !== link.name && isSure(column) ? [[role, column] as const] : [];
        }),
      ),
    );
    if (!deal.won && !(mapping.won && deal.amount)) continue;
    const kept = Object.fromEntries(
      Object.entries(mapping).filter(([role]) => !DEAL.includes(role as RoleName) || !deal[role as RoleName]),
    );
    const elsewhere = Object.fromEntries(Object.keys(deal).map((role) => [role, name]));
    return { mapping: { ...kept, ...deal }, elsewhere };
  }
  return { mapping, elsewhere: {} };
}

const isSure = ({ type, format }: SniffColumn): boolean =>
  (type !== 'date' && type !== 'datetime') || format !== null;
