import { CELL_MARKS } from '../../model/cell-marks.ts';
import { unescaped } from '../../xlsx/xstring.ts';
import { broken, type Taker, tooLarge } from './archive.ts';
import { dateText } from './date-styles.ts';
import type { Workbook } from './workbook.ts';
import { xmlTaker } from './xml.ts';

/** What a sheet can hold. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

export interface SheetRow {
  /** From 1. */
  readonly number: number;
  /** As texts; a formula whose result is not stored is itself behind its mark. */
  readonly cells: readonly string[];
  /** Positions of its cells that are numbers, whatever is said of texts. */
  readonly numbers: readonly number[];
  /** By the position of such a cell: the currency with which the sheet shows it, where it shows one. */
  readonly signs: ReadonlyMap<number, string>;
  /** By a filter or by hand. */
  readonly isHidden: boolean;
}

/** What a sheet holds, as it is met. */
export interface SheetEvents {
  row(row: SheetRow): void;
  /** A range of cells that are shown as one, `B2:B5`; all of them come after the rows. */
  merge?(range: string): void;
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

/** As the cell of a column, with blanks before it, at once: it may be the last column. */
function put(cells: string[], column: number, text: string): void {
  const filled = cells.length;
  if (column === filled + 1) cells.push(text);
  else {
    if (column > filled) {
      cells.length = column;
      cells.fill('', filled);
    }
    cells[column - 1] = text;
  }
}

/** Collects the cells of each row and hands the row over. */
export function rowTaker(workbook: Workbook, events: SheetEvents): Taker {
  let [number, isOpen, isHidden] = [0, false, false];
  let cells: string[] = [];
  let [column, count] = [0, 0];
  let [type, style, value] = ['n', 0, ''];
  let formula: string | null = null;
  let numbers: (readonly [place: number, style: number])[] = [];
  let reading: 'v' | 't' | 'f' | null = null;
  let phonetic = false;
  const start = {
    row(attributes: Readonly<Record<string, string>>) {
      if (isOpen) throw broken();
      const given = Number(attributes.r ?? number + 1);
      if (!Number.isInteger(given) || given <= number || given > MOST_ROWS) throw tooLarge();
      [number, isOpen] = [given, true];
      isHidden = /^(?:1|true)$/i.test(attributes.hidden ?? '');
      [cells, numbers, column, count] = [[], [], 0, 0];
    },
    cell(attributes: Readonly<Record<string, string>>) {
      column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
      if (column < 1 || column > MOST_COLUMNS || ++count > MOST_COLUMNS) throw tooLarge();
      type = attributes.t ?? 'n';
      style = Number(attributes.s ?? '0');
      value = '';
      formula = null;
    },
  };
  return xmlTaker({
    open(tag, attributes) {
      if (tag === 'row') start.row(attributes);
      else if (tag === 'c') start.cell(attributes);
      else if (tag === 'mergeCell') events.merge?.(attributes.ref ?? '');
      else if (tag === 'f') [reading, formula] = ['f', ''];
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
        if (text === '') return;
        if (type === 'n' && (workbook.dates[style] ?? 'number') === 'number')
          numbers.push([column - 1, style]);
        put(cells, column, text);
      } else if (tag === 'row') {
        isOpen = false;
        events.row({ number, cells, isHidden, ...numbersOf(numbers, workbook) });
      }
    },
  });
}

function numbersOf(
  numbers: readonly (readonly [place: number, style: number])[],
  { signs }: Workbook,
): Pick<SheetRow, 'numbers' | 'signs'> {
  const shown = new Map<number, string>();
  for (const [place, style] of numbers) {
    const sign = signs[style] ?? null;
    if (sign !== null) shown.set(place, sign);
  }
  return { numbers: numbers.map(([place]) => place), signs: shown };
}

function cellText({ type, style, value, formula }: SheetCell, { shared, dates, from1904 }: Workbook): string {
  // An empty text is a result, and is told by its type.
  if (value === '')
    return formula === null || type === 'str' ? '' : `${CELL_MARKS['no-formula-result']}=${formula}`;
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

/** `AB12` is column 28; 0 for what begins with no letter. */
export function columnOf(reference: string): number {
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
