import { MICROS_PER_DAY } from '../../calendar/day.ts';
import { mark, t } from '../../messages/index.ts';
import { promisesOf } from '../../model/promises.ts';
import { shortest } from '../logic/limits.ts';
import { timingOf } from '../logic/uses.ts';
import type { Rule } from './rule.ts';

const LONGEST_MONTH = 31 * MICROS_PER_DAY;

/**
 * Booked by due, a lead of March with a limit of 60 days is in no table before May, and the month before
 * shows nobody's work.
 */
export const lateBooking: Rule = {
  id: 'late-booking',
  severity: 'warning',
  law: mark`A promise that books its cases by due has a limit of at most a month.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 60 calendar days }
    target: ">= 95%"
calendars: {}
`,
  bad: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 60 calendar days }
    target: ">= 95%"
    book_by: due
calendars: {}
`,
  check(agreement) {
    return promisesOf(agreement).flatMap((promise) => {
      const { id, measure, bookBy, path } = promise;
      const timing = timingOf(promise);
      if (bookBy !== 'due' || timing === null) return [];
      const { within } = timing;
      const calendar = timing.calendar === null ? null : (agreement.calendars[timing.calendar] ?? null);
      if (shortest({ within, calendar }) <= LONGEST_MONTH) return [];
      return [
        {
          message: t`A case of "${id}" is booked when it is due, ${within.text} after it began: no month shows the work of that month`,
          help: t`write book_by: start, or a limit of a month at most`,
          path: [...path, measure.kind, 'within'],
        },
      ];
    });
  },
};
