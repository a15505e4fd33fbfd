import type { CalendarTables, LoadedCalendar } from '../../model/judge.ts';
import type { CalendarTable } from '../../model/reading.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';

/** The closing of a day that never comes, beyond every instant. */
const NEVER = 9e15;

/** A calendar that is to become rows. */
export interface CalendarToLoad {
  readonly table: CalendarTable;
  /** Open time accumulated at an instant of the table. */
  readonly openAt: (instant: number) => number;
  /**
   * So many closings more never come: a look-up finds a row also where the calendar has closed for good,
   * which happens to cases that are not judged by it.
   */
  readonly more: number;
}

/** A table that is to be kept, of the rows of SELECTs. */
export interface TableToKeep {
  readonly name: string;
  readonly selects: readonly string[];
}

/**
 * The three tables of all calendars: parts of UTC days, local dates, closings. The rows
 * of a calendar follow those of the one before, so that one look-up serves rows of different calendars.
 */
export function calendarTablesSql(
  calendars: readonly CalendarToLoad[],
  dialect: JudgingDialect,
): {
  readonly made: readonly TableToKeep[];
  readonly tables: CalendarTables;
  readonly places: readonly Pick<LoadedCalendar, 'number' | 'partsFrom' | 'datesFrom'>[];
} {
  const { cuts, width } = narrowest(calendars.map(({ table }) => table));
  const parts = calendars.map(({ table }) => partsOf(table, cuts));
  const partsFrom = behind(parts.map((own) => ({ first: own[0]?.part ?? 0, length: own.length })));
  const dates = calendars.map(({ table }) => ({ first: table.firstLocalDay, length: table.openDays.length }));
  const datesFrom = behind(dates);
  const closings = calendars.map(closingsOf);
  const ordsFrom = behind(closings.map(({ length }) => ({ first: 1, length })));
  const each = <T>(of: readonly (readonly T[])[], value: (one: T, calendar: number, i: number) => number) =>
    of.flatMap((own, calendar) => own.map((one, i) => value(one, calendar, i)));
  const from = (of: readonly number[], calendar: number) => of[calendar] ?? 0;
  const edges = Array.from({ length: width }, (_, w) => [
    [`o${w + 1}`, each(parts, ({ windows }) => windows[w]?.open ?? 0)] as const,
    [`c${w + 1}`, each(parts, ({ windows }) => windows[w]?.close ?? 0)] as const,
  ]);
  const openDays = calendars.map(({ table }) => table.openDays);
  return {
    tables: { ...NAMES, partLength: MICROS_PER_DAY / cuts, width },
    places: calendars.map((_, number) => ({
      ...{ number, partsFrom: from(partsFrom, number), datesFrom: from(datesFrom, number) },
    })),
    made: [
      tableOf(NAMES.parts, dialect, [
        ['part', each(parts, ({ part }, calendar) => part + from(partsFrom, calendar))],
        ['calendar', each(parts, (_, calendar) => calendar)],
        ['ob', each(parts, ({ openBefore }) => openBefore)],
        ...edges.flat(),
      ]),
      tableOf(NAMES.dates, dialect, [
        [
          'day',
          each(openDays, (_, calendar, i) => (dates[calendar]?.first ?? 0) + i + from(datesFrom, calendar)),
        ],
        ['ord', each(openDays, (ord, calendar) => ord + from(ordsFrom, calendar))],
      ]),
      tableOf(NAMES.closings, dialect, [
        ['ord', each(closings, (_, calendar, i) => i + 1 + from(ordsFrom, calendar))],
        ['close', each(closings, ({ close }) => close)],
        ['pos', each(closings, ({ pos }) => pos)],
      ]),
    ],
  };
}

const NAMES = { parts: 'calendar_parts', dates: 'calendar_dates', closings: 'calendar_closings' };

/** What each stretch of numbers lacks to follow the one before; the first one stays where it is. */
function behind(
  stretches: readonly { readonly first: number; readonly length: number }[],
): readonly number[] {
  let next = stretches[0]?.first ?? 0;
  return stretches.map(({ first, length }) => {
    const from = next - first;
    next += length;
    return from;
  });
}

/** Rows of one statement, whose text holds the numbers of all. */
const MOST_ROWS = 50_000;

function tableOf(
  name: string,
  dialect: JudgingDialect,
  columns: Parameters<JudgingDialect['numberRows']>[0],
): TableToKeep {
  const slices = Math.max(1, Math.ceil((columns[0]?.[1].length ?? 0) / MOST_ROWS));
  const selects = Array.from({ length: slices }, (_, i) =>
    dialect.numberRows(columns.map(([column, of]) => [column, of.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS)])),
  );
  return { name, selects };
}

function closingsOf({ table, openAt, more }: CalendarToLoad): readonly { close: number; pos: number }[] {
  const [first, end] = [
    table.firstDay * MICROS_PER_DAY,
    (table.firstDay + table.windows.length) * MICROS_PER_DAY,
  ];
  const openAtOrEdge = (t: number) => (t < first ? 0 : t < end ? openAt(t) : (table.openBefore.at(-1) ?? 0));
  return [...table.closings.slice(1), ...new Array<number>(more).fill(NEVER)].map((close) => ({
    close,
    pos: openAtOrEdge(close),
  }));
}

/** A stretch of a UTC day, with the open time before it and the windows in it. */
interface Part {
  readonly part: number;
  readonly openBefore: number;
  readonly windows: CalendarTable['windows'][number];
}

/** Into how many parts a day may be cut: each ends at a whole hour. */
const CUTS = [1, 2, 3, 4, 6, 8, 12];

/** Rows of a calendar, which are made anew at each run. */
const MOST_PARTS = 10_000;

/**
 * Days, cut into as few parts as make the fewest windows in each: a window costs every row that looks there
 * more than the look-up itself. A day with a pause at noon is two halves of one window.
 */
function narrowest(tables: readonly CalendarTable[]): { readonly cuts: number; readonly width: number } {
  const most = MOST_PARTS / Math.max(1, ...tables.map(({ windows }) => windows.length));
  let found = { cuts: 1, width: Number.POSITIVE_INFINITY };
  for (const cuts of CUTS.filter((each) => each === 1 || each <= most)) {
    const width = Math.max(1, ...tables.map((table) => widthOf(table, MICROS_PER_DAY / cuts)));
    if (width < found.width) found = { cuts, width };
    // No part overlaps fewer windows.
    if (width === 1) break;
  }
  return found;
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
