import type { RawCalendar } from './agreement.ts';
import { DAY, dateOf, dayAt, dayNumber, MINUTE, shownAt, type ZoneWalk } from './zone.ts';

/** Business time minute by minute: each minute of the walk is open or it is not. */
export interface CalendarWalk {
  readonly zone: ZoneWalk;
  readonly open: Uint8Array;
  /** By minute: open minutes before it. */
  readonly before: Int32Array;
  /** By local date that opens: the instant at which the last of its windows closes. */
  readonly closings: ReadonlyMap<number, number>;
}

/** Public holidays of France that fall into the walks, from the calendar of the French Republic. */
const FRANCE = [
  '2026-04-06',
  '2026-05-01',
  '2026-05-08',
  '2026-05-14',
  '2026-05-25',
  '2026-11-01',
  '2026-11-11',
  '2026-12-25',
  '2027-01-01',
];

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export function calendarWalk(raw: RawCalendar, zone: ZoneWalk): CalendarWalk {
  const open = new Uint8Array(zone.length);
  const closings = new Map<number, number>();
  const lastDay = zone.firstDay + zone.firstShown.length / 1440 - 6;
  for (let day = zone.firstDay + 4; day <= lastDay; day++) {
    for (const window of windowsOf(raw, day)) {
      const [from, to] = edges(window);
      const opening = shownAt(zone, day * DAY + from * MINUTE).first;
      const shown = shownAt(zone, day * DAY + to * MINUTE);
      const closing = to === 1440 ? shown.first : shown.last;
      for (let m = opening / MINUTE; m < closing / MINUTE; m++) open[m - zone.first] = 1;
      if (closing > opening) closings.set(day, Math.max(closing, closings.get(day) ?? closing));
    }
  }
  const before = new Int32Array(zone.length + 1);
  for (let i = 0; i < zone.length; i++) before[i + 1] = (before[i] ?? 0) + (open[i] ?? 0);
  return { zone, open, before, closings };
}

/** A special opening replaces everything; else a closed date or a holiday closes; else the week applies. */
function windowsOf(raw: RawCalendar, day: number): readonly string[] {
  const date = dateOf(day);
  const special = raw.open?.[date];
  if (special) return special;
  if (raw.closed?.some((range) => inRange(range, day))) return [];
  if (raw.holidays?.includes('FR') && FRANCE.includes(date)) return [];
  const weekday = (day + 3) % 7;
  for (const [key, windows] of Object.entries(weekOn(raw, date))) {
    const [first = '', last = first] = key.split('-');
    if (WEEK.indexOf(first) <= weekday && weekday <= WEEK.indexOf(last)) return windows;
  }
  return [];
}

/** Of the season that a date lies in, those of one year before those of every year, else the usual one. */
function weekOn({ seasons = [], week }: RawCalendar, date: string): RawCalendar['week'] {
  const holds = (day: string) =>
    seasons.find(({ between }) => {
      const [from = '', to = from] = between.split('..');
      if (from.length !== day.length) return false;
      return from <= to ? from <= day && day <= to : day >= from || day <= to;
    });
  return (holds(date) ?? holds(date.slice(5)))?.week ?? week;
}

/** Whether a date lies in `2026-08-10..2026-08-14`, or is the one date. */
export function inRange(range: string, day: number): boolean {
  const [from = '', to = from] = range.split('..');
  return dayNumber(from) <= day && day <= dayNumber(to);
}

/** `22:00-02:00` in minutes of the date on which it opens. */
function edges(window: string): readonly [number, number] {
  const [from = 0, to = 0] = window.split('-').map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  return [from, to > from ? to : to + 1440];
}

/** Open microseconds from the beginning of the walk to an instant. */
function openBefore({ zone, open, before }: CalendarWalk, at: number): number {
  const minute = Math.floor(at / MINUTE);
  const i = minute - zone.first;
  const [passed, now] = [before[i], open[i]];
  if (passed === undefined || now === undefined) throw new Error('The walk is too short');
  return passed * MINUTE + now * (at - minute * MINUTE);
}

/** Open microseconds between two instants; the negative of it where the second comes first. */
export const openBetween = (calendar: CalendarWalk, from: number, to: number): number =>
  openBefore(calendar, to) - openBefore(calendar, from);

/** The first instant by which so much open time has passed since the start. */
export function dueAfterOpen(calendar: CalendarWalk, start: number, micros: number): number {
  const goal = openBefore(calendar, start) + micros;
  for (let i = Math.floor(start / MINUTE) - calendar.zone.first; i < calendar.zone.length; i++) {
    const after = (calendar.before[i + 1] ?? 0) * MINUTE;
    if (after >= goal) return (calendar.zone.first + i + 1) * MINUTE - (after - goal);
  }
  throw new Error('The walk is too short');
}

/** The closing of the n-th date after that of the start on which a window opens. */
export function dueAfterDays(calendar: CalendarWalk, start: number, days: number): number {
  let left = days;
  for (let day = dayAt(calendar.zone, start) + 1; day < calendar.zone.firstDay + 400; day++) {
    const closing = calendar.closings.get(day);
    if (closing !== undefined && --left === 0) return closing;
  }
  throw new Error('The walk is too short');
}
