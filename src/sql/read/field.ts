import type { FieldDef } from '../../model/agreement.ts';
import { CELL_MARKS } from '../../model/cell-marks.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';
import { isInTwoColumns } from '../../model/two-columns.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { alike, nullWords, presence, roundedByExcel, trimmed, withoutNulls } from './cell.ts';
import { dateReader, endsInZone, isSerial } from './date.ts';
import { apartColumns, apartFaults } from './date-and-time.ts';
import type { DateReader } from './date-reader.ts';
import type { LocalTime } from './local-time.ts';
import { booleanReader, numberReader } from './number.ts';

/** Dates before 1990 and from 2100 on are slips of the pen or placeholders. */
const PLAUSIBLE = { from: Date.UTC(1990, 0, 1) * 1000, to: Date.UTC(2100, 0, 1) * 1000 };

/** Which dates a field may hold: a person is older than the export, so a date of theirs (of birth) is too. */
export const plausible = ({ personal }: FieldDef): typeof PLAUSIBLE =>
  personal ? { ...PLAUSIBLE, from: Date.UTC(1900, 0, 1) * 1000 } : PLAUSIBLE;

/**
 * What of a field the rest of the statement looks at: its text (and more), its value, or whether it is
 * there.
 */
export type Use = 'text' | 'value' | 'presence';

/**
 * How one field's cell becomes a value: columns that are added layer by layer, each layer seeing those
 * before.
 */
export interface FieldReader {
  readonly field: FieldDef;
  /** Column of the raw cell, which the layers start from. */
  readonly raw: string;
  /** Column of the clean cell. */
  readonly cell: string;
  readonly layers: readonly (readonly string[])[];
  /** Column of the parsed value: the cell itself for text, UTC microseconds for dates. */
  readonly value: string;
  /** Of dates: seconds to the latest reading. */
  readonly spread: string | null;
  /** Of dates: whether the clock skips the cell's local time. */
  readonly gap: string | null;
  /** Whether the cell is blank. */
  readonly blank: string;
  /** Tests for what can be wrong with the cell, never null, false for a blank one; and the name of each. */
  readonly faults: readonly string[];
  readonly reasons: readonly string[];
}

/** What the readers of all fields share. */
export interface Reading {
  readonly nulls: readonly string[];
  /** Of timestamps without an offset. */
  readonly clock: LocalTime | null;
  readonly dialect: Dialect;
  /**
   * A workbook is among the files: its dates come in ISO form, whatever the format of texts is, and cells
   * that are not what they seem behind a mark.
   */
  readonly isBook?: boolean;
  /** Names of the fields that say which row it is, or to which other it belongs. */
  readonly keys?: ReadonlySet<string>;
  /** The raw cells come as the clean ones, `x0`, `x1` ..., which `cleanCells` has made. */
  readonly isClean?: boolean;
}

export function fieldReader(field: FieldDef, index: number, use: Use, reading: Reading): FieldReader {
  switch (field.type) {
    case 'text':
      return reading.keys?.has(field.name)
        ? keyReader(field, index, use, reading)
        : textReader(field, index, use, reading);
    case 'integer':
    case 'decimal':
    case 'boolean':
      return valueReader({ ...field, type: field.type }, index, reading);
    case 'date':
    case 'datetime':
      return timeReader(field, index, reading);
  }
}

function textReader(field: FieldDef, index: number, use: Use, reading: Reading): FieldReader {
  const cell = `x${index}`;
  return {
    field,
    raw: reading.isClean ? cell : `c${index}`,
    cell,
    layers: reading.isClean ? [] : cleaning(index, use, reading),
    value: cell,
    spread: null,
    gap: null,
    blank: `${cell} IS NULL`,
    ...(reading.isBook ? markedFaults(field, cell, reading.dialect) : { faults: [], reasons: [] }),
  };
}

/** Formulas without a result, and cells that are covered by a merged one: no cell that is read begins so. */
function markedFaults(
  field: FieldDef,
  cell: string,
  dialect: Dialect,
): Pick<FieldReader, 'faults' | 'reasons'> {
  const marks = Object.entries(CELL_MARKS);
  return {
    faults: marks.map(([, mark]) => `coalesce(${isMarked(field, cell, dialect.text(mark))}, false)`),
    reasons: marks.map(([reason]) => reason),
  };
}

/** Whether a text is of a marked cell; of several cells, one of which may be. */
export const isMarked = ({ parts }: FieldDef, cell: string, mark: string): string =>
  `${parts ? 'contains' : 'starts_with'}(${cell}, ${mark})`;

/** A text that names a row: what Excel has made of a long number names none. */
function keyReader(field: FieldDef, index: number, use: Use, reading: Reading): FieldReader {
  const text = textReader(field, index, use, reading);
  return {
    ...text,
    faults: [...text.faults, roundedByExcel(text.cell, reading.dialect, field.parts !== undefined)],
    reasons: [...text.reasons, 'rounded-id'],
  };
}

function valueReader(
  field: FieldDef & { readonly type: 'integer' | 'decimal' | 'boolean' },
  index: number,
  reading: Reading,
): FieldReader {
  const text = textReader(field, index, 'text', reading);
  const { layers, value, faults } =
    field.type === 'boolean'
      ? booleanReader(text.cell, field, index, reading.dialect)
      : numberReader(text.cell, field, index, reading.dialect);
  return {
    ...text,
    layers: [...text.layers, ...layers],
    value,
    blank: `${value} IS NULL AND ${text.cell} IS NULL`,
    faults: [
      ...text.faults,
      ...faults.map(([, test]) => `(${text.cell} IS NOT NULL AND ${value} IS NULL AND ${test})`),
    ],
    reasons: [...text.reasons, ...faults.map(([reason]) => reason)],
  };
}

function timeReader(field: FieldDef, index: number, reading: Reading): FieldReader {
  const { clock, dialect, isBook = false } = reading;
  const text = textReader(field, index, 'text', reading);
  const { before = [], ...reader } = dateReader(text.cell, field, { dialect, isBook, index });
  const time = timeLayers({ field, index, clock, ...reader, isThere: `${text.cell} IS NOT NULL` });
  const { local, value, spread, gap } = time;
  const isApart = isInTwoColumns(field);
  const day = isApart ? apartColumns(index).day : text.cell;
  const faults = [
    ['zone-letters', `(${text.cell} IS NOT NULL AND ${local} IS NULL AND ${endsInZone(text.cell, dialect)})`],
    ...(isApart ? apartFaults(field, index) : []),
    [
      'excel-serial',
      `(${day} IS NOT NULL AND (${local} IS NULL OR NOT (${time.isPlausible})) AND ${isSerial(day, dialect)})`,
    ],
    ...time.faults,
  ] as const;
  return {
    ...text,
    layers: [...text.layers, ...before, ...time.layers],
    ...{ value, spread, gap },
    blank: `${local} IS NULL AND ${text.cell} IS NULL`,
    faults: [...text.faults, ...faults.map(([, test]) => test)],
    reasons: [...text.reasons, ...faults.map(([reason]) => reason)],
  };
}

/** A date that was taken apart, and what tells whether it is there at all. */
interface TimeToPlace extends DateReader {
  readonly field: FieldDef;
  readonly index: number;
  readonly clock: LocalTime | null;
  readonly isThere: string;
}

/** How the parts of a date become an instant, or all that it may be, and what can be wrong with it. */
export function timeLayers({ field, index, clock, isThere, ...reader }: TimeToPlace): Pick<
  FieldReader,
  'layers' | 'value' | 'spread' | 'gap'
> & {
  readonly local: string;
  readonly isPlausible: string;
  readonly faults: readonly (readonly [reason: string, test: string])[];
} {
  const [value, shape, local, offset, day, sure] = ['v', 's', 'l', 'o', 'd', 'z'].map(
    (letter) => letter + index,
  );
  const [spread, gap] = [`w${index}`, `g${index}`];
  const parts = reader.parts(`${shape}`);
  const isPlausible = between(`${local}`, plausible(field));
  const nextDay = `(${local} + ${MICROS_PER_DAY})`;
  const naive = clock === null ? 'NULL::BIGINT' : clock.earliest(`${local}`);
  const width = clock === null ? '0' : clock.spread(`${local}`);
  return {
    layers: [
      [`${reader.shape} AS ${shape}`],
      [`${parts.local} AS ${local}`, `${parts.offset} AS ${offset}`, `${parts.dateOnly} AS ${day}`],
      [
        `${clock === null ? 'NULL::BIGINT' : clock.offset(`${local}`)} AS ${sure}`,
        `${clock === null || parts.dateOnly !== 'true' ? 'NULL::BIGINT' : clock.offset(nextDay)} AS n${index}`,
      ],
      [
        `CASE WHEN ${sure} IS NOT NULL AND ${offset} IS NULL THEN ${local} - ${sure}
          WHEN ${isPlausible} THEN CASE WHEN ${offset} IS NOT NULL THEN ${local} - ${offset} ELSE ${naive} END END AS ${value}`,
      ],
      [
        `CASE WHEN ${sure} IS NOT NULL AND ${offset} IS NULL AND ${day} IS DISTINCT FROM true THEN 0
          WHEN ${local} IS NULL THEN NULL
          WHEN ${day} THEN CAST((CASE WHEN n${index} IS NOT NULL THEN ${nextDay} - n${index} ELSE ${clock === null ? 'NULL' : clock.earliest(nextDay)} END - ${value}) // 1000000 AS INTEGER)
          WHEN ${offset} IS NOT NULL OR ${sure} IS NOT NULL THEN 0 ELSE ${width} END AS ${spread}`,
        `CASE WHEN ${sure} IS NULL AND ${local} IS NOT NULL AND ${offset} IS NULL AND ${day} IS DISTINCT FROM true
          THEN ${clock === null ? 'false' : clock.skipped(`${local}`)} ELSE false END AS ${gap}`,
      ],
    ],
    ...{ value: `${value}`, spread, gap, local: `${local}`, isPlausible },
    faults: [
      ['not-a-date', `(${isThere} AND ${local} IS NULL)`],
      ['implausible-date', `(${isThere} AND NOT (${isPlausible}))`],
      ['no-offset', `(${isThere} AND ${value} IS NULL)`],
    ],
  };
}

const between = (local: string, { from, to }: typeof PLAUSIBLE): string =>
  `${local} >= ${from} AND ${local} < ${to}`;

/**
 * The clean cells of some raw ones, as a list. What is done to a cell is written once: to plan it takes longer
 * than to do it to the cells of a few thousand rows.
 */
export function cleanCells(raw: readonly string[], { nulls, dialect }: Reading): string {
  const words = nullWords(nulls);
  const steps = [
    (cell: string) => trimmed(cell, dialect),
    (cell: string) => alike(cell, dialect),
    ...(words.length === 0 ? [] : [(cell: string) => withoutNulls(cell, words, dialect)]),
  ];
  return steps.reduce(
    (list, step) => `list_transform(${list}, lambda cell: ${step('cell')})`,
    `[${raw.join(', ')}]`,
  );
}

/** The layers that make the clean cell `x`. */
function cleaning(index: number, use: Use, { nulls, dialect }: Reading): readonly (readonly string[])[] {
  const [raw, u, t, x] = ['c', 'u', 't', 'x'].map((letter) => letter + index);
  const words = nullWords(nulls);
  const trim = use === 'presence' && words.length === 0 ? presence : trimmed;
  const layers = [[`${trim(`${raw}`, dialect)} AS ${u}`]];
  const text = alike(`${u}`, dialect);
  return words.length === 0
    ? [...layers, [`${text} AS ${x}`]]
    : [...layers, [`${text} AS ${t}`], [`${withoutNulls(`${t}`, words, dialect)} AS ${x}`]];
}
