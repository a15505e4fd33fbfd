import type { Compliance, Result } from '../../../model/compliance.ts';
import { MICROS_PER_DAY } from '../../../model/time.ts';
import {
  covered,
  figureReached,
  type Kept,
  keptIn,
  partOfThose,
  percentReached,
  shareOf,
  wholePeriods,
} from '../../../plan/past.ts';

/** What lies before a year in which nothing was is no past to learn from: 2001 is a year typed wrong. */
const LONGEST_GAP = 12 * 31 * MICROS_PER_DAY;

/** The past without what lies before a year in which nothing was. */
export function sinceTheLastGap(past: Compliance): Compliance {
  const filled = new Set(
    past.results
      .filter(({ counts }) => counts.met + counts.breached + counts.pending > 0)
      .map(({ period }) => period.label),
  );
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

export const resultsOf = ({ results }: Compliance, id: string): readonly Result[] =>
  results.filter((result) => result.id === id && result.by === null);

/** The cases of one promise over all periods. */
export const kept = (compliance: Compliance, id: string): Kept => keptIn(resultsOf(compliance, id));

export const share = shareOf;

/** What the whole periods reached. A rate of no cases is none. */
const valuesOf = (compliance: Compliance, id: string): readonly number[] =>
  wholePeriods(covered(resultsOf(compliance, id))).flatMap(
    ({ value, attainment }) => value ?? attainment ?? [],
  );

/** Whether the periods with cases are so few that each of them may be cut. */
export const isCut = (compliance: Compliance, id: string): boolean =>
  covered(resultsOf(compliance, id)).length <= 2;

/** The part of the periods that reached a value. */
export const partReaching = (compliance: Compliance, id: string, value: number): number =>
  partOfThose(valuesOf(compliance, id), value);

/** The round percentage that so many of the periods reached. */
export const percentTarget = (compliance: Compliance, id: string, part: number): number =>
  percentReached(valuesOf(compliance, id), part) ?? 1;

/**
 * The round number that so many of the periods reached, and how many did; where that is none, 1 and how
 * many reached it.
 */
export function wholeTarget(
  compliance: Compliance,
  id: string,
  part: number,
): { readonly n: number; readonly part: number } {
  const n = figureReached(valuesOf(compliance, id), part) ?? 1;
  return { n, part: partReaching(compliance, id, n) };
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
