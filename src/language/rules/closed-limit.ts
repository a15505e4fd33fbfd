import { MICROS_PER_MINUTE } from '../../calendar/day.ts';
import { mark, t } from '../../messages/index.ts';
import { shortWeekday } from '../../messages/weekdays.ts';
import { promisesOf } from '../../model/promises.ts';
import { longestClosing } from '../logic/limits.ts';
import { timingOf } from '../logic/uses.ts';
import type { Rule } from './rule.ts';

/** A limit of 30 minutes, day and night, can't be kept by people who go home on Friday. */
export const closedLimit: Rule = {
  id: 'closed-limit',
  severity: 'info',
  law: mark`A time limit that runs day and night is no shorter than the longest closing of the week.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 30 business minutes, calendar: office }
    target: ">= 95%"
`,
  bad: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 30 minutes }
    target: ">= 95%"
  - id: second-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
`,
  check(agreement) {
    const calendars = Object.values(agreement.calendars);
    return promisesOf(agreement).flatMap((promise) => {
      const within = timingOf(promise)?.within;
      if (within?.unit !== 'elapsed') return [];
      const closings = calendars.map((calendar) => ({ id: calendar.id, ...longestClosing(calendar) }));
      const [first] = closings;
      const open = closings.some(({ minutes }) => minutes * MICROS_PER_MINUTE <= within.micros);
      if (first === undefined || open) return [];
      const [start, opens] = [clock(first.from), clock(first.from + first.minutes)];
      return [
        {
          message:
            closings.length === 1
              ? t`A lead of ${start} is due ${within.text} later, and the calendar "${first.id}" is closed until ${opens}`
              : t`A lead of ${start} is due ${within.text} later, and all calendars have longer closings`,
          help: t`write business time and a calendar: within: ${within.text.replace(/ /, ' business ')}, calendar: ${first.id}`,
          path: [...promise.path, promise.measure.kind, 'within'],
        },
      ];
    });
  },
};

/** A minute of the week as `Fri 18:00`. */
function clock(minute: number): string {
  const [day, rest] = [Math.floor(minute / 1440) % 7, minute % 1440];
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${shortWeekday(day)} ${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
}
