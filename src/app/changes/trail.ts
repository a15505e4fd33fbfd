import type { HistoryCommit } from '../../files/git.ts';
import type { Acceptance, Change } from '../../model/change.ts';
import { type Day, MS_PER_DAY } from '../../model/time.ts';
import { isFatalError } from '../findings/fatal.ts';
import { acceptedOf } from './accepted.ts';
import { changesOf, readPair } from './pair-changes.ts';
import { pairSides } from './pairs.ts';
import type { Side } from './sides.ts';

/** When the commits that a merge brought in first had a change or an acceptance, `YYYY-MM-DD`. */
export interface Trail {
  readonly proposed: (change: Change) => string | null;
  readonly accepted: (entry: Acceptance) => string | null;
}

/** Each commit of a branch, oldest first, against the state into which it was merged. */
export async function trailOf(
  commits: readonly HistoryCommit[],
  base: Side,
  at: (commit: string) => Promise<Side>,
): Promise<Trail> {
  const proposed = new Map<string, string>();
  const accepted = new Map<string, string>();
  for (const { commit, date, written } of commits) {
    const head = await at(commit);
    // What could not be read there was not proposed there.
    if (head.loaded.findings.some(isFatalError)) continue;
    const sides = { base, head };
    const { pairs } = pairSides(sides);
    for (const pair of pairs)
      for (const change of changesOf(pair, await readPair(pair, sides), dayOf(date)))
        keepFirst(proposed, changeKey(change), written);
    const { files } = await acceptedOf(pairs, sides);
    for (const entry of files.flatMap(({ fresh }) => fresh)) keepFirst(accepted, entryKey(entry), written);
  }
  return {
    proposed: (change) => proposed.get(changeKey(change)) ?? null,
    accepted: (entry) => accepted.get(entryKey(entry)) ?? null,
  };
}

function keepFirst(dates: Map<string, string>, key: string, date: string): void {
  if (!dates.has(key)) dates.set(key, date);
}

/** The same term with the same new value: what it rests on may have moved since. */
const changeKey = ({ key, to }: Change): string => JSON.stringify([key, to]);

const entryKey = ({ agreement, commitment, rule, from, to, by, bound }: Acceptance): string =>
  JSON.stringify([agreement, commitment, rule, from, to, by, bound?.before, bound?.after]);

const dayOf = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
