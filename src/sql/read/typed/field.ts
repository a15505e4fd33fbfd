import type { FieldDef } from '../../../model/agreement.ts';
import { MICROS_PER_DAY } from '../../../model/time.ts';
import { isInTwoColumns } from '../../../model/two-columns.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { nullWords } from '../cell.ts';
import type { DateParts } from '../date-reader.ts';
import { type FieldReader, fieldReader, type Reading, timeLayers, type Use } from '../field.ts';
import { DECIMALS } from '../number.ts';
import { type ColumnKind, epochOf, kindOfColumn, scaleOf } from './column-kind.ts';
import { isWhole, MOST_EXACT, textOfColumn } from './texts.ts';

export interface TypedCell {
  readonly field: FieldDef;
  /** Position among the fields that are read. */
  readonly index: number;
  readonly use: Use;
  readonly reading: Reading;
  /** Of the column, as the engine names it. */
  readonly type: string;
}

/**
 * How the value of a typed column becomes that of a field. A text is read as a cell of a text file is, for
 * blanks and look-alikes are no matter of types. What can be wrong has the names that it has there.
 */
export function typedReader({ field, index, use, reading, type }: TypedCell): FieldReader {
  const kind = kindOfColumn(type) ?? 'text';
  const asCell = { ...reading, isBook: false };
  if (kind === 'text' && field.type === 'text') return fieldReader(field, index, use, asCell);
  // A date of a typed column is told as ISO has it, whatever the format of texts is.
  if (isInTwoColumns(field)) return fieldReader({ ...field, format: 'iso' }, index, use, asCell);
  const blanked = blankedLayer(field, kind, `c${index}`, reading);
  const [raw, cell] = [blanked === null ? `c${index}` : `b${index}`, `x${index}`];
  const base: FieldReader = {
    ...{ field, raw: `c${index}`, cell, value: cell, spread: null, gap: null },
    layers: [
      ...(blanked === null ? [] : [[`${blanked} AS ${raw}`]]),
      [`${textOfColumn(kind === 'none' ? 'integer' : kind, raw, reading.dialect)} AS ${cell}`],
    ],
    blank: `${raw} IS NULL`,
    ...named([]),
  };
  switch (field.type) {
    case 'text':
      return { ...base, ...named(keyFaults(field, kind, raw, reading)) };
    case 'integer':
    case 'decimal':
    case 'boolean':
      return valued(base, raw, `v${index}`, readValue(field.type, { kind, type, raw }, reading.dialect));
    case 'date':
    case 'datetime':
      return timeOf(base, { raw, index, parts: localOf(field, kind, raw) }, reading);
  }
}

type Fault = readonly [reason: string, test: string];

const named = (faults: readonly Fault[]): Pick<FieldReader, 'faults' | 'reasons'> => ({
  faults: faults.map(([, test]) => test),
  reasons: faults.map(([reason]) => reason),
});

const NATURAL: Readonly<Record<FieldDef['type'], string>> = {
  text: 'INTEGER',
  integer: 'INTEGER',
  decimal: 'INTEGER',
  boolean: 'BOOLEAN',
  date: 'DATE',
  datetime: 'TIMESTAMP WITH TIME ZONE',
};

/**
 * The value with those left out that a blank word stands for: a number or a date may be one of them. Null
 * where that changes nothing.
 */
function blankedLayer(
  field: FieldDef,
  kind: ColumnKind,
  raw: string,
  { nulls, dialect }: Reading,
): string | null {
  if (kind === 'none') return `CAST(NULL AS ${NATURAL[field.type]})`;
  const words = nullWords(nulls).filter((word) => /\d|^(?:true|false)$/.test(word));
  if (words.length === 0) return null;
  const list = words.map((word) => dialect.text(word)).join(', ');
  return `CASE WHEN lower(${textOfColumn(kind, raw, dialect)}) NOT IN (${list}) THEN ${raw} END`;
}

/** A binary fraction that names a row may be another id that was rounded. */
function keyFaults({ name }: FieldDef, kind: ColumnKind, raw: string, { keys }: Reading): readonly Fault[] {
  if (kind !== 'binary' || !keys?.has(name)) return [];
  return [['rounded-id', `coalesce(NOT (isfinite(${raw}) AND abs(${raw}) < ${MOST_EXACT}), false)`]];
}

interface Value {
  /** Columns that the value is made of, before it. */
  readonly before: readonly string[];
  readonly sql: string;
  /** What is wrong where there is a value and none could be read; the first that is true counts. */
  readonly faults: readonly Fault[];
}

function valued(base: FieldReader, raw: string, name: string, value: Value): FieldReader {
  return {
    ...base,
    layers: [
      ...base.layers,
      ...(value.before.length === 0 ? [] : [value.before]),
      [`${value.sql} AS ${name}`],
    ],
    value: name,
    ...named(
      value.faults.map(([reason, test]) => [reason, `(${raw} IS NOT NULL AND ${name} IS NULL AND ${test})`]),
    ),
  };
}

function readValue(
  wanted: 'integer' | 'decimal' | 'boolean',
  { kind, type, raw }: { readonly kind: ColumnKind; readonly type: string; readonly raw: string },
  dialect: Dialect,
): Value {
  if (wanted === 'boolean') {
    const sql = kind === 'integer' ? `CASE ${raw} WHEN 1 THEN true WHEN 0 THEN false END` : raw;
    return { before: [], sql, faults: [['not-a-boolean', 'true']] };
  }
  const number = dialect.tryNumber(raw, wanted);
  if (wanted === 'integer') {
    const test = wholeTest(kind, raw, dialect);
    return {
      before: [],
      sql: test === 'true' ? number : `CASE WHEN ${test} THEN ${number} END`,
      faults: [
        ['number-too-large', test],
        ['not-an-integer', 'true'],
      ],
    };
  }
  if (kind === 'binary') return exactFraction(type, raw, dialect);
  const isFine = kind === 'numeric' || scaleOf(type) > DECIMALS;
  const tooMany = dialect.matches(dialect.cast(raw, 'text'), `[.]\\d{${DECIMALS}}\\d*[1-9]`);
  return {
    before: [],
    sql: isFine ? `CASE WHEN NOT ${tooMany} THEN ${number} END` : number,
    faults: [
      ...(isFine ? [['too-many-decimals', tooMany] as const] : []),
      ...(kind === 'numeric' ? [['number-too-large', dialect.matches(raw, '^-?\\d')] as const] : []),
      [kind === 'numeric' ? 'not-a-number' : 'number-too-large', 'true'],
    ],
  };
}

/** Whether a value is a whole number. */
function wholeTest(kind: ColumnKind, raw: string, dialect: Dialect): string {
  switch (kind) {
    case 'binary':
      return `(${isWhole(raw)})`;
    case 'numeric':
      return dialect.matches(raw, '^-?\\d+([.]0*)?$');
    case 'decimal':
      return `${raw} % 1 = 0`;
    default:
      return 'true';
  }
}

/** The shortest decimal that is this binary fraction, where it has no more decimals than are kept. */
function exactFraction(type: string, raw: string, dialect: Dialect): Value {
  const decimal = `d${raw.slice(1)}`;
  const back = `TRY_CAST(CAST(${decimal} AS VARCHAR) AS ${type})`;
  return {
    before: [`${dialect.tryNumber(dialect.cast(raw, 'text'), 'decimal')} AS ${decimal}`],
    sql: `CASE WHEN ${back} = ${raw} THEN ${decimal} END`,
    faults: [
      ['too-many-decimals', `${decimal} IS NOT NULL`],
      ['number-too-large', `isfinite(${raw})`],
      ['not-a-number', 'true'],
    ],
  };
}

function timeOf(
  base: FieldReader,
  { raw, index, parts }: { readonly raw: string; readonly index: number; readonly parts: DateParts },
  { clock }: Reading,
): FieldReader {
  const { layers, value, spread, gap, faults } = timeLayers({
    ...{ field: base.field, index, clock },
    ...{ shape: '0', parts: () => parts, isThere: `${raw} IS NOT NULL` },
  });
  return { ...base, layers: [...base.layers, ...layers], value, spread, gap, ...named(faults) };
}

/** The local time of a value: it is an instant where its offset is nought. */
function localOf(field: FieldDef, kind: ColumnKind, raw: string): DateParts {
  const epoch = epochOf(field);
  if (kind === 'integer' && epoch !== null) {
    const local = `CASE WHEN ${raw} BETWEEN 0 AND 9999999999999 THEN CAST(${raw} AS BIGINT) * ${epoch} END`;
    return { local, offset: '0', dateOnly: 'false' };
  }
  if (kind === 'instant' || (kind === 'none' && field.type === 'datetime'))
    return { local: `epoch_us(${raw})`, offset: '0', dateOnly: 'false' };
  const local = `epoch_us(TRY_CAST(${raw} AS TIMESTAMP))`;
  if (field.type === 'datetime')
    return { local, offset: 'NULL::BIGINT', dateOnly: kind === 'date' ? 'true' : 'false' };
  // Of a date, a time of day is read only where it is midnight, as in a cell.
  const day = kind === 'local' ? `CASE WHEN ${local} % ${MICROS_PER_DAY} = 0 THEN ${local} END` : local;
  return { local: day, offset: 'NULL::BIGINT', dateOnly: 'true' };
}
