import { open } from 'node:fs/promises';
import { t } from '../../messages/index.ts';
import type { CsvDialect } from '../../model/agreement.ts';
import { alikeText } from '../../model/alike.ts';
import { csvCell, quotedCell } from '../../model/csv-cell.ts';
import type { Task } from '../../model/io.ts';
import { unescaped } from '../../xlsx/xstring.ts';
import { readParts, tooLarge, WorkbookProblem } from './archive.ts';
import { dateText } from './date-styles.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import { xmlTaker } from './xml.ts';

/** What a sheet can hold. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Bytes of the copy. */
const MOST_BYTES = 4_000_000_000;

const FLUSH = 1 << 20;

/** A sheet that is to become CSV. */
export interface SheetToWrite {
  readonly file: string;
  /** By its name; null for the first that is shown. */
  readonly sheet: string | null;
  readonly csv: Pick<CsvDialect, 'delimiter' | 'quote'>;
  /** Must not be there. */
  readonly target: string;
  readonly task?: Task;
  /**
   * Of the header: names of columns whose numbers are to be written with a comma, as `alikeText` makes
   * them.
   */
  readonly commas?: ReadonlySet<string>;
  /** Rows before the header. */
  readonly skip?: number;
}

/**
 * Writes a sheet as CSV, one line a row, so that a line of the copy is the row of that number: line breaks
 * inside cells become spaces. Dates are written in ISO form, booleans as true and false, a formula whose
 * result is not stored as itself. Throws a WorkbookProblem.
 */
export async function sheetToCsv({
  file,
  sheet,
  csv,
  target,
  task = {},
  commas = new Set(),
  skip = 0,
}: SheetToWrite): Promise<Pick<Workbook, 'sheet' | 'sheets'>> {
  const workbook = await openWorkbook(file, sheet, task);
  const out = await open(target, 'wx', 0o600);
  try {
    const lines = rowWriter(csv);
    // The parser calls back while bytes are pushed: what it made is written between two pushes.
    const queue: string[] = [];
    let pending = '';
    let size = 0;
    const pointed = withCommas(commas, skip);
    const take = rowTaker(workbook, (row) => {
      pending += lines(pointed(row));
      if (pending.length < FLUSH) return;
      size += pending.length;
      if (size > MOST_BYTES) throw tooLarge();
      queue.push(pending);
      pending = '';
    });
    let seen = false;
    await readParts(
      file,
      (name) => {
        if (name.replace(/^\//, '').toLowerCase() !== workbook.part.toLowerCase()) return null;
        seen = true;
        return take;
      },
      async () => {
        for (const text of queue.splice(0)) await out.writeFile(text);
      },
      task,
    );
    if (!seen)
      throw new WorkbookProblem(
        t`The workbook does not hold the sheet that it names`,
        t`save it again in a spreadsheet`,
      );
    await out.writeFile(pending);
    return { sheet: workbook.sheet, sheets: workbook.sheets };
  } finally {
    await out.close();
  }
}

interface SheetRow {
  /** From 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Positions of its cells that are numbers, whatever is said of texts. */
  readonly numbers: readonly number[];
}

/**
 * Writes the numbers of some columns below the header with a comma, so that the rule for their texts reads
 * them as what they are.
 */
function withCommas(names: ReadonlySet<string>, skip: number): (row: SheetRow) => SheetRow {
  let header: readonly string[] | null = null;
  return (row) => {
    if (names.size === 0) return row;
    if (header === null) {
      if (row.number > skip && row.cells.length > 0) header = row.cells.map(alikeText);
      return row;
    }
    const cells = [...row.cells];
    for (const at of row.numbers)
      if (names.has(header[at] ?? '')) cells[at] = (cells[at] ?? '').replace('.', ',');
    return { ...row, cells };
  };
}

/** A cell as the sheet writes it. */
interface SheetCell {
  /** Of its value: `s` for a shared text, `b`, `n`, `e`, `d`, `str`, `inlineStr`. */
  readonly type: string;
  /** Position among the workbook's styles. */
  readonly style: number;
  readonly value: string;
  /** Null where the cell has none; its text may stand in another cell. */
  readonly formula: string | null;
}

function cellText({ type, style, value, formula }: SheetCell, { shared, dates, from1904 }: Workbook): string {
  // An empty text is a result, and is told by its type.
  if (value === '') return formula === null || type === 'str' ? '' : `=${formula}`;
  switch (type) {
    case 's':
      return shared[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'inlineStr':
    case 'str':
      return unescaped(value);
    case 'e':
    case 'd':
      return value;
    default: {
      const kind = dates[style] ?? 'number';
      if (kind === 'number') return plainNumber(value);
      return dateText(Number(value), kind, from1904) ?? value;
    }
  }
}

/** Collects the cells of a row and hands the row over. */
function rowTaker(workbook: Workbook, emit: (row: SheetRow) => void) {
  let number = 0;
  let cells: string[] = [];
  let column = 0;
  let type = 'n';
  let style = 0;
  let value = '';
  let formula: string | null = null;
  let numbers: number[] = [];
  let reading: 'v' | 't' | 'f' | null = null;
  let phonetic = false;
  return xmlTaker({
    open(tag, attributes) {
      if (tag === 'row') {
        const given = Number(attributes.r ?? number + 1);
        if (!Number.isInteger(given) || given <= number || given > MOST_ROWS) throw tooLarge();
        number = given;
        cells = [];
        numbers = [];
        column = 0;
      } else if (tag === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        if (column < 1 || column > MOST_COLUMNS) throw tooLarge();
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? '0');
        value = '';
        formula = null;
      } else if (tag === 'f') [reading, formula] = ['f', ''];
      else if (tag === 'v') reading = 'v';
      else if (tag === 't') reading = 't';
      else if (tag === 'rPh') phonetic = true;
    },
    text(text) {
      if (reading === null || phonetic) return;
      if (reading === 'f') formula += text;
      else value += text;
      if (value.length + (formula?.length ?? 0) > 1_000_000) throw tooLarge();
    },
    close(tag) {
      if (tag === 'v' || tag === 't' || tag === 'f') reading = null;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'c') {
        const text = cellText({ type, style, value, formula }, workbook);
        if (text !== '') {
          if (type === 'n' && (workbook.dates[style] ?? 'number') === 'number') numbers.push(column - 1);
          while (cells.length < column) cells.push('');
          cells[column - 1] = text;
        }
      } else if (tag === 'row') emit({ number, cells, numbers });
    },
  });
}

/** Lines as wide as the widest row so far, blank ones for rows that the sheet leaves out. */
function rowWriter(csv: Pick<CsvDialect, 'delimiter' | 'quote'>): (row: SheetRow) => string {
  let written = 0;
  let width = 0;
  const cell = (text: string): string => {
    const flat = text.replace(/[\r\n]+/g, ' ');
    // A reader must not take blanks at either end for none.
    return /^\s|\s$/.test(flat) ? quotedCell(flat, csv.quote) : csvCell(flat, csv);
  };
  return ({ number, cells }) => {
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

/** `AB12` is column 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
    if (column > MOST_COLUMNS) return column;
  }
  return column;
}

/** Whole numbers without an exponent: an id must stay an id. */
function plainNumber(text: string): string {
  if (!/[eE]/.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : text;
}
