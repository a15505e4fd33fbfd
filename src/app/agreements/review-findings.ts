import { formatDay, MICROS_PER_DAY } from '../../calendar/day.ts';
import { toLocal, zoneTable } from '../../calendar/zone.ts';
import { reviewDue } from '../../language/rules/review-overdue.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Micros } from '../../model/time.ts';
import { civil } from '../../report/instant.ts';
import type { Sourced } from './family.ts';

/** A review that was due before the local date of as-of; the wall clock is not asked. */
export function reviewFindings({ agreement, place, weigh }: Sourced, asOf: Micros): readonly Diagnostic[] {
  const due = reviewDue(agreement);
  if (due === null) return [];
  const local = toLocal(zoneTable(agreement.timezone, asOf, asOf), asOf);
  // As-of at a midnight still belongs to the day that ends.
  if (Math.floor((local - 1) / MICROS_PER_DAY) <= due) return [];
  return weigh([
    {
      rule: 'review-overdue',
      severity: 'warning',
      message: t`The review of "${agreement.id}" was due on ${civil(formatDay(due))}`,
      help: t`review the agreement, and write the date of the review in "last"`,
      place: place(['review', 'last']),
    },
  ]);
}
