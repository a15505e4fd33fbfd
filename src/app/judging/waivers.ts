import type { Agreement, PromiseDef, Waiver } from '../../model/agreement.ts';
import type { WaiverRef } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import { localMidnight } from '../../calendar/zone.ts';

/** The waivers of a version that apply to a promise. */
export function waiversOf(promise: PromiseDef, agreement: Agreement): readonly WaiverRef[] {
  return agreement.waivers
    .filter((waiver) => appliesTo(waiver, promise))
    .map((waiver) => waiverRef(waiver, agreement));
}

/**
 * Whether a waiver is about a promise. Nothing is ever taken out of a number: what it counts can't be
 * breached.
 */
export const appliesTo = ({ commitment }: Waiver, { id, target }: PromiseDef): boolean =>
  target.of === 'rate' && (commitment === null || commitment === id);

/** A waiver holds for what starts to the end of the day on which it expires. */
function endOf({ expires }: Waiver, { timezone }: Agreement): Micros | null {
  return expires === null ? null : localMidnight(timezone, expires + 1);
}

/** Whether it excuses nothing that starts now. */
export function isExpired(waiver: Waiver, agreement: Agreement, asOf: Micros): boolean {
  const end = endOf(waiver, agreement);
  return end !== null && asOf >= end;
}

export function waiverRef(waiver: Waiver, agreement: Agreement): WaiverRef {
  const { leads, between } = waiver;
  const { timezone } = agreement;
  const span =
    between === null
      ? null
      : { from: localMidnight(timezone, between.from), to: localMidnight(timezone, between.to + 1) };
  return { leads, span, until: endOf(waiver, agreement) };
}

/** The waiver that excuses one case: the first that names its lead or its days. */
export function appliedWaiver({
  promise,
  agreement,
  lead,
  start,
}: {
  readonly promise: PromiseDef;
  readonly agreement: Agreement;
  readonly lead: string;
  readonly start: Micros | null;
}): Waiver | null {
  const found = agreement.waivers.find((waiver) => {
    const [applied] = waiversOf(promise, { ...agreement, waivers: [waiver] });
    if (!applied) return false;
    const { leads, span, until } = applied;
    return (
      (leads.length === 0 || leads.includes(lead)) &&
      (until === null || (start !== null && start < until)) &&
      (span === null || (start !== null && start >= span.from && start < span.to))
    );
  });
  return found ?? null;
}
