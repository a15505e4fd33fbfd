import type { Compliance, Result } from '../../../model/compliance.ts';
import { MICROS_PER_DAY } from '../../../model/time.ts';

const isFilled = ({ counts }: Result): boolean => counts.met + counts.breached + counts.pending > 0;

/**
 * Without the periods before the first case and after the last: an export of deals may reach further than
 * that of the leads.
 */
export function covered(results: readonly Result[]): readonly Result[] {
  return results.slice(results.findIndex(isFilled), results.findLastIndex(isFilled) + 1);
}

/** What lies before a year in which nothing was is no past to learn from: 2001 is a year typed wrong. */
const LONGEST_GAP = 12 * 31 * MICROS_PER_DAY;

/** The past without what lies before a year in which nothing was. */
export function sinceTheLastGap(past: Compliance): Compliance {
  const filled = new Set(past.results.filter(isFilled).map(({ period }) => period.label));
  const periods = past.periods.filter(({ label }) => filled.has(label)).toSorted((a, b) => b.to - a.to);
  const [latest] = periods;
  if (!latest) return past;
  let begin = latest.from;
  for (const { from, to } of periods) {
    if (begin - to > LONGEST_GAP) break;
    begin = Math.min(begin, from);
  }
  const kept = past.periods.filter(({ to }) => to > begin);
  const labels = new Set(kept.map(({ label }) => label));
  return { ...past, periods: kept, results: past.results.filter(({ period }) => labels.has(period.label)) };
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
 * The cases of one promise over all periods. Open ones are counted as not kept: else a limit so long that
 * nothing is over yet would look kept by all.
 */
export function kept(compliance: Compliance, id: string): Kept {
  const all = resultsOf(compliance, id);
  const met = all.reduce((sum, { counts }) => sum + counts.met, 0);
  return { met, cases: met + all.reduce((sum, { counts }) => sum + counts.breached + counts.pending, 0) };
}

export const share = ({ met, cases }: Kept): number => (cases === 0 ? 0 : met / cases);

/** What the whole periods reached, the best first. A rate of no cases is none. */
const valuesOf = (compliance: Compliance, id: string): readonly number[] =>
  whole(covered(resultsOf(compliance, id)))
    .map(({ value, attainment }) => value ?? attainment)
    .filter((value) => value !== null)
    .sort((a, b) => b - a);

/** The value that so many of the whole periods reached, e.g. 0.8 of the months. */
export function reached(compliance: Compliance, id: string, part: number): number {
  const values = valuesOf(compliance, id);
  return values[Math.max(0, Math.ceil(values.length * part) - 1)] ?? 0;
}

/** Whether the periods with cases are so few that each of them may be cut. */
export const isCut = (compliance: Compliance, id: string): boolean =>
  covered(resultsOf(compliance, id)).length <= 2;

/** The part of the periods that reached a value. */
export function partReaching(compliance: Compliance, id: string, value: number): number {
  const values = valuesOf(compliance, id);
  return values.filter((each) => each >= value - 1e-9).length / Math.max(1, values.length);
}

/** A figure that people set: `1,237` is `1,200`, `87` is `85`. */
function round(n: number): number {
  if (n < 20) return n;
  const step = n < 100 ? 5 : 10 ** (Math.floor(Math.log10(n)) - 1);
  return Math.floor(n / step) * step;
}

/** As a percentage: `93` is `90`. */
export const roundPercent = (n: number): number => (n < 10 ? n : Math.floor(n / 5) * 5);

/**
 * The round number that so many of the periods reached, and how many did; where that is none, 1 and how
 * many reached it.
 */
export function wholeTarget(
  compliance: Compliance,
  id: string,
  part: number,
): { readonly n: number; readonly part: number } {
  const n = Math.max(1, round(Math.floor(reached(compliance, id, part))));
  return { n, part: partReaching(compliance, id, n) };
}

/** The first trial, in order of its limits, that kept that share of the cases. */
export function firstKept<Trial extends { readonly id: string }>(
  compliance: Compliance,
  trials: readonly Trial[],
  part: number,
): Trial | null {
  return trials.find(({ id }) => share(kept(compliance, id)) >= part) ?? null;
}

/** The part of the cases that the data can't tell: of the period that has the largest, and of all. */
export function unknownParts(
  compliance: Compliance,
  id: string,
): { readonly worst: number; readonly all: number } {
  const periods = resultsOf(compliance, id).map(({ counts: { met, breached, pending, unknown } }) => ({
    unknown,
    cases: met + breached + pending + unknown,
  }));
  const part = (unknown: number, cases: number): number => (cases === 0 ? 0 : unknown / cases);
  return {
    worst: Math.max(0, ...periods.map(({ unknown, cases }) => part(unknown, cases))),
    all: part(
      periods.reduce((sum, { unknown }) => sum + unknown, 0),
      periods.reduce((sum, { cases }) => sum + cases, 0),
    ),
  };
}
