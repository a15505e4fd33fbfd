import { dayOf, formatDay, MICROS_PER_DAY, MICROS_PER_MINUTE, weekday } from '../../calendar/day.ts';
import { weekOn } from '../../calendar/windows.ts';
import { zoneTable } from '../../calendar/zone.ts';
import { mark, t } from '../../messages/index.ts';
import type { Agreement, CalendarDef, Week } from '../../model/agreement.ts';
import type { Day } from '../../model/time.ts';
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
 * Minutes, counted from 1970 on local clocks, at which a calendar opens or closes on a date and those beside
 * it; where one window goes on where another ends, it does neither.
 */
function edgesAround(date: Day, weekOf: (day: Day) => Week): readonly number[] {
  const minutes = (edge: 'open' | 'close'): ReadonlySet<number> =>
    new Set(
      [date - 1, date, date + 1].flatMap((day) =>
        (weekOf(day)[weekday(day)] ?? []).map((window) => day * 1440 + window[edge]),
      ),
    );
  const [opens, closes] = [minutes('open'), minutes('close')];
  return [...opens, ...closes].filter((minute) => opens.has(minute) !== closes.has(minute));
}

function gapOf(calendar: CalendarDef, { effective }: Agreement): Found | null {
  const { id, timezone, week, seasons } = calendar;
  const early = [week, ...seasons.map((season) => season.week)].flat(2);
  if (!early.some(({ open, close }) => open < LATEST_CHANGE || close % 1440 < LATEST_CHANGE)) return null;
  const weekOf = weekOn(calendar);
  const from = (effective.from ?? SOME_YEAR) * MICROS_PER_DAY;
  const { transitions } = zoneTable(timezone, from, from + YEARS * MICROS_PER_DAY);
  for (const { at, before, after } of transitions) {
    const start = at / MICROS_PER_MINUTE + before / 60;
    const length = (after - before) / 60;
    const date = Math.floor(start / 1440);
    const edge = edgesAround(date, weekOf).find((minute) => minute >= start && minute < start + length);
    if (edge === undefined) continue;
    const held = seasons.findIndex((season) => season.week === weekOf(date));
    return {
      message: t`The calendar "${id}" opens or closes at ${time(edge)}, which the clock of ${timezone} skips on ${formatDay(date)}`,
      help: t`write ${time(start + length)}, or ${time(start)}: at a change the window's edge is the moment of the change`,
      path: ['calendars', id, ...(held < 0 ? [] : ['seasons', held]), 'week'],
      on: 'key',
    };
  }
  return null;
}

function time(minute: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor((minute % 1440) / 60))}:${pad(minute % 60)}`;
}
