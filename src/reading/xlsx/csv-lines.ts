import type { CsvDialect } from '../../model/agreement.ts';
import { alikeText } from '../../model/alike.ts';
import { CELL_MARKS, unmarked } from '../../model/cell-marks.ts';
import { csvCell, quotedCell } from '../../model/csv-cell.ts';
import { coveredCells, type Merge } from './merges.ts';
import type { SheetRow } from './rows.ts';

/** How the rows of a sheet are written, and what was seen of them. */
export interface TableRules {
  /** Rows before the header. */
  readonly skip: number;
  /**
   * Of the header: names of columns whose numbers are written with a comma, as `alikeText` makes them, so
   * that the rule for their texts reads them as what they are.
   */
  readonly commas: ReadonlySet<string>;
  /**
   * Columns of amounts, with the signs and codes of the currency that they are in: one that is shown with
   * another stands behind its sign, as a text would.
   */
  readonly amounts: ReadonlyMap<string, readonly string[]>;
  /** Cells below the header that are not what they seem have a mark. */
  readonly isMarked: boolean;
  readonly merges: readonly Merge[];
}

/** Rows of a table: those of a sheet, told of the header. */
export interface TableRows {
  cells(row: SheetRow): readonly string[];
  /** Rows below the header that hold anything and are hidden, by number of the first few, and all of them. */
  readonly hidden: { readonly rows: number; readonly first: readonly number[] };
  /** Row of the header; null where none was met. */
  readonly header: number | null;
}

/** Numbers of hidden rows that are kept. */
const KEPT = 3;

/** Cells beyond the header from which blanks between them are not written: one is enough to refuse a row. */
const FAR = 1000;

export function tableRows({ skip, commas, amounts, isMarked, merges }: TableRules): TableRows {
  let header: readonly string[] | null = null;
  let covered: ReturnType<typeof coveredCells> | null = null;
  let at: number | null = null;
  let hidden = 0;
  const first: number[] = [];
  return {
    get hidden() {
      return { rows: hidden, first };
    },
    get header() {
      return at;
    },
    cells(row) {
      if (header === null) {
        if (row.number > skip && row.cells.length > 0) {
          at = row.number;
          header = row.cells.map(alikeText);
          if (isMarked && merges.length > 0) covered = coveredCells(merges, header.length);
        }
        return row.cells.map(unmarked);
      }
      if (row.isHidden && row.cells.length > 0) {
        hidden++;
        if (first.length < KEPT) first.push(row.number);
      }
      const written = withoutFar(row.cells, header.length);
      const cells = isMarked ? [...written] : written.map(unmarked);
      for (const place of row.numbers)
        if (commas.has(header[place] ?? '')) cells[place] = (cells[place] ?? '').replace('.', ',');
      for (const [place, sign] of row.signs) {
        const own = amounts.get(header[place] ?? '');
        if (own && !own.includes(sign)) cells[place] = `${sign}${cells[place] ?? ''}`;
      }
      for (const [place, range] of covered?.(row) ?? []) {
        while (cells.length <= place) cells.push('');
        cells[place] = `${CELL_MARKS['merged-cell']}${range}`;
      }
      return cells;
    },
  };
}

/** The cells of a row as wide as the header, and one of those that lie far beyond it. */
function withoutFar(cells: readonly string[], width: number): readonly string[] {
  if (cells.length - width <= FAR) return cells;
  return [...cells.slice(0, width), cells.find((cell, at) => at >= width && cell !== '') ?? ''];
}

/** Lines as wide as the widest row so far, blank ones for rows that the sheet leaves out. */
export function lineWriter(
  csv: Pick<CsvDialect, 'delimiter' | 'quote'>,
): (number: number, cells: readonly string[]) => string {
  let written = 0;
  let width = 0;
  const signs = [...csv.delimiter, ...csv.quote].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  const isOdd = new RegExp(`[\\r\\n${signs.join('')}]|^\\s|\\s$`, 'u');
  const cell = (text: string): string => {
    if (!isOdd.test(text)) return text;
    const flat = text.replace(/[\r\n]+/g, ' ');
    // A reader must not take blanks at either end for none.
    return /^\s|\s$/.test(flat) ? quotedCell(flat, csv.quote) : csvCell(flat, csv);
  };
  return (number, cells) => {
    const gap = '\n'.repeat(number - written - 1);
    written = number;
    if (cells.length === 0) return `${gap}\n`;
    // Titles stand above the table alone in their rows; below its header a row is as wide as the table,
    // whatever it fills.
    if (cells.length > Math.max(width, 1)) width = cells.length;
    const padded = [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];
    return `${gap}${padded.map(cell).join(csv.delimiter)}\n`;
  };
}
