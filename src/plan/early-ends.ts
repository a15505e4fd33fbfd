import type { EndedEarly } from '../model/compliance.ts';

/** Cases that one end made met before they were tried often enough, in one period and one group. */
export interface EarlyEnds {
  /** Index into the periods. */
  readonly period: number;
  readonly by: readonly (string | null)[];
  readonly words: NonNullable<EndedEarly['words']>;
  readonly cases: number;
}

/** More words than these are told together: a field of free text has a value of its own for each lead. */
const MOST = 12;

/** The early ends of one result added up by their words, the most frequent first; `groups` is null for the whole. */
export function endedEarlyOf(
  group: readonly { readonly earlyEnds: readonly EarlyEnds[] }[],
  period: number,
  groups: readonly (readonly (string | null)[])[] | null,
): readonly EndedEarly[] {
  const cuts = groups?.map((by) => JSON.stringify(by)) ?? null;
  const added = new Map<string, EndedEarly>();
  for (const { words, cases, ...each } of group.flatMap(({ earlyEnds }) => earlyEnds)) {
    if (each.period !== period || (cuts !== null && !cuts.includes(JSON.stringify(each.by)))) continue;
    const key = JSON.stringify(Object.entries(words));
    added.set(key, { words, cases: (added.get(key)?.cases ?? 0) + cases });
  }
  const sorted = [...added]
    .sort(([a, x], [b, y]) => y.cases - x.cases || (a < b ? -1 : 1))
    .map(([, each]) => each);
  if (sorted.length <= MOST) return sorted;
  const rest = sorted.slice(MOST - 1).reduce((sum, { cases }) => sum + cases, 0);
  return [...sorted.slice(0, MOST - 1), { words: null, cases: rest }];
}
