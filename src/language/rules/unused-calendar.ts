import { mark, t } from '../../messages/index.ts';
import { namesUsed } from '../logic/uses.ts';
import type { Rule } from './rule.ts';

/** Opening hours that no time limit counts in are most often opening hours that one forgot to name. */
export const unusedCalendar: Rule = {
  id: 'unused-calendar',
  severity: 'warning',
  law: mark`Each calendar is named by a time limit.`,
  good: `
calendars:
  office: { timezone: Europe/Paris, week: { mon-fri: [09:00-18:00] } }
`,
  bad: `
calendars:
  office: { timezone: Europe/Paris, week: { mon-fri: [09:00-18:00] } }
  hotline: { timezone: Europe/Paris, week: { mon-sun: [08:00-20:00] } }
`,
  check(agreement) {
    const used = namesUsed(agreement, 'calendar');
    return Object.keys(agreement.calendars)
      .filter((id) => !used.has(id))
      .map((id) => ({
        message: t`No time limit names the calendar "${id}"`,
        help: t`add calendar: ${id} to the time limits that it is meant for, or remove it`,
        path: ['calendars', id],
        on: 'key' as const,
      }));
  },
};
