import type { Result } from '../model/compliance.ts';

/** What of the past a target can be learned from: a first agreement and a calibration ask the same. */

const isFilled = ({ counts }: Pick<Result, 'counts'>): boolean =>
  counts.met + counts.breached + counts.pending > 0;

/**
 * Without the periods before the first case and after the last: an export of deals may reach further than
 * that of the leads.
 */
export function covered<R extends Pick<Result, 'counts'>>(results: readonly R[]): readonly R[] {
  return results.slice(results.findIndex(isFilled), results.findLastIndex(isFilled) + 1);
}

/** Periods that the data cover whole: the first and the last may be cut. */
export function wholePeriods<R>(results: readonly R[]): readonly R[] {
  return results.length > 2 ? results.slice(1, -1) : results;
}

export interface Kept {
  readonly met: number;
  /** Met, breached and still open. */
  readonly cases: number;
}

/**
 * The cases of all periods together. Open ones are counted as not kept: else a limit so long that nothing is
 * over yet would look kept by all.
 */
export function keptIn(results: readonly Pick<Result, 'counts'>[]): Kept {
  const sum = (of: (counts: Result['counts']) => number): number =>
    results.reduce((all, { counts }) => all + of(counts), 0);
  return { met: sum(({ met }) => met), cases: sum(({ met, breached, pending }) => met + breached + pending) };
}

export const shareOf = ({ met, cases }: Kept): number => (cases === 0 ? 0 : met / cases);

/** The first, in order of their limits, that kept that share of the cases. */
export const firstKept = <Trial>(
  trials: readonly Trial[],
  keptBy: (trial: Trial) => Kept,
  part: number,
): Trial | null => trials.find((trial) => shareOf(keptBy(trial)) >= part) ?? null;

export type Direction = '>=' | '<=';

/** The value that so many of the periods reached, e.g. 0.8 of the months; null where there are none. */
export function reachedIn(values: readonly number[], part: number, cmp: Direction = '>='): number | null {
  const best = [...values].sort((a, b) => (cmp === '>=' ? b - a : a - b));
  return best[Math.max(0, Math.ceil(best.length * part - 1e-9) - 1)] ?? null;
}

/** The part of the periods that reached a value. */
export function partOfThose(values: readonly number[], value: number, cmp: Direction = '>='): number {
  const reached = values.filter((each) => (cmp === '>=' ? each >= value - 1e-9 : each <= value + 1e-9));
  return reached.length / Math.max(1, values.length);
}

/** By what people go up and down when they set a figure: `1,237` is between `1,200` and `1,300`. */
const stepAt = (n: number): number => (n < 20 ? 1 : n < 100 ? 5 : 10 ** (Math.floor(Math.log10(n)) - 1));

/** The same for a percentage. */
const percentStepAt = (n: number): number => (n < 10 ? 1 : 5);

/** A target of 100 % is missed by one slip of the pen: no rate is proposed above this. */
export const MOST_PERCENT = 99;

/** A figure that people set, no stricter than what was reached: `1,237` is `1,200`, `87` is `85`. */
export const roundFigure = (n: number, cmp: Direction = '>='): number => roundTo(stepAt(n), n, cmp);

/** As a percentage: `93` is `90`. */
export const roundPercent = (n: number, cmp: Direction = '>='): number => roundTo(percentStepAt(n), n, cmp);

const roundTo = (step: number, n: number, cmp: Direction): number =>
  cmp === '>=' ? Math.floor(n / step) * step : Math.ceil(n / step) * step;

/** The next stricter figure; null where there is none. */
export function figureAbove(n: number, cmp: Direction): number | null {
  if (cmp === '>=') return n + stepAt(n);
  const next = n - stepAt(Math.max(0, n - 1));
  return next >= 0 && next < n ? next : null;
}

/** The same for a percentage. */
export function percentAbove(n: number, cmp: Direction): number | null {
  const next = cmp === '>=' ? Math.min(MOST_PERCENT, n + percentStepAt(n)) : n - percentStepAt(n - 1);
  return next !== n && next >= 0 ? next : null;
}

/** The round percentage that so many of the periods reached; null where there are none. */
export function percentReached(rates: readonly number[], part: number, cmp: Direction = '>='): number | null {
  const rate = reachedIn(rates, part, cmp);
  if (rate === null) return null;
  if (cmp === '<=') return Math.max(1, roundPercent(Math.ceil(rate * 100 - 1e-9), cmp));
  return Math.max(1, roundPercent(Math.min(MOST_PERCENT, Math.floor(rate * 100 + 1e-9))));
}

/** The round figure that so many of the periods reached, at least 1; null where there are none. */
export function figureReached(values: readonly number[], part: number, cmp: Direction = '>='): number | null {
  const value = reachedIn(values, part, cmp);
  if (value === null) return null;
  if (cmp === '<=') return roundFigure(Math.ceil(value - 1e-9), cmp);
  return Math.max(1, roundFigure(Math.floor(value)));
}
