import { formatDay } from '../../calendar/day.ts';
import type { PlacedCell, RestsOn } from '../../model/rests-on.ts';
import { type EventCell, eventCell } from './event-cell.ts';
import type { Run } from './run.ts';

/**
 * What as-of rests on, with the cell that says so; null where it was asked for or rests on no event. The cell of a
 * large workbook, or of a large file with breaks of lines in its cells, is not looked for: that takes longer than
 * to judge it.
 */
export async function restsOn(run: Run): Promise<RestsOn | null> {
  if (run.grounds === null) return null;
  const { event, dates, dayBefore, latestLead } = run.grounds;
  const isSoon = run.exports.reports.every(({ report }) => report.findsRowsSoon);
  const cell = isSoon ? await eventCell(run, event) : null;
  const day = (value: number | null) => (value === null ? null : formatDay(value));
  return {
    cell: cell && withoutValue(cell),
    ...{ dates, dayBefore: day(dayBefore), latestLead: day(latestLead) },
  };
}

const withoutValue = ({ value: _, ...placed }: EventCell): PlacedCell => placed;
