import { compileCalendar } from '../../calendar/calendar.ts';
import { formatDay, MICROS_PER_DAY } from '../../calendar/day.ts';
import { dueCalendarDays, dueElapsed } from '../../calendar/due.ts';
import { zoneTable } from '../../calendar/zone.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { Day, Duration, Micros, Period } from '../../model/time.ts';
import { localDay } from '../../plan/periods.ts';
import { asFatal } from '../findings/fatal.ts';
import { closuresOf } from '../judging/closures.ts';
import type { Run } from '../judging/run.ts';

/** Holidays are read so many days beyond the month: further than anybody waits to close it. */
const AHEAD = 3 * 366;

export type Earliest =
  | { readonly ok: true; readonly day: Day | null }
  | { readonly ok: false; readonly findings: readonly Diagnostic[] };

/**
 * The first day on which a month may be closed: the one after that on which the time that `closing.after`
 * gives has passed, counted from the month's last instant. Null where the agreement says nothing.
 */
export async function earliestClosing(
  { newest, zone }: Pick<Run, 'newest' | 'zone'>,
  month: Period,
  { io, allowOutside }: { readonly io: Io; readonly allowOutside: boolean },
): Promise<Earliest> {
  const { closing, calendars } = newest.agreement;
  const after = closing?.after ?? null;
  if (closing === null || after === null) return { ok: true, day: null };
  // The first business day is then that after the month, and a date counts from its last day.
  const start = month.to - 1;
  const plain = plainDue(start, after, zone.zone);
  if (plain !== null) return { ok: true, day: localDay(zone, plain) + 1 };
  const def = calendars[closing.calendar ?? ''];
  if (!def) throw new Error(`No calendar "${closing.calendar}"`);
  const first = Math.floor(start / MICROS_PER_DAY);
  const span = { from: first - 3, to: first + AHEAD };
  const closed = await closuresOf({ def, sourced: newest, span, io, allowOutside });
  if (closed.findings.length > 0) return { ok: false, findings: closed.findings.map(asFatal) };
  const due = compileCalendar(def, closed.closures, { from: start, to: month.to }).due(start, after);
  if (due !== null) return { ok: true, day: dayIn(def.timezone, due) + 1 };
  return {
    ok: false,
    findings: [
      {
        rule: 'no-due',
        severity: 'error',
        message: t`"${after.text}" is never over on the calendar "${def.id}"`,
        help: t`write a shorter time limit`,
        place: newest.place(['closing', 'after']),
        fatal: true,
      },
    ],
  };
}

/** Null for business time. */
function plainDue(start: Micros, after: Duration, zone: string): Micros | null {
  if (after.unit === 'elapsed') return dueElapsed(start, after.micros);
  if (after.unit !== 'calendar-days') return null;
  const reach = start + (after.days + 3) * MICROS_PER_DAY;
  return dueCalendarDays(zoneTable(zone, start - 3 * MICROS_PER_DAY, reach), start, after.days);
}

const dayIn = (zone: string, at: Micros): Day =>
  localDay(zoneTable(zone, at - 3 * MICROS_PER_DAY, at + 3 * MICROS_PER_DAY), at);

/** That a month is closed on a day on which it may not be yet. */
export function tooEarly(day: Day, month: Period, { newest }: Pick<Run, 'newest'>): Diagnostic {
  const { id, closing } = newest.agreement;
  return {
    rule: 'not-final',
    severity: 'error',
    message: t`${month.label} of "${id}" can be closed from ${formatDay(day)} on: "after" of its closing says ${closing?.after?.text ?? ''}`,
    help: t`close it then, with exports of that day; --provisional closes it as it is`,
    place: newest.place(['closing', 'after']),
    fatal: true,
  };
}
