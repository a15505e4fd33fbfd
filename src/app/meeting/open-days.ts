import type { Pack } from '../../model/pack.ts';
import type { Period } from '../../model/time.ts';
import { openDays } from '../judging/pace.ts';
import type { Run } from '../judging/run.ts';

/** How many days the first calendar was open in each of the periods. */
export function openDaysOf(run: Run, periods: readonly Period[]): Pack['openDays'] {
  const calendar = Object.keys(run.newest.agreement.calendars)[0];
  const compiled = calendar === undefined ? undefined : run.calendars.of(run.newest, calendar)?.compiled;
  if (!compiled) return [];
  return periods.map(({ label, from, to }) => ({
    period: label,
    days: openDays(run, compiled, from, to),
  }));
}
