/** A cell by its lines, which may be coloured, and the columns that they take on a terminal. */
export interface BoxCell {
  readonly lines: readonly string[];
  readonly widths: readonly number[];
}

/** A row has a cell in each column, or one that spans all of them. */
export type BoxRow = readonly BoxCell[];

/** Of which characters a box is drawn. */
export interface BoxLines {
  readonly horizontal: string;
  readonly vertical: string;
  /** Where lines meet, by whether a column's line goes on above and below: at the left, inside, at the right. */
  readonly top: readonly [left: string, inside: string, right: string];
  readonly middle: readonly [left: string, inside: string, right: string];
  readonly bottom: readonly [left: string, inside: string, right: string];
}

export interface BoxStyle {
  readonly lines: BoxLines;
  readonly aligns: readonly ('left' | 'right')[];
}

/** Rows in a box, a line between each two of them. */
export function boxOf(rows: readonly BoxRow[], { lines, aligns }: BoxStyle): string {
  const widths = widthsOf(rows, aligns.length);
  const drawn: string[] = [];
  for (const [at, row] of rows.entries()) {
    drawn.push(lineBetween(at === 0 ? null : (rows[at - 1] ?? null), row, widths, lines));
    const height = Math.max(1, ...row.map((cell) => cell.lines.length));
    for (let line = 0; line < height; line++) drawn.push(textLine(row, line, widths, { lines, aligns }));
  }
  const last = rows.at(-1);
  if (last) drawn.push(lineBetween(last, null, widths, lines));
  return drawn.join('\n');
}

const spans = (row: BoxRow, columns: number): boolean => row.length === 1 && columns > 1;

/** Of each column with a blank on both sides. What spans all columns widens them alike, the first ones by what is left over. */
function widthsOf(rows: readonly BoxRow[], columns: number): readonly number[] {
  const widths = new Array<number>(columns).fill(1);
  for (const row of rows) {
    if (spans(row, columns)) continue;
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 1, roomOf(cell));
  }
  for (const row of rows.toReversed()) {
    if (!spans(row, columns)) continue;
    let missing = roomOf(row[0]) - widths.reduce((sum, width) => sum + width, columns - 1);
    for (let at = 0; at < columns && missing > 0; at++) {
      const more = Math.round(missing / (columns - at));
      widths[at] = (widths[at] ?? 1) + more;
      missing -= more;
    }
  }
  return widths;
}

const roomOf = (cell: BoxCell | undefined): number => 2 + Math.max(0, ...(cell?.widths ?? []));

/** Columns part where a row has them: above it, below it, or both. */
function lineBetween(
  above: BoxRow | null,
  below: BoxRow | null,
  widths: readonly number[],
  { horizontal, top, middle, bottom }: BoxLines,
): string {
  const [left, , right] = above === null ? top : below === null ? bottom : middle;
  const goesOn = (row: BoxRow | null): boolean => row !== null && !spans(row, widths.length);
  const [up, down] = [goesOn(above), goesOn(below)];
  const inside = up && down ? middle[1] : down ? top[1] : up ? bottom[1] : horizontal;
  return `${left}${widths.map((width) => horizontal.repeat(width)).join(inside)}${right}`;
}

function textLine(row: BoxRow, line: number, widths: readonly number[], { lines, aligns }: BoxStyle): string {
  const all = widths.reduce((sum, width) => sum + width, widths.length - 1);
  const texts = row.map((cell, at) => {
    const room = (spans(row, widths.length) ? all : (widths[at] ?? 1)) - 2;
    const text = cell.lines[line] ?? '';
    return ` ${padded(text, room - (cell.widths[line] ?? 0), aligns[at] ?? 'left')} `;
  });
  return `${lines.vertical}${texts.join(lines.vertical)}${lines.vertical}`;
}

const padded = (text: string, blanks: number, align: 'left' | 'right'): string =>
  align === 'left' ? text + ' '.repeat(Math.max(0, blanks)) : ' '.repeat(Math.max(0, blanks)) + text;
