import { displayWidth } from './width.ts';

/** A line of a cell: what is measured, and what is printed for it, with its colours. */
export interface BoxLine {
  readonly text: string;
  readonly painted: string;
}

/** A row of as many cells as there are columns, or one text across all of them. */
export type BoxRow =
  | { readonly kind: 'cells'; readonly cells: readonly (readonly BoxLine[])[] }
  | { readonly kind: 'across'; readonly line: BoxLine };

export type Align = 'left' | 'right';

/** Rows in a box of lines, each under a line of its own, with a blank at both sides of each cell. */
export function drawBox(rows: readonly BoxRow[], aligns: readonly Align[], ascii: boolean): string {
  const widths = widthsOf(rows, aligns.length);
  const lines: string[] = [];
  for (const [index, row] of rows.entries()) {
    lines.push(border(rows[index - 1], row, widths, ascii), ...linesOf(row, widths, aligns, ascii));
  }
  lines.push(border(rows.at(-1), undefined, widths, ascii));
  return lines.join('\n');
}

/** Of the columns, without the blanks beside them. A text across all that is longer widens them evenly. */
function widthsOf(rows: readonly BoxRow[], columns: number): readonly number[] {
  const widths = Array.from({ length: columns }, () => 0);
  for (const row of rows) {
    if (row.kind === 'across') continue;
    for (const [column, lines] of row.cells.entries()) {
      const widest = Math.max(0, ...lines.map(({ text }) => displayWidth(text)));
      widths[column] = Math.max(widths[column] ?? 0, widest);
    }
  }
  const across = Math.max(0, ...rows.map((row) => (row.kind === 'across' ? displayWidth(row.line.text) : 0)));
  for (const column of widths.keys()) {
    const missing = Math.max(0, across - innerOf(widths));
    widths[column] = (widths[column] ?? 0) + Math.round(missing / (columns - column));
  }
  return widths;
}

/** What one text across all columns may take: between two columns are two blanks and a line. */
function innerOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 3 * (widths.length - 1));
}

function linesOf(
  row: BoxRow,
  widths: readonly number[],
  aligns: readonly Align[],
  ascii: boolean,
): readonly string[] {
  const side = ascii ? '|' : '│';
  if (row.kind === 'across') return [`${side} ${padded(row.line, innerOf(widths), 'left')} ${side}`];
  const height = Math.max(1, ...row.cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const cells = widths.map((width, column) =>
      padded(row.cells[column]?.[at] ?? { text: '', painted: '' }, width, aligns[column] ?? 'left'),
    );
    return `${side} ${cells.join(` ${side} `)} ${side}`;
  });
}

function padded({ text, painted }: BoxLine, width: number, align: Align): string {
  const blank = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? painted + blank : blank + painted;
}

/** The line between two rows, above the first or below the last; columns meet it where the row on that side has them. */
function border(
  above: BoxRow | undefined,
  below: BoxRow | undefined,
  widths: readonly number[],
  ascii: boolean,
): string {
  const [up, down] = [above?.kind === 'cells', below?.kind === 'cells'];
  const meeting = up && down ? '┼' : up ? '┴' : down ? '┬' : '─';
  const [left, right] = above === undefined ? '┌┐' : below === undefined ? '└┘' : '├┤';
  const line = `${left}${widths.map((width) => '─'.repeat(width + 2)).join(meeting)}${right}`;
  return ascii ? line.replaceAll('─', '-').replace(/[^-]/g, '+') : line;
}
