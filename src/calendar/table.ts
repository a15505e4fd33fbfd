import type { CalendarDef } from '../model/agreement.ts';
import type { CalendarTable } from '../model/reading.ts';
import type { Day, Micros } from '../model/time.ts';
import type { Closures } from './closures.ts';
import { MICROS_PER_DAY } from './day.ts';
import { dayPlans, type Openings, openings } from './windows.ts';
import { zoneTable } from './zone.ts';

/** The offsets of the zone go on for so many days after the last row. */
const ZONE_BEYOND = 3 * 366;

/** Closings go on until enough open days have passed, up to so many days. */
const MOST_DAYS_BEYOND = 20 * 366;

/**
 * The table of a calendar: rows for the UTC days `firstDay` to `lastDay`, both included; open days by local
 * date from the day before to the day after, so that every instant of the rows has its date in it; and the
 * closings of all open days from there to at least `openDaysBeyond` open days after the last row, so that the
 * last cases have their due dates, twenty years at most.
 *
 * The zone's offsets reach from the first row to three years after the last. The closures must reach as far
 * as the closings.
 */
export function calendarTable({
  def,
  closures,
  firstDay,
  lastDay,
  openDaysBeyond = 400,
}: {
  readonly def: CalendarDef;
  readonly closures: Closures;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly openDaysBeyond?: number;
}): CalendarTable {
  const plan = dayPlans(def, closures);
  const open = (beyond: number): Openings => {
    const end = lastDay + beyond;
    const zoneEnd = lastDay + Math.max(beyond, ZONE_BEYOND) + 2;
    const zone = zoneTable(def.timezone, (firstDay - 3) * MICROS_PER_DAY, zoneEnd * MICROS_PER_DAY);
    return openings(plan, zone, firstDay - 3, end);
  };
  // Of most calendars five of seven days are open, but for holidays.
  let beyond = Math.min(2 * openDaysBeyond + 30, MOST_DAYS_BEYOND);
  let found = open(beyond);
  while (beyond < MOST_DAYS_BEYOND && openDaysAfter(found, lastDay) < openDaysBeyond) {
    beyond = Math.min(2 * beyond, MOST_DAYS_BEYOND);
    found = open(beyond);
  }
  return {
    calendar: def.id,
    firstDay,
    ...rows(found, firstDay, lastDay),
    zone: found.zone,
    firstLocalDay: firstDay - 1,
    ...ordinals(found, firstDay - 1, lastDay + 1),
  };
}

/**
 * Open time from the table's start to an instant of its rows: the two look-ups that the SQL does. Throws a
 * RangeError for an instant outside the rows.
 */
export function openAt(table: CalendarTable, t: Micros): Micros {
  const row = Math.floor(t / MICROS_PER_DAY) - table.firstDay;
  const before = table.openBefore[row];
  if (before === undefined) throw new RangeError('The instant is outside the rows of the calendar table');
  return (table.windows[row] ?? []).reduce(
    (sum, { open, close }) => sum + Math.max(0, Math.min(t, close) - open),
    before,
  );
}

function rows(
  { stretches }: Openings,
  firstDay: Day,
  lastDay: Day,
): Pick<CalendarTable, 'openBefore' | 'windows'> {
  const openBefore: Micros[] = [0];
  const windows: { open: Micros; close: Micros }[][] = [];
  let sum = 0;
  let next = 0;
  for (let day = firstDay; day <= lastDay; day++) {
    const [from, to] = [day * MICROS_PER_DAY, (day + 1) * MICROS_PER_DAY];
    const clipped: { open: Micros; close: Micros }[] = [];
    for (; next < stretches.length; next++) {
      const stretch = stretches[next];
      if (!stretch || stretch.open >= to) break;
      const [open, close] = [Math.max(stretch.open, from), Math.min(stretch.close, to)];
      if (close > open) {
        clipped.push({ open, close });
        sum += close - open;
      }
      if (stretch.close > to) break;
    }
    windows.push(clipped);
    openBefore.push(sum);
  }
  return { openBefore, windows };
}

function ordinals(from: Openings, firstDay: Day, lastDay: Day): Pick<CalendarTable, 'openDays' | 'closings'> {
  const openDays: number[] = [];
  const closings: Micros[] = [0];
  for (let day = firstDay; day <= from.lastDay; day++) {
    const closing = from.closings[day - from.firstDay] ?? null;
    if (closing !== null) closings.push(closing);
    if (day <= lastDay) openDays.push(closings.length - 1);
  }
  return { openDays, closings };
}

function openDaysAfter(from: Openings, lastDay: Day): number {
  return from.closings.slice(lastDay + 1 - from.firstDay).filter((closing) => closing !== null).length;
}
