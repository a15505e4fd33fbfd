import { compileCalendar } from '../../calendar/calendar.ts';
import { MICROS_PER_DAY } from '../../calendar/day.ts';
import { dueCalendarDays, dueElapsed } from '../../calendar/due.ts';
import { zoneTable } from '../../calendar/zone.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { Day, Duration, Micros } from '../../model/time.ts';
import { localDay } from '../../plan/periods.ts';
import type { Sourced } from '../agreements/family.ts';
import { asFatal } from '../findings/fatal.ts';
import { closuresOf } from './closures.ts';

/** Holidays are read so many days beyond: further than anybody waits. */
const AHEAD = 3 * 366;

/** A time that the agreement gives for something, from the last instant of a day on. */
export interface Given {
  readonly sourced: Sourced;
  readonly within: Duration;
  /** Of business time. */
  readonly calendar: string | null;
  /** Where the agreement says it. */
  readonly path: YamlPath;
}

export type DayOver =
  | { readonly ok: true; readonly day: Day }
  | { readonly ok: false; readonly findings: readonly Diagnostic[] };

/** The local date on which the time is over; of business time, that of its calendar. */
export async function dayOver(
  { sourced, within, calendar, path }: Given,
  /** The last instant of a day: the first business day is then that after it, and a date counts from it. */
  start: Micros,
  zone: string,
  { io, allowOutside }: { readonly io: Io; readonly allowOutside: boolean },
): Promise<DayOver> {
  const plain = plainDue(start, within, zone);
  if (plain !== null) return { ok: true, day: dayIn(zone, plain) };
  const def = sourced.agreement.calendars[calendar ?? ''];
  if (!def) throw new Error(`No calendar "${calendar}"`);
  const first = Math.floor(start / MICROS_PER_DAY);
  const span = { from: first - 3, to: first + AHEAD };
  const closed = await closuresOf({ def, sourced, span, io, allowOutside });
  if (closed.findings.length > 0) return { ok: false, findings: closed.findings.map(asFatal) };
  const due = compileCalendar(def, closed.closures, { from: start, to: start + 1 }).due(start, within);
  if (due !== null) return { ok: true, day: dayIn(def.timezone, due) };
  const message = t`"${within.text}" is never over on the calendar "${def.id}"`;
  const help = t`write a shorter time limit`;
  const place = sourced.place(path);
  return { ok: false, findings: [{ rule: 'no-due', severity: 'error', message, help, place, fatal: true }] };
}

/** Null for business time. */
function plainDue(start: Micros, within: Duration, zone: string): Micros | null {
  if (within.unit === 'elapsed') return dueElapsed(start, within.micros);
  if (within.unit !== 'calendar-days') return null;
  const reach = start + (within.days + 3) * MICROS_PER_DAY;
  return dueCalendarDays(zoneTable(zone, start - 3 * MICROS_PER_DAY, reach), start, within.days);
}

const dayIn = (zone: string, at: Micros): Day =>
  localDay(zoneTable(zone, at - 3 * MICROS_PER_DAY, at + 3 * MICROS_PER_DAY), at);
