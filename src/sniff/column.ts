import { blankWord } from './blank-words.ts';
import { type Estimator, estimator } from './distinct.ts';
import { hashCell, hashes } from './hash.ts';
import { addCast, isCast, type Mold, moldOf } from './mold.ts';
import { addTo, GROUPS, newShape, readCell, reading, type Shape, SMALL, spread, widen } from './shape.ts';
import { find, insert, LARGE, type ValueTable, valueTable } from './values.ts';

/** Shapes kept: a column with more holds words. */
const MOST_SHAPES = 80;

/** Different values whose texts are kept. */
const MOST_TEXTS = 40;

const EXAMPLES = 3;

/** What was counted of one column. */
export interface ColumnCount {
  readonly filled: number;
  readonly blank: number;
  readonly nulls: ReadonlyMap<string, number>;
  readonly shapes: readonly Shape[];
  /** With an @ sign. */
  readonly addresses: number;
  readonly examples: readonly string[];
  /** Some of the different cells, each once. */
  readonly texts: readonly string[];
  /** Each value with how often; empty where there are more than are kept. */
  readonly values: readonly { readonly value: string; readonly n: number }[];
  /** Cells that a spreadsheet would run: `=` first. */
  readonly formulas: number;
  readonly distinct: number;
  /** Whether `distinct` is counted rather than estimated. */
  readonly exact: boolean;
}

/** A column while it is counted: value by value as long as they are few, then cell by cell. */
export interface ColumnTally {
  filled: number;
  blank: number;
  readonly nulls: Map<string, number>;
  /** By hash, the place in `shapes`. */
  readonly places: Map<number, number>;
  readonly shapes: Shape[];
  /** The place of the shape of the cell before, and how to recognise the next one at sight. */
  last: number;
  mold: Mold | null;
  readonly molds: Map<number, Mold | null>;
  addresses: number;
  formulas: number;
  /** Texts of the first values. */
  readonly texts: string[];
  table: ValueTable | null;
  estimate: Estimator | null;
}

export function columnTally(): ColumnTally {
  return {
    filled: 0,
    blank: 0,
    nulls: new Map(),
    places: new Map(),
    shapes: [],
    last: -1,
    mold: null,
    molds: new Map(),
    addresses: 0,
    formulas: 0,
    texts: [],
    table: valueTable(),
    estimate: null,
  };
}

export type Decode = (bytes: Uint8Array) => string;

/** Counts one cell. `view` is of the same bytes. Positional because it is called for each cell: an object each would double the time. */
export function addCell(
  column: ColumnTally,
  bytes: Buffer,
  view: DataView,
  from: number,
  to: number,
  decode: Decode,
): void {
  let start = from;
  let end = to;
  while (start < end && isBlank(bytes[start] as number)) start++;
  while (end > start && isBlank(bytes[end - 1] as number)) end--;
  if (start === end) {
    column.blank++;
    return;
  }
  const word = blankWord(bytes, start, end);
  if (word !== null) {
    column.nulls.set(word, (column.nulls.get(word) ?? 0) + 1);
    return;
  }
  column.filled++;
  if (bytes[start] === 61) column.formulas++;
  const { table, mold } = column;
  if (table !== null) {
    hashCell(view, start, end);
    if (addValue(column, table, bytes, start, end, decode)) return;
  } else if (mold !== null && isCast(mold, view, start, end)) {
    column.estimate?.add(hashes[0] as number);
    if (mold.at) column.addresses++;
    addCast(mold, bytes, start);
    return;
  } else hashCell(view, start, end);
  column.estimate?.add(hashes[0] as number);
  readCell(bytes, start, end);
  if (reading.at) column.addresses++;
  if (reading.prose) return;
  const place = placeOf(column, bytes, start, end, decode);
  const shape = column.shapes[place];
  if (shape === undefined) return;
  addTo(shape);
  if (place !== column.last) {
    column.last = place;
    column.mold = column.molds.get(place) ?? null;
  } else if (!column.molds.has(place)) {
    column.mold = moldOf(shape, bytes, start, end);
    column.molds.set(place, column.mold);
  }
}

/** Counts the cell by its value; false where the values have become too many, and the table is gone. Positional because it is called for each cell: an object each would double the time. */
function addValue(
  column: ColumnTally,
  table: ValueTable,
  bytes: Buffer,
  start: number,
  end: number,
  decode: Decode,
): boolean {
  const one = hashes[0] as number;
  const other = hashes[1] as number;
  const known = find(table, one, other);
  if (known >= 0) {
    table.n[known] = (table.n[known] as number) + 1;
    return true;
  }
  const value = insert(table, one, other);
  if (value < 0) {
    fold(column, table);
    column.table = null;
    column.estimate = estimator();
    for (let each = 0; each < table.size; each++) column.estimate.add(table.one[each] as number);
    return false;
  }
  if (value < MOST_TEXTS) column.texts.push(decode(bytes.subarray(start, Math.min(end, start + 200))));
  readCell(bytes, start, end);
  table.n[value] = 1;
  table.at[value] = reading.at ? 1 : 0;
  const place = reading.prose ? -1 : placeOf(column, bytes, start, end, decode);
  table.shape[value] = place;
  const shape = column.shapes[place];
  if (shape === undefined) return true;
  widen(shape);
  table.leadingZero[value] = reading.leadingZero ? 1 : 0;
  for (let g = 0; g < GROUPS; g++) {
    const number = g < reading.used ? (reading.groups[g] as number) : LARGE;
    table.small[value * GROUPS + g] = Math.min(number, LARGE);
  }
  return true;
}

/** Adds what the table has counted to the shapes and sums of the column. */
function fold(column: ColumnTally, table: ValueTable): void {
  for (let value = 0; value < table.size; value++) {
    const n = table.n[value] as number;
    if (table.at[value] === 1) column.addresses += n;
    const shape = column.shapes[table.shape[value] as number];
    if (shape === undefined) continue;
    shape.n += n;
    if (table.leadingZero[value] === 1) shape.leadingZero += n;
    for (let g = 0; g < GROUPS; g++) {
      const number = table.small[value * GROUPS + g] as number;
      if (number < SMALL) shape.counts[g * SMALL + number] = (shape.counts[g * SMALL + number] as number) + n;
    }
  }
}

/** The place of the shape just read; -1 where it is one too many. Positional because it is called for each cell: an object each would double the time. */
function placeOf(column: ColumnTally, bytes: Buffer, start: number, end: number, decode: Decode): number {
  const key = reading.hash[0] as number;
  const known = column.places.get(key);
  if (known !== undefined) return known;
  if (column.shapes.length === MOST_SHAPES) return -1;
  column.places.set(key, column.shapes.length);
  return column.shapes.push(newShape(decode(bytes.subarray(start, end)))) - 1;
}

/** The sums of a column, once all its cells are counted. */
export function counted(column: ColumnTally): ColumnCount {
  const { table, texts, filled, blank, nulls, shapes, formulas } = column;
  if (table !== null) fold(column, table);
  for (const shape of shapes) spread(shape);
  const few = table !== null && table.size <= MOST_TEXTS;
  return {
    filled,
    blank,
    nulls,
    shapes,
    addresses: column.addresses,
    examples: texts.slice(0, EXAMPLES),
    texts,
    values: few ? texts.map((value, i) => ({ value, n: table.n[i] as number })) : [],
    formulas,
    distinct: table?.size ?? Math.min(filled, column.estimate?.count() ?? 0),
    exact: table !== null,
  };
}

const isBlank = (byte: number): boolean =>
  byte <= 32 && (byte === 32 || byte === 9 || byte === 10 || byte === 13);
