import type { CalendarTable } from '../../model/plan.ts';
import { DAY, q } from './expressions.ts';

/** Statements that make the three tables of a calendar: UTC days, local dates, closings. */
export function calendarTablesSql(
  table: CalendarTable,
  names: { readonly days: string; readonly dates: string; readonly closings: string },
  openAt: (instant: number) => number,
): { readonly statements: readonly string[]; readonly width: number } {
  const width = Math.max(1, ...table.windows.map((windows) => windows.length));
  const edges = Array.from({ length: width }, (_, w) => [
    [`o${w + 1}`, table.windows.map((windows) => windows[w]?.open ?? 0)] as const,
    [`c${w + 1}`, table.windows.map((windows) => windows[w]?.close ?? 0)] as const,
  ]);
  const [first, end] = [table.firstDay * DAY, (table.firstDay + table.windows.length) * DAY];
  const openAtOrEdge = (t: number) => (t < first ? 0 : t < end ? openAt(t) : (table.openBefore.at(-1) ?? 0));
  const closings = table.closings.slice(1);
  return {
    width,
    statements: [
      tableSql(names.days, [
        ['day', table.windows.map((_, i) => table.firstDay + i)],
        ['ob', table.windows.map((_, i) => table.openBefore[i] ?? 0)],
        ...edges.flat(),
      ]),
      tableSql(names.dates, [
        ['day', table.openDays.map((_, i) => table.firstLocalDay + i)],
        ['ord', table.openDays],
      ]),
      tableSql(names.closings, [
        ['ord', closings.map((_, i) => i + 1)],
        ['close', closings],
        ['pos', closings.map(openAtOrEdge)],
      ]),
    ],
  };
}

/** Columns of equal length. Each is one text to be cast: thousands of literals would take longer to plan than to load. */
function tableSql(
  name: string,
  columns: readonly (readonly [name: string, values: readonly number[]])[],
): string {
  const lists = columns.map(
    ([column, values]) => `unnest(CAST('[${values.join(',')}]' AS BIGINT[])) AS ${column}`,
  );
  return `CREATE OR REPLACE TABLE ${q(name)} AS SELECT ${lists.join(', ')}`;
}
