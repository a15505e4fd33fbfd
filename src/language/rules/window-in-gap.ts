import { dayOf, formatDay, MICROS_PER_DAY, MICROS_PER_MINUTE, weekday } from '../../calendar/day.ts';
import { zoneTable } from '../../calendar/zone.ts';
import { mark, t } from '../../messages/index.ts';
import type { Agreement, CalendarDef } from '../../model/agreement.ts';
import type { Found, Rule } from './rule.ts';

/** Clocks have changed at these hours of the day, where they still change. */
const LATEST_CHANGE = 5 * 60;

/**
 * Without a date of its own, an agreement is looked at in these years: the clocks of most places keep to
 * one rule.
 */
const SOME_YEAR = dayOf(2026, 1, 1) ?? 0;
const YEARS = 3 * 366;

/**
 * Where the clock skips an hour, an opening inside it is moved to the moment of the change: once a year it
 * opens or closes late.
 */
export const windowInGap: Rule = {
  id: 'window-in-gap',
  severity: 'info',
  law: mark`No opening or closing time is one that the clock skips when it changes.`,
  good: `
calendars:
  office: { timezone: Europe/Paris, week: { mon-fri: [09:00-18:00], sun: [03:00-06:00] } }
`,
  bad: `
calendars:
  office: { timezone: Europe/Paris, week: { mon-fri: [09:00-18:00], sun: [02:30-06:00] } }
`,
  check(agreement) {
    return Object.values(agreement.calendars).flatMap((calendar) => gapOf(calendar, agreement) ?? []);
  },
};

/**
 * Minutes of the week at which a calendar opens or closes; where one window goes on where another ends, it
 * does neither.
 */
function edgesOf(week: CalendarDef['week']): readonly number[] {
  const minutes = (edge: 'open' | 'close'): ReadonlySet<number> =>
    new Set(week.flatMap((windows, day) => windows.map((window) => (day * 1440 + window[edge]) % 10_080)));
  const [opens, closes] = [minutes('open'), minutes('close')];
  return [...opens, ...closes].filter((minute) => opens.has(minute) !== closes.has(minute));
}

function gapOf({ id, timezone, week }: CalendarDef, { effective }: Agreement): Found | null {
  const edges = edgesOf(week).filter((minute) => minute % 1440 < LATEST_CHANGE);
  if (edges.length === 0) return null;
  const from = (effective.from ?? SOME_YEAR) * MICROS_PER_DAY;
  const { transitions } = zoneTable(timezone, from, from + YEARS * MICROS_PER_DAY);
  for (const { at, before, after } of transitions) {
    const start = at / MICROS_PER_MINUTE + before / 60;
    const length = (after - before) / 60;
    const date = Math.floor(start / 1440);
    const into = weekday(date) * 1440 + (start - date * 1440);
    const edge = edges.find((minute) => (minute - into + 10_080) % 10_080 < length);
    if (edge === undefined) continue;
    return {
      message: t`The calendar "${id}" opens or closes at ${time(edge)}, which the clock of ${timezone} skips on ${formatDay(date)}`,
      help: t`write ${time(into + length)}, or ${time(into)}: at a change the window's edge is the moment of the change`,
      path: ['calendars', id, 'week'],
      on: 'key',
    };
  }
  return null;
}

function time(minute: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor((minute % 1440) / 60))}:${pad(minute % 60)}`;
}
