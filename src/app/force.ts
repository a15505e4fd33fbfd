import type { Span } from '../model/judge.ts';
import type { Micros } from '../model/time.ts';
import { localMidnight } from './instants.ts';
import type { Family, Sourced } from './families.ts';

/** Before and after every instant that an export can hold. */
const BEGINNING: Micros = -9e15;
const END: Micros = 9e15;

/** When each version of an agreement is in force, cut at local midnights of its own zone. */
export interface Force {
  readonly sourced: Sourced;
  readonly span: Span;
  /** Starts that no version covers, reported by the first version alone. */
  readonly orphans: readonly Span[];
}

export function forceOf({ versions }: Family): readonly Force[] {
  const spans = versions.map(({ agreement: { effective, timezone } }) => ({
    from: effective.from === null ? BEGINNING : localMidnight(timezone, effective.from),
    to: effective.to === null ? END : localMidnight(timezone, effective.to + 1),
  }));
  const orphans: Span[] = [];
  let covered = BEGINNING;
  for (const { from, to } of spans) {
    if (from > covered) orphans.push({ from: covered, to: from });
    covered = Math.max(covered, to);
  }
  if (covered < END) orphans.push({ from: covered, to: END });
  return versions.map((sourced, i) => ({
    sourced,
    span: spans[i] ?? { from: BEGINNING, to: END },
    orphans: i === 0 ? orphans : [],
  }));
}

/** All of time under one version: what `--as-if` asks for. */
export const always = (sourced: Sourced): Force => ({
  sourced,
  span: { from: BEGINNING, to: END },
  orphans: [],
});
