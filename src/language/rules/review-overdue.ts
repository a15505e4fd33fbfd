import { formatDay, MICROS_PER_DAY } from '../../calendar/day.ts';
import { mark, t } from '../../messages/index.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Day } from '../../model/time.ts';
import type { Rule } from './rule.ts';

/**
 * No wall clock is read. An agreement that was due for review before its first day in force is overdue
 * whenever it is read; `sla check` finds those that are overdue at as-of, under the same id.
 */
export const reviewOverdue: Rule = {
  id: 'review-overdue',
  severity: 'warning',
  law: mark`An agreement is reviewed as often as it says.`,
  good: `
effective: { from: 2026-01-01 }
review: { every: 90 calendar days, last: 2025-12-15 }
`,
  bad: `
effective: { from: 2026-01-01 }
review: { every: 90 calendar days, last: 2025-03-15 }
`,
  check(agreement) {
    const due = reviewDue(agreement);
    const from = agreement.effective.from;
    if (due === null || from === null || due >= from) return [];
    return [
      {
        message: t`The review was due on ${formatDay(due)}, before this version came into force on ${formatDay(from)}`,
        help: t`review the agreement, and write the date of the review in "last"`,
        path: ['review', 'last'],
      },
    ];
  },
};

/** The last day on which the next review is in time; null where it is not said. */
export function reviewDue({ review }: Agreement): Day | null {
  if (review === null || review.every === null || review.last === null) return null;
  const { every, last } = review;
  return last + ('days' in every ? every.days : Math.floor(every.micros / MICROS_PER_DAY));
}
