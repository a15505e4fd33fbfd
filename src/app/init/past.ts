import type { Compliance, Result } from '../../model/compliance.ts';

/** Without the periods before the first case and after the last: an export of deals may reach further than that of the leads. */
export function covered(results: readonly Result[]): readonly Result[] {
  const isFilled = ({ counts }: Result): boolean => counts.met + counts.breached + counts.pending > 0;
  return results.slice(results.findIndex(isFilled), results.findLastIndex(isFilled) + 1);
}

/** Periods that the data cover whole: the first and the last may be cut. */
function whole(results: readonly Result[]): readonly Result[] {
  return results.length > 2 ? results.slice(1, -1) : results;
}

export const resultsOf = ({ results }: Compliance, id: string): readonly Result[] =>
  results.filter((result) => result.id === id && result.by === null);

export interface Kept {
  readonly met: number;
  /** Met, breached and still open. */
  readonly cases: number;
}

/**
 * The cases of one promise over all periods. Open ones are counted as not kept: else a limit so long that nothing is over yet would
 * look kept by all.
 */
export function kept(compliance: Compliance, id: string): Kept {
  const all = resultsOf(compliance, id);
  const met = all.reduce((sum, { counts }) => sum + counts.met, 0);
  return { met, cases: met + all.reduce((sum, { counts }) => sum + counts.breached + counts.pending, 0) };
}

export const share = ({ met, cases }: Kept): number => (cases === 0 ? 0 : met / cases);

/** The value that so many of the whole periods reached, e.g. 0.8 of the months. A rate of no cases is none. */
export function reached(compliance: Compliance, id: string, part: number): number {
  const values = whole(covered(resultsOf(compliance, id)))
    .map(({ value, attainment }) => value ?? attainment)
    .filter((value) => value !== null)
    .sort((a, b) => b - a);
  return values[Math.max(0, Math.ceil(values.length * part) - 1)] ?? 0;
}

/** The first trial, in order of its limits, that kept that share of the cases. */
export function firstKept(
  compliance: Compliance,
  trials: readonly { readonly id: string; readonly within: string }[],
  part: number,
): string | null {
  return trials.find(({ id }) => share(kept(compliance, id)) >= part)?.within ?? null;
}
