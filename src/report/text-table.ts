import Box from 'cli-table3';
import type { RenderOptions } from '../model/render.ts';
import { terminal } from './escape.ts';
import { painter } from './paint.ts';
import { type Cell, type Column, inAscii, type Row, symbolOf, type Table, type Tone } from './table.ts';
import { clip, displayWidth, wrap } from './width.ts';

interface Line {
  readonly text: string;
  readonly tone?: Tone;
}

/** A column as it is drawn: of one column of the table, or of several that share it. */
interface Drawn {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly lines: (row: Row & { readonly kind: 'row' }) => readonly Line[];
}

const NAME_LEAST = 18;
const NAME_MOST = 46;

/** The table in a box, folded or cut into several until it fits the width. */
export function textTable(asked: Table, options: RenderOptions): string {
  const table = options.ascii ? tableInAscii(asked) : asked;
  const rows = table.rows.filter((row) => row.kind === 'row');
  const drawn = table.columns.map((column, index) => single(column, index, options));
  const [name, ...rest] = drawn;
  if (!name) return '';
  const room = options.width - NAME_LEAST - 4;
  if (table.fixed < table.columns.length) {
    const whole = chunks(rest, rows, room);
    // Names of two words in two lines, `mai` and `2026`, before a table is cut.
    const lower = whole.length === 1 ? whole : chunks(rest.map(inTwoLines), rows, room);
    const cut = lower.length < whole.length ? lower : whole;
    return cut.map((some) => box(table, name, some, options)).join('\n');
  }
  // One fold after the other, from the left, until it fits.
  const folds = [...new Set(table.columns.flatMap((column) => column.fold ?? []))];
  let columns: readonly Drawn[] = rest;
  for (let count = 1; count <= folds.length && widthOf(columns, rows) > room; count++) {
    columns = folded(table.columns, new Set(folds.slice(0, count)), options);
  }
  // A terminal that is narrower still has all of them in one.
  return box(table, name, widthOf(columns, rows) > room ? [stacked(columns)] : columns, options);
}

const inTwoLines = (column: Drawn): Drawn => ({
  ...column,
  title: column.title.replace(/^(\S+)\s(\S+)$/, '$1\n$2'),
});

const stacked = (columns: readonly Drawn[]): Drawn => ({
  title: columns.map(({ title }) => title).join(', '),
  align: 'left',
  lines: (row) => columns.flatMap((column) => column.lines(row)),
});

function single(column: Column, index: number, options: RenderOptions): Drawn {
  return {
    title: terminal(column.title),
    align: column.align,
    lines: (row) => linesOf(row.cells[index] ?? { text: '' }, options),
  };
}

/** Before its columns are measured: a sign of ours takes more room there. */
const tableInAscii = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((row) =>
    row.kind === 'group'
      ? row
      : {
          ...row,
          ...(row.note === undefined ? {} : { note: inAscii(row.note) }),
          cells: row.cells.map((cell) => ({
            ...cell,
            text: inAscii(cell.text),
            ...(cell.under === undefined ? {} : { under: inAscii(cell.under) }),
          })),
        },
  ),
});

function linesOf(cell: Cell, options: RenderOptions): readonly Line[] {
  const mark = cell.mark ? `${symbolOf(cell.mark, options.ascii)} ` : '';
  const tone = cell.tone ? { tone: cell.tone } : {};
  if (cell.under === undefined) return [{ text: mark + terminal(cell.text), ...tone }];
  return cell.markUnder
    ? [{ text: terminal(cell.text) }, { text: mark + terminal(cell.under), ...tone }]
    : [
        { text: mark + terminal(cell.text), ...tone },
        { text: terminal(cell.under), tone: 'quiet' },
      ];
}

function folded(
  columns: readonly Column[],
  folds: ReadonlySet<string>,
  options: RenderOptions,
): readonly Drawn[] {
  const drawn: Drawn[] = [];
  for (let index = 1; index < columns.length; index++) {
    const column = columns[index];
    if (!column) continue;
    const { fold } = column;
    if (fold === undefined || !folds.has(fold)) {
      drawn.push(single(column, index, options));
      continue;
    }
    const indexes = columns.flatMap((each, at) => (each.fold === fold ? [at] : []));
    drawn.push({
      title: fold,
      align: 'left',
      lines: (row) =>
        indexes.flatMap((at) => {
          const name = columns[at]?.label ?? columns[at]?.title ?? '';
          const label = name === fold || name === '' ? '' : `${name} `;
          const cell = row.cells[at] ?? { text: '' };
          return cell.text === '' ? [] : linesOf({ ...cell, text: label + cell.text }, options);
        }),
    });
    index = indexes.at(-1) ?? index;
  }
  return drawn;
}

function chunks(
  columns: readonly Drawn[],
  rows: readonly (Row & { readonly kind: 'row' })[],
  room: number,
): readonly (readonly Drawn[])[] {
  const all: Drawn[][] = [[]];
  for (const column of columns) {
    const last = all.at(-1) ?? [];
    if (last.length > 0 && widthOf([...last, column], rows) > room) all.push([column]);
    else last.push(column);
  }
  return all;
}

/** With the blanks and the line that each column brings. */
function widthOf(columns: readonly Drawn[], rows: readonly (Row & { readonly kind: 'row' })[]): number {
  return columns
    .map(
      (column) =>
        3 +
        Math.max(
          ...[
            ...column.title.split('\n'),
            ...rows.flatMap((row) => column.lines(row).map((each) => each.text)),
          ].map(displayWidth),
        ),
    )
    .reduce((total, each) => total + each, 0);
}

function box(table: Table, name: Drawn, columns: readonly Drawn[], options: RenderOptions): string {
  const rows = table.rows.filter((row) => row.kind === 'row');
  const paint = painter(options);
  const nameWidth = Math.max(NAME_LEAST, Math.min(NAME_MOST, options.width - 4 - widthOf(columns, rows)));
  const drawing = new Box({
    chars: options.ascii ? ASCII_LINES : LINES,
    style: { head: [], border: [] },
    colAligns: ['left', ...columns.map((column) => column.align)],
  });
  const titles = [name, ...columns].map(({ title }) => title.split('\n').map((line) => paint(line, 'title')));
  drawing.push(titles.map((lines) => lines.join('\n')));
  for (const row of table.rows) {
    if (row.kind === 'group') {
      const title = clip(terminal(row.text), nameWidth + widthOf(columns, rows), options.ascii);
      drawing.push([{ content: paint(title, 'title'), colSpan: columns.length + 1 }]);
      continue;
    }
    const indent = row.indent === 1 ? '  ' : '';
    const own = wrap(name.lines(row)[0]?.text ?? '', nameWidth - indent.length);
    const lines = own.map((line) => clip(indent + line, nameWidth, options.ascii));
    const note = row.note === undefined ? [] : wrap(terminal(row.note), nameWidth);
    const head = [...lines, ...note.map((line) => paint(clip(line, nameWidth, options.ascii), 'quiet'))];
    drawing.push([
      head.join('\n'),
      ...columns.map((column) =>
        column
          .lines(row)
          .map((line) => paint(line.text, line.tone))
          .join('\n'),
      ),
    ]);
  }
  return `${drawing.toString()}\n`;
}

const LINES = {
  top: '─',
  'top-mid': '┬',
  'top-left': '┌',
  'top-right': '┐',
  bottom: '─',
  'bottom-mid': '┴',
  'bottom-left': '└',
  'bottom-right': '┘',
  left: '│',
  'left-mid': '├',
  mid: '─',
  'mid-mid': '┼',
  right: '│',
  'right-mid': '┤',
  middle: '│',
} as const;

const ASCII_LINES = Object.fromEntries(
  Object.entries(LINES).map(([name, line]) => [name, line === '│' ? '|' : line === '─' ? '-' : '+']),
);
