import { kindOf } from '../../kinds/index.ts';
import type { Rule } from './rule.ts';

/** Opening hours that no time limit counts in are most often opening hours that one forgot to name. */
export const unusedCalendar: Rule = {
  id: 'unused-calendar',
  severity: 'warning',
  law: 'Each calendar is named by a time limit.',
  good: 'calendars: { office: {} }\ncommitments: [{ response: { within: 4 business hours, calendar: office } }]',
  bad: 'calendars: { office: {} }\ncommitments: [{ response: { within: 4 hours } }]',
  check({ calendars, commitments, objectives }) {
    const promises = [...objectives, ...commitments];
    const named = promises.flatMap(({ measure }) =>
      kindOf(measure.kind)
        .references(measure)
        .filter(({ to }) => to === 'calendar')
        .map(({ name }) => name),
    );
    const used = new Set([
      ...named,
      ...promises.flatMap(({ segments }) => segments.map((segment) => segment.calendar)),
    ]);
    return Object.keys(calendars)
      .filter((id) => !used.has(id))
      .map((id) => ({
        message: `No time limit names the calendar "${id}"`,
        help: `add calendar: ${id} to the time limits that it is meant for, or remove it`,
        path: ['calendars', id],
        on: 'key' as const,
      }));
  },
};
