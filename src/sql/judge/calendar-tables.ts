import type { CalendarTable } from '../../model/reading.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';

/** The closing of a day that never comes, beyond every instant. */
const NEVER = 9e15;

/**
 * Statements that make the three tables of a calendar: parts of UTC days, local dates, closings. So many
 * closings more never come: a look-up finds a row also where the calendar has closed for good, which
 * happens to cases that are not judged by it.
 */
export function calendarTablesSql(
  table: CalendarTable,
  names: { readonly parts: string; readonly dates: string; readonly closings: string },
  openAt: (instant: number) => number,
  dialect: Dialect,
  more = 0,
): { readonly statements: readonly string[]; readonly partLength: number; readonly width: number } {
  const { partLength, width, parts } = narrowest(table);
  const edges = Array.from({ length: width }, (_, w) => [
    [`o${w + 1}`, parts.map(({ windows }) => windows[w]?.open ?? 0)] as const,
    [`c${w + 1}`, parts.map(({ windows }) => windows[w]?.close ?? 0)] as const,
  ]);
  const [first, end] = [
    table.firstDay * MICROS_PER_DAY,
    (table.firstDay + table.windows.length) * MICROS_PER_DAY,
  ];
  const openAtOrEdge = (t: number) => (t < first ? 0 : t < end ? openAt(t) : (table.openBefore.at(-1) ?? 0));
  const tableSql = (name: string, columns: Parameters<Dialect['numberRows']>[0]) =>
    dialect.keep(dialect.identifier(name), dialect.numberRows(columns));
  const closings = [...table.closings.slice(1), ...new Array<number>(more).fill(NEVER)];
  return {
    partLength,
    width,
    statements: [
      tableSql(names.parts, [
        ['part', parts.map(({ part }) => part)],
        ['ob', parts.map(({ openBefore }) => openBefore)],
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

/** A stretch of a UTC day, with the open time before it and the windows in it. */
interface Part {
  readonly part: number;
  readonly openBefore: number;
  readonly windows: CalendarTable['windows'][number];
}

/** Into how many parts a day may be cut: each ends at a whole hour. */
const CUTS = [1, 2, 3, 4, 6, 8, 12];

/** Rows of a table that is made anew at each run. */
const MOST_PARTS = 10_000;

/**
 * Days, cut into as few parts as make the fewest windows in each: a window costs every row that looks there
 * more than the look-up itself. A day with a pause at noon is two halves of one window.
 */
function narrowest(table: CalendarTable): {
  readonly partLength: number;
  readonly width: number;
  readonly parts: readonly Part[];
} {
  const most = MOST_PARTS / table.windows.length;
  const [whole, ...cut] = CUTS.map((cuts) => ({ cuts, width: widthOf(table, MICROS_PER_DAY / cuts) }));
  const best = cut
    .filter(({ cuts }) => cuts <= most)
    .reduce((found, one) => (one.width < found.width ? one : found), whole ?? { cuts: 1, width: 1 });
  return { partLength: MICROS_PER_DAY / best.cuts, width: best.width, parts: partsOf(table, best.cuts) };
}

/** How many windows a part of the given length can overlap at most; never less than one. */
function widthOf({ windows }: CalendarTable, length: number): number {
  let width = 1;
  let [part, pieces] = [-1, 0];
  for (const { open, close } of windows.flat()) {
    const first = Math.floor(open / length);
    pieces = first === part ? pieces + 1 : 1;
    width = Math.max(width, pieces);
    const last = Math.floor((close - 1) / length);
    [part, pieces] = [last, last === first ? pieces : 1];
  }
  return width;
}

function partsOf({ windows, firstDay, openBefore }: CalendarTable, cuts: number): readonly Part[] {
  const length = MICROS_PER_DAY / cuts;
  return windows.flatMap((ofDay, row) => {
    let sum = openBefore[row] ?? 0;
    return Array.from({ length: cuts }, (_, i) => {
      const part = (firstDay + row) * cuts + i;
      const [from, to] = [part * length, (part + 1) * length];
      const within = ofDay
        .map(({ open, close }) => ({ open: Math.max(open, from), close: Math.min(close, to) }))
        .filter(({ open, close }) => open < close);
      const before = sum;
      for (const { open, close } of within) sum += close - open;
      return { part, openBefore: before, windows: within };
    });
  });
}
