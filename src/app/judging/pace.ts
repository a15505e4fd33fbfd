import type { Compiled } from '../../calendar/calendar.ts';
import type { Pace } from '../../model/compliance.ts';
import type { Micros, Period } from '../../model/time.ts';
import { localDay, midnight } from '../../plan/periods.ts';
import type { Run } from './run.ts';

/**
 * The pace of a running period, weighted by the open time of the agreement's first calendar: a month with a
 * bank holiday in its second half is further on at its middle. Null without a calendar, and before a first
 * open day is over: one lead in the first minute would be hundreds by the end.
 */
export function paceOf(run: Run, period: Period, value: number, target: number): Pace | null {
  const calendar = Object.keys(run.newest.agreement.calendars)[0];
  const compiled = calendar === undefined ? undefined : run.calendars.of(run.newest, calendar)?.compiled;
  if (!compiled || !isOpenDayOver(run, compiled, period)) return null;
  const passed = compiled.openBetween(period.from, run.asOf);
  const total = compiled.openBetween(period.from, period.to);
  if (passed <= 0 || total <= 0) return null;
  return {
    expected: (target * passed) / total,
    projected: (value * total) / passed,
    openDaysPassed: openDays(run, compiled, period.from, run.asOf),
    openDaysTotal: openDays(run, compiled, period.from, period.to),
  };
}

/** Whether all the open time of one local date of the period, its whole day, lies before as-of. */
function isOpenDayOver({ zone, asOf }: Run, compiled: Compiled, { from, to }: Period): boolean {
  const end = Math.min(asOf, to);
  for (let day = localDay(zone, from); midnight(zone, day) < end; day++) {
    const [begin, over] = [Math.max(midnight(zone, day), from), midnight(zone, day + 1)];
    if (compiled.openBetween(begin, over) > 0) return compiled.openBetween(Math.min(end, over), over) <= 0;
  }
  return false;
}

/** Local dates of the agreement on which the calendar opens, from one instant to another. */
export function openDays({ zone }: Pick<Run, 'zone'>, compiled: Compiled, from: Micros, to: Micros): number {
  let days = 0;
  for (let day = localDay(zone, from); midnight(zone, day) < to; day++) {
    if (compiled.openBetween(midnight(zone, day), Math.min(midnight(zone, day + 1), to)) > 0) days++;
  }
  return days;
}
