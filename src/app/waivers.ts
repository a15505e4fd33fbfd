import type { Agreement, PromiseDef, Waiver } from '../model/agreement.ts';
import type { WaiverRef } from '../model/judge.ts';
import type { Micros } from '../model/time.ts';
import { localMidnight } from './instants.ts';

/** The waivers of a version that apply to a promise and have not expired at as-of. */
export function waiversOf(promise: PromiseDef, agreement: Agreement, asOf: Micros): readonly WaiverRef[] {
  const { timezone, waivers } = agreement;
  return waivers
    .filter(({ commitment }) => commitment === null || commitment === promise.id)
    .filter(({ expires }) => expires === null || asOf < localMidnight(timezone, expires + 1))
    .map(({ leads, between }) => ({
      leads,
      span:
        between === null
          ? null
          : { from: localMidnight(timezone, between.from), to: localMidnight(timezone, between.to + 1) },
    }));
}

/** The waiver that excuses one case: the first that names its lead or its days. */
export function appliedWaiver(
  promise: PromiseDef,
  agreement: Agreement,
  asOf: Micros,
  lead: string,
  start: Micros | null,
): Waiver | null {
  const found = agreement.waivers.find((waiver) => {
    const [applied] = waiversOf(promise, { ...agreement, waivers: [waiver] }, asOf);
    if (!applied) return false;
    const { leads, span } = applied;
    return (
      (leads.length === 0 || leads.includes(lead)) &&
      (span === null || (start !== null && start >= span.from && start < span.to))
    );
  });
  return found ?? null;
}
