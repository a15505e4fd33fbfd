import type { Agreement, PromiseDef, Waiver } from '../../model/agreement.ts';
import type { WaiverRef } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import { localMidnight } from '../../calendar/zone.ts';

/** The waivers of a version that apply to a promise and have not expired at as-of. */
export function waiversOf(promise: PromiseDef, agreement: Agreement, asOf: Micros): readonly WaiverRef[] {
  return agreement.waivers
    .filter(({ commitment }) => commitment === null || commitment === promise.id)
    .filter((waiver) => !isExpired(waiver, agreement, asOf))
    .map((waiver) => waiverRef(waiver, agreement));
}

/** A waiver holds to the end of the day on which it expires. */
export function isExpired({ expires }: Waiver, { timezone }: Agreement, asOf: Micros): boolean {
  return expires !== null && asOf >= localMidnight(timezone, expires + 1);
}

export function waiverRef({ leads, between }: Waiver, { timezone }: Agreement): WaiverRef {
  const span =
    between === null
      ? null
      : { from: localMidnight(timezone, between.from), to: localMidnight(timezone, between.to + 1) };
  return { leads, span };
}

/** The waiver that excuses one case: the first that names its lead or its days. */
export function appliedWaiver({
  promise,
  agreement,
  asOf,
  lead,
  start,
}: {
  readonly promise: PromiseDef;
  readonly agreement: Agreement;
  readonly asOf: Micros;
  readonly lead: string;
  readonly start: Micros | null;
}): Waiver | null {
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
