import type { Counts, Reason, Result } from '../model/compliance.ts';
import { REASONS, STATES } from '../model/judge.ts';
import type { Micros } from '../model/time.ts';
import { partOf } from './bounds.ts';

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
export const countBy = (tallies: readonly Tally[], stateOf: (tally: Tally) => number = own): Counts =>
  added(tallies, stateOf, ({ n }) => n);

/** What the cases of each state add up to, where that is known. */
export const weightBy = (tallies: readonly Tally[], stateOf: (tally: Tally) => number = own): Counts =>
  added(tallies, stateOf, ({ amount }) => amount ?? 0);

const own = ({ state }: Tally): number => state;

function added(
  tallies: readonly Tally[],
  stateOf: (tally: Tally) => number,
  of: (tally: Tally) => number,
): Counts {
  const sums = { met: 0, breached: 0, pending: 0, excluded: 0, unknown: 0 };
  for (const tally of tallies) {
    const state = STATES[stateOf(tally)];
    if (state) sums[state] += of(tally);
  }
  return sums;
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

const EXCUSED = REASONS.indexOf('excused');

/**
 * Attainment as it would be without what sets broken cases aside, where that does: without the excuses, and
 * without waivers and excuses; `sumBy` adds cases, or what they weigh.
 */
export function beforeSetAside(
  tallies: readonly Tally[],
  sumBy: typeof countBy,
): Readonly<Record<string, number | null>> {
  const has = (code: number) => tallies.some(({ reason }) => reason === code);
  const without = (...codes: readonly (number | null)[]): number | null => {
    const { met, breached } = sumBy(tallies, ({ reason, raw, state }) =>
      codes.includes(reason) ? raw : state,
    );
    return partOf(met, met + breached);
  };
  return {
    ...(has(EXCUSED) ? { attainmentBeforeExcuses: without(EXCUSED) } : {}),
    ...(has(WAIVED) ? { attainmentBeforeWaivers: without(WAIVED, EXCUSED) } : {}),
  };
}
