import { formatDay } from '../../calendar/day.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { Day, Period } from '../../model/time.ts';
import { civil } from '../../report/instant.ts';
import { dayOver } from '../judging/day-over.ts';
import type { Run } from '../judging/run.ts';

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
  reading: { readonly io: Io; readonly allowOutside: boolean },
): Promise<Earliest> {
  const { closing } = newest.agreement;
  if (closing === null || closing.after === null) return { ok: true, day: null };
  const given = {
    ...{ sourced: newest, within: closing.after, calendar: closing.calendar },
    path: ['closing', 'after'],
  };
  const over = await dayOver(given, month.to - 1, zone.zone, reading);
  return over.ok ? { ok: true, day: over.day + 1 } : over;
}

/** That a month is closed on a day on which it may not be yet. */
export function tooEarly(day: Day, month: Period, { newest }: Pick<Run, 'newest'>): Diagnostic {
  const { id, closing } = newest.agreement;
  return {
    rule: 'not-final',
    severity: 'error',
    message: t`${month.label} of "${id}" can be closed from ${civil(formatDay(day))} on: "after" of its closing says ${closing?.after?.text ?? ''}`,
    help: t`close it then, with exports of that day; --provisional closes it as it is`,
    place: newest.place(['closing', 'after']),
    fatal: true,
  };
}
