import { dayOf } from '../../calendar/day.ts';
import { seasonOn, seasonTexts } from '../../calendar/seasons.ts';
import { mark, t } from '../../messages/index.ts';
import type { Agreement, CalendarDef, Season, Week } from '../../model/agreement.ts';
import type { Found, Rule } from './rule.ts';

/** Without dates of its own, an agreement is looked at in the years for which there are holidays. */
const [FIRST_DAY, LAST_DAY] = [dayOf(2000, 1, 1) ?? 0, dayOf(2049, 12, 31) ?? 0];

/** Time limits of the last cases end after the last day in force. */
const DAYS_BEYOND = 366;

/** A season of last year, kept when the agreement was copied, is most often this year's that is missing. */
export const idleSeason: Rule = {
  id: 'idle-season',
  severity: 'warning',
  law: mark`A season of a calendar holds on some day in force, and its week is not the usual one.`,
  good: `
calendars:
  office:
    timezone: Europe/Paris
    week: { mon-fri: [09:00-18:00] }
    seasons: [{ between: 07-01..08-31, week: { mon-fri: [08:00-14:00] } }]
`,
  bad: `
calendars:
  office:
    timezone: Europe/Paris
    week: { mon-fri: [09:00-18:00] }
    seasons: [{ between: 2019-05-06..2019-06-03, week: { mon-fri: [09:00-15:00] } }]
`,
  check(agreement) {
    return Object.values(agreement.calendars).flatMap((calendar) =>
      calendar.seasons.length === 0 ? [] : idleOf(calendar, agreement),
    );
  },
};

function idleOf({ id, week, seasons }: CalendarDef, agreement: Agreement): readonly Found[] {
  const held = heldSeasons(seasons, agreement);
  return seasons.flatMap((season, i) => {
    const dates = seasonTexts(season).join(', ');
    const path = ['calendars', id, 'seasons', i];
    if (!held.has(season)) {
      const help = t`write the dates of this year's season, or remove it`;
      const message = t`No day in force lies in the season ${dates} of the calendar "${id}"`;
      return [{ message, help, path: [...path, 'between'] }];
    }
    if (!sameWeek(season.week, week)) return [];
    const help = t`write the hours of the season, or remove it`;
    const message = t`The season ${dates} of the calendar "${id}" has the hours of the usual week`;
    return [{ message, help, path: [...path, 'week'], on: 'key' as const }];
  });
}

function heldSeasons(seasons: readonly Season[], { effective }: Agreement): ReadonlySet<Season> {
  const seasonOf = seasonOn(seasons);
  const held = new Set<Season>();
  const last = effective.to === null ? LAST_DAY : effective.to + DAYS_BEYOND;
  for (let day = effective.from ?? FIRST_DAY; day <= last && held.size < seasons.length; day++) {
    const holds = seasonOf(day);
    if (holds !== null) held.add(holds.season);
  }
  return held;
}

const sameWeek = (a: Week, b: Week): boolean => JSON.stringify(a) === JSON.stringify(b);
