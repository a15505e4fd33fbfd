import type { DaysInForce } from '../model/compliance.ts';
import type { ZoneTable } from '../model/reading.ts';
import type { Micros, Period } from '../model/time.ts';
import { localDay } from './periods.ts';

interface Span {
  readonly from: Micros;
  readonly to: Micros;
}

/**
 * The days of a period on which versions are in force; null where they are for all of it. Versions are
 * disjoint: they cover a period where their parts of it add up to it.
 */
export function partlyInForce(
  spans: readonly Span[],
  { from, to }: Period,
  zone: ZoneTable,
): DaysInForce | null {
  const parts = spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((part) => part.from < part.to);
  if (parts.reduce((sum, part) => sum + part.to - part.from, 0) === to - from) return null;
  const days = (span: Span) => localDay(zone, span.to) - localDay(zone, span.from);
  return { inForce: parts.reduce((sum, part) => sum + days(part), 0), period: days({ from, to }) };
}
