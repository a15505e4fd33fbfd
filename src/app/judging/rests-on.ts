import { formatDay } from '../../calendar/day.ts';
import type { RestsOn } from '../../model/compliance.ts';
import { eventCell } from './event-cell.ts';
import type { Run } from './run.ts';

/** What as-of rests on, with the cell that says so; null where it was asked for or rests on no event. */
export async function restsOn(run: Run): Promise<RestsOn | null> {
  if (run.grounds === null) return null;
  const { event, dates, dayBefore, latestLead } = run.grounds;
  const cell = await eventCell(run, event);
  const day = (value: number | null) => (value === null ? null : formatDay(value));
  return {
    cell: cell && { file: cell.file, line: cell.line, column: cell.column },
    ...{ dates, dayBefore: day(dayBefore), latestLead: day(latestLead) },
  };
}
