import type { Result } from '../../model/compliance.ts';
import { foldedValue } from '../../model/folded.ts';
import type { Tally } from '../../plan/tallies.ts';

/** Leads that have the same values in the fields by which results are cut, or several such groups told as one. */
export interface Group {
  readonly by: NonNullable<Result['by']>;
  /** Whether cases that have these values are of it. */
  readonly has: (by: Tally['by']) => boolean;
}

/** The groups of the results of one promise, in their order, each with its results. */
export function groupsOf(
  results: readonly Result[],
): readonly { readonly group: Group; readonly results: readonly Result[] }[] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    if (result.by === null) continue;
    const key = keyOf(Object.values(result.by));
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const told = (by: Tally['by']): boolean => groups.has(keyOf(by));
  return [...groups].flatMap(([key, own]) => {
    const by = own[0]?.by;
    if (!by) return [];
    // What no result has by its own values is among those that are told as one.
    const isFolded = key === keyOf(Object.values(by).map(() => foldedValue(own[0]?.minCases ?? 0)));
    return [{ group: { by, has: (each) => (isFolded ? !told(each) : keyOf(each) === key) }, results: own }];
  });
}

const keyOf = (by: readonly (string | null)[]): string => JSON.stringify(by);
