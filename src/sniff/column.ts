import { type Distinct, distinct } from './distinct.ts';
import { addTo, newShape, readCell, reading, type Shape } from './shape.ts';

/** Shapes kept: a column with more holds words. */
const MOST_SHAPES = 80;

/** Different values kept with their counts. */
const MOST_VALUES = 40;

const EXAMPLES = 3;

/** Words that exports write for blank. */
const NULL_WORDS: ReadonlySet<string> = new Set([
  'n/a',
  'na',
  'n.a.',
  'n/c',
  'nc',
  'nr',
  'null',
  'nil',
  'none',
  'nan',
  '-',
  '--',
  '—',
  '.',
  '?',
  '#n/a',
  'vide',
  '(blank)',
  '(vide)',
  'aucun',
  'aucune',
  'undefined',
  '(no value)',
  '\\n',
]);

/** What was counted of one column. */
export interface ColumnCount {
  filled: number;
  blank: number;
  readonly nulls: Map<string, number>;
  readonly shapes: Map<number, Shape>;
  /** Filled cells in shapes beyond those kept, or too long to have one. */
  shapeless: number;
  /** With an @ sign. */
  addresses: number;
  readonly examples: string[];
  readonly values: Map<number, { readonly value: string; n: number }>;
  /** False once there are more values than are kept. */
  few: boolean;
  /** Cells that a spreadsheet would run: `=`, `+`, `@` first. */
  formulas: number;
  readonly distinct: Distinct;
}

export function columnCount(): ColumnCount {
  return {
    filled: 0,
    blank: 0,
    nulls: new Map(),
    shapes: new Map(),
    shapeless: 0,
    addresses: 0,
    examples: [],
    values: new Map(),
    few: true,
    formulas: 0,
    distinct: distinct(),
  };
}

export type Decode = (bytes: Uint8Array) => string;

/** Counts one cell. */
export function addCell(column: ColumnCount, bytes: Buffer, from: number, to: number, decode: Decode): void {
  let [start, end] = [from, to];
  while (start < end && blank(bytes[start])) start++;
  while (end > start && blank(bytes[end - 1])) end--;
  if (start === end) {
    column.blank++;
    return;
  }
  if (end - start <= 10) {
    const word = nullWord(bytes, start, end);
    if (word !== null) {
      column.nulls.set(word, (column.nulls.get(word) ?? 0) + 1);
      return;
    }
  }
  column.filled++;
  if (bytes[start] === 61) column.formulas++;
  readCell(bytes, start, end);
  column.distinct.add(reading.one, reading.other);
  if (reading.at) column.addresses++;
  if (column.few) addValue(column, bytes, start, end, decode);
  const known = reading.shape < 0 ? undefined : column.shapes.get(reading.shape);
  if (known) addTo(known);
  else if (reading.shape < 0 || column.shapes.size >= MOST_SHAPES) column.shapeless++;
  else {
    const shape = newShape(decode(bytes.subarray(start, end)));
    column.shapes.set(reading.shape, shape);
    addTo(shape);
  }
}

function addValue(column: ColumnCount, bytes: Buffer, start: number, end: number, decode: Decode): void {
  const known = column.values.get(reading.one);
  if (known) {
    known.n++;
    return;
  }
  const value = decode(bytes.subarray(start, Math.min(end, start + 200)));
  if (column.examples.length < EXAMPLES) column.examples.push(value);
  if (column.values.size < MOST_VALUES) column.values.set(reading.one, { value, n: 1 });
  else {
    column.few = false;
    column.values.clear();
  }
}

/** Only what begins like one is decoded and looked up. */
function nullWord(bytes: Buffer, start: number, end: number): string | null {
  const first = bytes[start] as number;
  const may =
    first === 45 ||
    first === 46 ||
    first === 63 ||
    first === 35 ||
    first === 40 ||
    first === 92 ||
    first >= 0xe2;
  const letter = first | 32;
  if (!may && letter !== 110 && letter !== 118 && letter !== 97 && letter !== 117) return null;
  const word = bytes.toString('utf8', start, end).toLowerCase();
  return NULL_WORDS.has(word) ? word : null;
}

const blank = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13;
