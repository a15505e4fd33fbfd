import { compileCalendar } from '../../calendar/calendar.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { Capacity } from '../../model/plan.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';
import { periodsBetween } from '../../plan/periods.ts';
import { closuresOf } from '../judging/closures.ts';
import { openDays } from '../judging/pace.ts';
import type { Run } from '../judging/run.ts';

/** Months that are looked ahead, the one of as-of included: a summer is among them. */
const AHEAD = 6;

/** The hours that people have in the months ahead, and those that so many leads a month, whole ones, need. */
export async function capacityOf(
  run: Run,
  share: number,
  allowOutside: boolean,
  io: Io,
): Promise<{ readonly capacity: Capacity | null; readonly findings: readonly Diagnostic[] }> {
  const { newest, asOf } = run;
  const terms = newest.agreement.plan?.capacity ?? null;
  const def = terms === null ? undefined : newest.agreement.calendars[terms.calendar];
  if (terms === null || def === undefined) return { capacity: null, findings: [] };
  const to = asOf + AHEAD * 31 * MICROS_PER_DAY;
  const months = periodsBetween('month', asOf, to, run).slice(0, AHEAD);
  const span = { from: months[0]?.from ?? asOf, to: months.at(-1)?.to ?? to };
  const days = {
    from: Math.floor(span.from / MICROS_PER_DAY) - 7,
    to: Math.floor(span.to / MICROS_PER_DAY) + 7,
  };
  const closed = await closuresOf({ def, sourced: newest, span: days, io, allowOutside });
  const compiled = compileCalendar(def, closed.closures, span);
  const { calendar, people, hours, touches, minutes } = terms;
  const leads = Math.ceil(share - 1e-9);
  return {
    capacity: {
      ...{ calendar, people, hours, touches, minutes, leads },
      needed: (leads * touches * minutes) / 60,
      months: months.map(({ label, from, to: end }) => {
        const open = openDays(run, compiled, from, end);
        return { month: label, openDays: open, hours: people * hours * open };
      }),
    },
    findings: closed.findings,
  };
}
