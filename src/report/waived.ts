import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { WaiverUse } from '../model/compliance.ts';
import { civil } from './instant.ts';

/** Whom a waiver names: so many leads, those of its days, those of whom its condition holds. */
export function waivedLeads({ leads, where, from, to }: WaiverUse): string {
  if (leads !== null) return plural(leads, t`${whole(leads)} lead`, t`${whole(leads)} leads`);
  const days = from === null || to === null ? null : t`from ${civil(from)} to ${civil(to)}`;
  if (where === undefined) return days ?? '';
  return days === null ? where : `${where}, ${days}`;
}
