import { foldedValue } from '../model/folded.ts';
import { countBy, type Tally } from './tallies.ts';

/**
 * Groups of too few decided cases told as one, so that nobody is told from a handful. Where these together are too few
 * as well, the smallest of the others goes with them: else the whole would tell them by a subtraction.
 */
export function folded<T extends { readonly tally: Tally }>(
  groups: ReadonlyMap<string, readonly T[]>,
  fewest: number,
): ReadonlyMap<string, readonly T[]> {
  const decided = (own: readonly T[]): number => {
    const { met, breached } = countBy(own.map(({ tally }) => tally));
    return met + breached;
  };
  const smallestFirst = [...groups].sort(([, a], [, b]) => decided(a) - decided(b));
  const others: [string, readonly T[]][] = [];
  let together = 0;
  for (const group of smallestFirst) {
    const own = decided(group[1]);
    const isFew = own < fewest || (others.length > 0 && together < fewest);
    if (!isFew) break;
    others.push(group);
    together += own;
  }
  const [first] = others;
  if (!first) return groups;
  const kept = [...groups].filter(([key]) => !others.some(([other]) => other === key));
  const { by } = first[1][0]?.tally ?? { by: [] };
  const name = JSON.stringify((by ?? []).map(() => foldedValue(fewest)));
  return new Map([...kept, [name, others.flatMap(([, own]) => own)]]);
}
