import { mark, t } from '../../messages/index.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Limit } from '../../model/time.ts';
import { timingOf } from '../logic/uses.ts';
import type { Found, Rule } from './rule.ts';

/** "4 hours" by the calendar of the office reads like office hours, and is counted day and night. */
export const idleCalendar: Rule = {
  id: 'idle-calendar',
  severity: 'warning',
  law: mark`A time limit that runs day and night names no calendar.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
`,
  bad: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 72 hours, calendar: office }
    target: ">= 95%"
`,
  check(agreement) {
    return promisesOf(agreement).flatMap((promise) => {
      const { measure, segments, path } = promise;
      const timing = timingOf(promise);
      if (timing === null || timing.datesEvents) return [];
      const inherits = segments.some(({ within, calendar }) => calendar === null && counts(within));
      const own = counts(timing.within) || inherits ? null : timing.calendar;
      return [
        ...(own === null ? [] : [idle(own, timing.within, [...path, measure.kind, 'calendar'])]),
        ...segments.flatMap(({ within, calendar }, i) =>
          calendar === null || counts(within ?? timing.within)
            ? []
            : [idle(calendar, within ?? timing.within, [...path, 'segments', i, 'calendar'])],
        ),
      ];
    });
  },
};

/** Days are counted in the calendar's time zone. */
const counts = (within: Limit | null): boolean =>
  within !== null && within.unit !== 'elapsed' && within.unit !== 'row';

function idle(calendar: string, within: Limit, path: Found['path']): Found {
  if (within.unit === 'row')
    return {
      message: t`The calendar "${calendar}" has no effect: the field "${within.field}" says until when`,
      help: t`remove it`,
      path,
    };
  return {
    message: t`The calendar "${calendar}" has no effect: "${within.text}" runs day and night`,
    help: t`remove it, or write within: ${within.text.replace(/ /, ' business ')}`,
    path,
  };
}
