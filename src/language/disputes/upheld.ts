import type { Agreement, Waiver } from '../../model/agreement.ts';
import { type Dispute, settlersOf } from '../../model/dispute.ts';
import { promisesOf } from '../../model/promises.ts';

/** Who settles a dispute together. */
export function settlersIn({ promise }: Dispute, agreement: Agreement): readonly string[] {
  const about = promisesOf(agreement).find(({ id }) => id === promise);
  return about === undefined ? [] : settlersOf(about, agreement.disputes ?? { settledBy: [] });
}

/** Whose word is still missing where a dispute is said to be settled; none where it is settled, or open. */
export function missingSettlers(dispute: Dispute, agreement: Agreement): readonly string[] {
  const { settled } = dispute;
  return settled === null ? [] : settlersIn(dispute, agreement).filter((one) => !settled.by.includes(one));
}

/** A dispute as the waiver that it is once it is upheld. */
export const asWaiver = ({ lead, promise, by, on, says, settled, path }: Dispute): Waiver => ({
  ...{ leads: [lead], between: null, commitment: promise, reason: says, expires: null, path },
  approvedBy: settled?.by ?? [],
  ...(settled === null ? {} : { since: settled.on }),
  dispute: { by, on },
});

/**
 * What is upheld by all who settle it is a waiver of its case from then on, as if the agreement held it. What
 * one of them has not agreed to is open, whatever is written.
 */
export function withUpheld(agreement: Agreement): Agreement {
  const upheld = (agreement.disputes?.raised ?? []).filter(
    (one) => one.settled?.outcome === 'upheld' && missingSettlers(one, agreement).length === 0,
  );
  return upheld.length === 0
    ? agreement
    : { ...agreement, waivers: [...agreement.waivers, ...upheld.map(asWaiver)] };
}
