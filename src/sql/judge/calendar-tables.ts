import type { CalendarTable } from '../../model/plan.ts';
import { DAY, q } from './expressions.ts';

/** Rows a statement. */
const CHUNK = 2000;

/** Statements that make the three tables of a calendar: UTC days, local dates, closings. */
export function calendarTablesSql(
  table: CalendarTable,
  names: { readonly days: string; readonly dates: string; readonly closings: string },
  openAt: (instant: number) => number,
): { readonly statements: readonly string[]; readonly width: number } {
  const width = Math.max(1, ...table.windows.map((windows) => windows.length));
  const windowColumns = Array.from({ length: width }, (_, i) => `o${i + 1} BIGINT, c${i + 1} BIGINT`);
  const days = table.windows.map((windows, i) => {
    const edges = Array.from({ length: width }, (_, w) => windows[w] ?? { open: 0, close: 0 });
    return [
      table.firstDay + i,
      table.openBefore[i] ?? 0,
      ...edges.flatMap(({ open, close }) => [open, close]),
    ];
  });
  const dates = table.openDays.map((ord, i) => [table.firstLocalDay + i, ord]);
  const [first, end] = [table.firstDay * DAY, (table.firstDay + table.windows.length) * DAY];
  const openAtOrEdge = (t: number) => (t < first ? 0 : t < end ? openAt(t) : (table.openBefore.at(-1) ?? 0));
  const closings = table.closings.slice(1).map((close, i) => [i + 1, close, openAtOrEdge(close)]);
  return {
    width,
    statements: [
      `CREATE OR REPLACE TABLE ${q(names.days)} (day BIGINT, ob BIGINT, ${windowColumns.join(', ')})`,
      ...inserts(names.days, days),
      `CREATE OR REPLACE TABLE ${q(names.dates)} (day BIGINT, ord BIGINT)`,
      ...inserts(names.dates, dates),
      `CREATE OR REPLACE TABLE ${q(names.closings)} (ord BIGINT, close BIGINT, pos BIGINT)`,
      ...inserts(names.closings, closings),
    ],
  };
}

function inserts(name: string, rows: readonly (readonly number[])[]): string[] {
  const statements: string[] = [];
  for (let i = 0; i < rows.length; i += CHUNK) {
    const values = rows.slice(i, i + CHUNK).map((row) => `(${row.join(', ')})`);
    statements.push(`INSERT INTO ${q(name)} VALUES ${values.join(', ')}`);
  }
  return statements;
}
