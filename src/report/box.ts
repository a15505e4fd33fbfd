import { displayWidth } from './width.ts';

/** A row of cells, one a column, or one text over all of them. A line break in a text begins a line of its own. */
export type BoxRow = readonly string[] | { readonly over: string };

export interface BoxStyle {
  /** By column. */
  readonly aligns: readonly ('left' | 'right')[];
  /** Whether lines are drawn with signs that every terminal has. */
  readonly ascii: boolean;
}

/** Rows with lines around and between them. Colours take no room; each line of a text closes those that it opens. */
export function drawBox(rows: readonly BoxRow[], { aligns, ascii }: BoxStyle): string {
  const widths = widthsOf(rows, aligns.length);
  const [flat, upright] = ascii ? ['-', '|'] : ['─', '│'];
  const fill = (text: string, width: number, align: 'left' | 'right' | undefined): string => {
    const room = ' '.repeat(Math.max(0, width - PADDING - widthOf(text)));
    return align === 'right' ? ` ${room}${text} ` : ` ${text}${room} `;
  };
  const border = (above: BoxRow | undefined, below: BoxRow | undefined): string => {
    const [first, middle, last] = jointsOf(above, below, ascii);
    return first + widths.map((width) => flat.repeat(width)).join(middle) + last;
  };
  const linesOf = (row: BoxRow): readonly string[] => {
    if ('over' in row) return row.over.split('\n').map((line) => fill(line, wholeOf(widths), 'left'));
    const cells = row.map((text) => text.split('\n'));
    return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, at) =>
      widths.map((width, column) => fill(cells[column]?.[at] ?? '', width, aligns[column])).join(upright),
    );
  };
  const drawn = rows.flatMap((row, index) => [
    border(rows[index - 1], row),
    ...linesOf(row).map((line) => upright + line + upright),
  ]);
  return [...drawn, border(rows.at(-1), undefined)].join('\n');
}

/** A blank on either side of a text. */
const PADDING = 2;

/** Of a text on one line, without its colours. */
function widthOf(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
  return displayWidth(text.includes('\u001b') ? text.replace(/\u001b\[[\d;]*m/g, '') : text);
}

const widestOf = (text: string): number => Math.max(...text.split('\n').map(widthOf)) + PADDING;

const wholeOf = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, widths.length - 1);

/** A text over all columns that is wider than they are widens them alike, the first ones first. */
function widthsOf(rows: readonly BoxRow[], columns: number): readonly number[] {
  const widths = new Array<number>(columns).fill(1);
  for (const row of rows) {
    if ('over' in row) continue;
    for (const [column, text] of row.entries())
      widths[column] = Math.max(widths[column] ?? 1, widestOf(text));
  }
  for (const row of [...rows].reverse()) {
    if (!('over' in row)) continue;
    let missing = widestOf(row.over) - wholeOf(widths);
    for (let column = 0; column < columns && missing > 0; column++) {
      const more = Math.round(missing / (columns - column));
      widths[column] = (widths[column] ?? 1) + more;
      missing -= more;
    }
  }
  return widths;
}

/** How a border begins, meets the lines between columns, and ends, by what stands above and below it. */
function jointsOf(
  above: BoxRow | undefined,
  below: BoxRow | undefined,
  ascii: boolean,
): readonly [string, string, string] {
  if (ascii) return ['+', isCut(above) || isCut(below) ? '+' : '-', '+'];
  const middle = isCut(above) ? (isCut(below) ? '┼' : '┴') : isCut(below) ? '┬' : '─';
  if (above === undefined) return ['┌', middle, '┐'];
  return below === undefined ? ['└', middle, '┘'] : ['├', middle, '┤'];
}

const isCut = (row: BoxRow | undefined): boolean => row !== undefined && !('over' in row);
