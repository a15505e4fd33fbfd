import type { FieldDef } from '../../model/agreement.ts';
import { BETWEEN } from '../../model/joint-key.ts';
import { isInTwoColumns } from '../../model/two-columns.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { endsInDigit } from './date.ts';
import { showsTime } from './date-and-time.ts';
import { dateFormat } from './date-format.ts';

/**
 * A frequent form of date cells, read straight from a raw cell. The long way gives the same for every cell
 * of the form.
 */
export interface PlainForm {
  /** Microseconds since 1970 as the cell shows them; null for a cell that is not of the form. */
  readonly micros: (raw: string) => string;
  /** What the cell shows: wall-clock time, the instant itself, or a whole day. */
  readonly shows: 'wall-clock' | 'instant' | 'day';
  /**
   * Whether no blank stands around a cell that `micros` has read, for a blank would belong to no part of
   * the date: always, where the cell begins and ends visibly, or as SQL over the cell, its last character
   * and its microseconds.
   */
  readonly bare: 'always' | 'visible' | ((raw: string, last: string, micros: string) => string);
}

/** The forms that are tried on each cell of a field, in order; none where only the long way can read it. */
export function plainForms(field: FieldDef, dialect: Dialect): readonly PlainForm[] {
  const format = field.format ?? 'iso';
  if (isInTwoColumns(field)) return inTwoColumns(field, format, dialect);
  if (format === 'iso')
    return field.type === 'date' ? [isoDay(dialect)] : [isoLocal(dialect), isoUtc(dialect)];
  if (format === 'epoch' || format === 'epoch-ms' || format === 'excel') return [];
  return byPattern(field, format, dialect);
}

// A blank or a sign at the beginning leaves a year of three digits, which is not plausible.

/**
 * Written back, a time is the cell itself, or the cell has a T where the time has a blank. Of that a blank or a `Z` at
 * the end would stand for a digit of the seconds, which then are less than ten.
 */
function isoLocal(dialect: Dialect): PlainForm {
  return {
    micros: (raw) => `CASE WHEN strlen(${raw}) = 19 THEN ${dialect.tryIso(raw)} END`,
    shows: 'wall-clock',
    bare: (raw, _, micros) => {
      const digits = `CASE WHEN ${micros} % 60000000 >= 10000000 THEN true ELSE ${endsInDigit(raw)} END`;
      return `CASE WHEN CAST(make_timestamp(${micros}) AS VARCHAR) = ${raw} THEN true ELSE ${raw} LIKE '____-__-__T__:__:__' AND ${digits} END`;
    },
  };
}

function isoUtc(dialect: Dialect): PlainForm {
  const ofLength = (raw: string, length: number, form: string) =>
    `WHEN strlen(${raw}) = ${length} AND ${raw} LIKE ${dialect.text(form)} THEN ${dialect.tryIso(raw)}`;
  return {
    micros: (raw) =>
      `CASE ${ofLength(raw, 20, '____-__-__T__:__:__Z')} ${ofLength(raw, 24, '____-__-__T__:__:__.___Z')} END`,
    shows: 'instant',
    bare: 'always',
  };
}

function isoDay(dialect: Dialect): PlainForm {
  return {
    micros: (raw) =>
      `CASE WHEN strlen(${raw}) = 10 AND ${raw} LIKE '____-__-__' THEN ${dialect.tryIso(raw)} END`,
    shows: 'day',
    bare: (_, last) => `${last} >= '0'`,
  };
}

function byPattern(field: FieldDef, pattern: string, dialect: Dialect): readonly PlainForm[] {
  const format = dateFormat(pattern);
  // A time of day in a date is looked at more closely, and so is an offset.
  if (format.hasOffset || (format.hasTime && field.type === 'date')) return [];
  const read = (raw: string) => dialect.tryPattern(raw, format.pattern);
  return [
    {
      micros: (raw) =>
        format.length === null
          ? read(raw)
          : `CASE WHEN length(${raw}) = ${format.length} THEN ${read(raw)} END`,
      shows: format.hasTime ? 'wall-clock' : 'day',
      bare: 'visible',
    },
  ];
}

/** How times beside their dates are frequently written: as `LIKE` tells them apart, and for strptime. */
const CLOCKS: readonly (readonly [like: string, clock: string])[] = [
  ['__:__', '%H:%M'],
  ['__:__:__', '%H:%M:%S'],
  ['_:__', '%H:%M'],
  ['_h__', '%Hh%M'],
  ['__h__', '%Hh%M'],
];

/**
 * A date with its time of day in a column beside it. The cell is put together of clean ones, so that no blank stands
 * around it.
 */
function inTwoColumns(field: FieldDef, format: string, dialect: Dialect): readonly PlainForm[] {
  if (/^(?:epoch|epoch-ms|excel)$/.test(format)) return [];
  const asOne = (raw: string): string => `replace(${raw}, ${dialect.text(BETWEEN)}, ' ')`;
  const form = (micros: PlainForm['micros']): readonly PlainForm[] => [
    { micros, shows: 'wall-clock', bare: 'always' },
  ];
  const isIso = format === 'iso';
  const { pattern, length, hasOffset } = dateFormat(isIso ? 'yyyy-MM-dd' : format);
  if ((length !== null && !isIso) || hasOffset) return [];
  // A date alone is a day without a time.
  if (showsTime(field))
    return form((raw) => `CASE WHEN ${raw}[-1] > ' ' THEN ${dialect.tryPattern(asOne(raw), pattern)} END`);
  return form((raw) => {
    const cases = CLOCKS.map(
      ([like, clock]) =>
        `WHEN ${raw} LIKE ${dialect.text(`${isIso ? '____-__-__' : '%'}${BETWEEN}${like}`)} THEN ${dialect.tryPattern(raw, `${pattern}${BETWEEN}${clock}`)}`,
    );
    return `CASE ${cases.join(' ')} END`;
  });
}

/**
 * Whether texts begin with characters that no blank around a cell begins with, those aside that are null;
 * may be null where one is. Of those that are not ASCII only the scripts of before U+1680 and after U+3000
 * are told apart from the blanks among them.
 */
export function visible(texts: readonly string[]): string {
  const list = texts.join(', ');
  const each = texts.map(
    (text) =>
      `(${text} >= '!' AND ${text} < chr(127) OR ${text} >= chr(161) AND ${text} < chr(5760) OR ${text} >= chr(12289) AND ${text} < chr(65279))`,
  );
  return `CASE WHEN least(${list}) >= '!' AND greatest(${list}) < chr(127) THEN true ELSE ${each.join(' AND ')} END`;
}
