import type { ClosedMonth } from '../../model/closed.ts';
import type { Compliance } from '../../model/compliance.ts';
import { officialOf } from '../closed/load.ts';

/** The results with those of closed months at the numbers of their closing, which alone are official. */
export function withOfficial(compliance: Compliance, months: readonly ClosedMonth[]): Compliance['results'] {
  const key = (id: string, period: string) => JSON.stringify([id, period]);
  const closed = new Map<string, Compliance['results'][number][]>();
  for (const result of months.flatMap((month) => officialOf(month).results)) {
    const own = key(result.id, result.period.label);
    closed.set(own, [...(closed.get(own) ?? []), result]);
  }
  const told = new Set<string>();
  return compliance.results.flatMap((result) => {
    const own = key(result.id, result.period.label);
    const official = closed.get(own);
    if (official === undefined || result.by !== null) return [result];
    if (told.has(own)) return [];
    told.add(own);
    return official;
  });
}
