import { kindOf } from '../kinds/index.ts';
import type { PromiseDef } from '../model/agreement.ts';
import type { Percentiles } from '../model/compliance.ts';

/**
 * Percentiles 50, 90 and 95 of the time that decided cases took, microseconds; `by` is null for the whole
 * period.
 */
export interface Spread {
  /** Index into the periods. */
  readonly period: number;
  readonly by: readonly (string | null)[] | null;
  readonly took: readonly [number, number, number] | null;
  /** Of a count of different values: how many there are. */
  readonly distinct?: number;
  /** The kinds' own figures of the same cases. */
  readonly extras: Readonly<Record<string, number | null>>;
}

export function spreadAt(
  spreads: readonly Spread[],
  period: number,
  by: readonly (string | null)[] | null,
): Spread | undefined {
  const group = JSON.stringify(by);
  return spreads.find((each) => each.period === period && JSON.stringify(each.by) === group);
}

/** In seconds; null where the promises time some of their cases in business time and others in wall time. */
export function percentilesOf(
  judged: readonly { readonly promise: PromiseDef }[],
  spread: Spread | undefined,
): Percentiles | null {
  const clocks = new Set(judged.flatMap(({ promise }) => clocksOf(promise)));
  const [clock] = clocks;
  if (!spread?.took || clock === undefined || clocks.size > 1) return null;
  const [p50, p90, p95] = spread.took;
  return { p50: p50 / 1e6, p90: p90 / 1e6, p95: p95 / 1e6, businessTime: clock === 'business' };
}

/** In what time a promise and its segments count. */
function clocksOf({ measure, segments }: PromiseDef): readonly ('business' | 'wall')[] {
  const timing = kindOf(measure.kind).timing(measure);
  if (timing === null) return [];
  const limits = [timing.within, ...segments.flatMap(({ within }) => within ?? [])];
  return limits.map(({ unit }) =>
    unit === 'business-time' || unit === 'business-days' ? 'business' : 'wall',
  );
}
