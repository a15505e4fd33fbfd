import { plural, t } from '../messages/index.ts';
import { placedRow } from '../messages/placed-row.ts';
import { whole } from '../messages/numbers.ts';
import type { RestsOn } from '../model/rests-on.ts';
import { civil } from './instant.ts';

/**
 * `rests on 1 date of that day: deals.csv line 4711, Closing Date; previous day: 2026-08-28; latest lead:
 * 2026-08-28`, what there is of it.
 */
export function restsOnText({ cell, dates, dayBefore, latestLead }: RestsOn): string {
  const count = plural(
    dates,
    t`rests on ${whole(dates)} date of that day`,
    t`rests on ${whole(dates)} dates of that day`,
  );
  return [
    cell === null ? count : t`${count}: ${placedRow(cell)}, ${cell.column}`,
    ...(dayBefore === null ? [] : [t`previous day: ${civil(dayBefore)}`]),
    ...(latestLead === null ? [] : [t`latest lead: ${civil(latestLead)}`]),
  ].join(t`; `);
}
