import { foldedValue } from '../model/folded.ts';
import { countBy, type Tally } from './tallies.ts';

/**
 * Which groups of too few cases are told as one: none; those of each period, for who may not see a handful;
 * those that have too few in all periods together, where a group is to be followed through them.
 */
export type Folding = 'none' | 'in-each-period' | 'over-all-periods';

/** Entries by the values of their cases, as JSON; under another name where one is given for these. */
export function grouped<T extends { readonly tally: Tally }>(
  entries: readonly T[],
  names: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const values = JSON.stringify(entry.tally.by);
    const key = names.get(values) ?? values;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}

/** The names of the groups that are told as one, by their values: those that have too few of all these cases. */
export function foldedNames(tallies: readonly Tally[], fewest: number): ReadonlyMap<string, string> {
  const told = folded(grouped(tallies.map((tally) => ({ tally }))), fewest);
  return new Map(
    [...told].flatMap(([key, own]) =>
      own.map(({ tally }): [string, string] => [JSON.stringify(tally.by), key]),
    ),
  );
}

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
