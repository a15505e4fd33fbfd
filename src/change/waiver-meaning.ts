import { canonicalText } from '../kinds/values.ts';
import type { Waiver } from '../model/agreement.ts';
import type { Meaning } from './canonical.ts';
import { dayText, rangeText } from './meaning.ts';

/** What a waiver excuses, and by whose leave. One that an upheld dispute has become holds from a day on. */
export const waiverMeaning = (waiver: Waiver): Meaning => {
  const { leads, where, between, commitment, reason, approvedBy, expires, since } = waiver;
  return {
    leads: [...leads].sort(),
    ...(where === undefined ? {} : { where: canonicalText(where) }),
    between: between === null ? null : rangeText(between),
    commitment,
    reason,
    approved_by: [...approvedBy].sort(),
    expires: expires === null ? null : dayText(expires),
    ...(since === undefined ? {} : { since: dayText(since) }),
  };
};
