import type { Counts, Reason, Result } from '../model/compliance.ts';
import { REASONS, STATES } from '../model/judge.ts';
import type { Micros } from '../model/time.ts';

/** One group of cases that share everything that a table shows, as the engine counted them. */
export interface Tally {
  /** Index into the periods; behind the last for cases of no period. */
  readonly period: number;
  readonly by: readonly (string | null)[];
  readonly seg: number;
  /** Indexes into `STATES`, after and before waivers. */
  readonly state: number;
  readonly raw: number;
  /** Index into `REASONS`. */
  readonly reason: number | null;
  readonly risk: boolean;
  /** Of leads that were handed over before. */
  readonly recycled: boolean;
  readonly n: number;
  readonly amount: number | null;
  readonly lastStart: Micros | null;
}

/** How many cases have which state. */
export function countBy<T extends { readonly tally: Tally }>(
  tallies: readonly T[],
  stateOf: (entry: T) => number,
): Counts {
  const counts = { met: 0, breached: 0, pending: 0, excluded: 0, unknown: 0 };
  for (const entry of tallies) {
    const state = STATES[stateOf(entry)];
    if (state) counts[state] += entry.tally.n;
  }
  return counts;
}

/** How many cases are excluded or unknown for which reason. */
export function reasonsOf(tallies: readonly Tally[]): Result['reasons'] {
  const reasons: Partial<Record<Reason, number>> = {};
  for (const { reason, n } of tallies) {
    const name = reason === null ? undefined : REASONS[reason];
    if (name) reasons[name] = (reasons[name] ?? 0) + n;
  }
  return reasons;
}

const WAIVED = REASONS.indexOf('waived');

/** Attainment as it would be without the waivers, where there are any. */
export function beforeWaivers(tallies: readonly Tally[]): Readonly<Record<string, number | null>> {
  if (!tallies.some(({ reason }) => reason === WAIVED)) return {};
  const before = ({ reason, raw, state }: Tally) => (reason === WAIVED ? raw : state);
  const { met, breached } = countBy(
    tallies.map((tally) => ({ tally })),
    ({ tally }) => before(tally),
  );
  return { attainmentBeforeWaivers: met + breached === 0 ? null : met / (met + breached) };
}
