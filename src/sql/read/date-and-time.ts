import type { FieldDef } from '../../model/agreement.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { dateFormat } from './date-format.ts';
import type { DateParts, DateReader } from './date-reader.ts';

/**
 * A date and its time of day that stand in two columns: their cell is the text of both with a bar between
 * them, as that of a key of several columns.
 */

/** Whether the format is of both, with a blank between them; else it is of the date, and the time tells its own. */
export const showsTime = ({ format }: FieldDef): boolean => {
  const known = format === null || /^(?:iso|excel|epoch|epoch-ms)$/.test(format);
  return !known && dateFormat(format).hasTime;
};

/** Names of the columns in which one field's cell is taken apart. */
export interface ApartColumns {
  /** Text of the date, and of the time of day; null for a blank one. */
  readonly day: string;
  readonly clock: string;
  /** Microseconds of the day; null for a blank time and for what is none. */
  readonly micros: string;
  /** Microseconds east of UTC; null where the time has no offset. */
  readonly offset: string;
  /** Both with a blank between them. */
  readonly both: string;
}

export const apartColumns = (index: number): ApartColumns => ({
  day: `pd${index}`,
  clock: `pt${index}`,
  micros: `pm${index}`,
  offset: `po${index}`,
  both: `pb${index}`,
});

/** Where each date shows a time, midnight says nothing. */
const MIDNIGHT = '[ T](?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00)? ?[Aa][Mm])$';

/** A time of day alone, with the day that a database or a sheet gives to it: no time of a lead. */
const NO_DAY = '(?:1899-12-3[01]|1970-01-01)[T ]|(?:30/12/1899|12/30/1899) ';
/** The same day of a workbook is one day of 24 hours more. */
const FIRST_DAY = '1900-01-01[T ]|0?1/0?1/1900 ';

const HOUR = '([01]?\\d|2[0-3])';
const HALF = '([AaPp])[.]? ?[Mm][.]?';
const OFFSET = ' ?(Z|[+-](?:0\\d|1[0-8])(?::?[0-5]\\d)?)';

/** `9:15`, `09:15:00.123`, `9:15 AM`, `13:09 Uhr`, `09:15:00+01:00`. */
const COLONS = `^${HOUR}:([0-5]\\d)(?::([0-5]\\d)(?:[.,](\\d{1,9}))?)?(?: ?${HALF}| Uhr|${OFFSET})?$`;
/** `9h15`, `9 h`, `09 h 15 min`. */
const LETTERED = `^${HOUR} ?[hH](?: ?([0-5]\\d)(?: ?(?:min|mn|m))?)?$`;
/** `9 AM`. */
const HALVED = `^${HOUR} ?${HALF}$`;
/** A part of a day, as a sheet counts it. */
const OF_A_DAY = '^(?:0(?:[.,]\\d{1,20})?|\\d(?:[.,]\\d{1,20})?[eE]-\\d{1,2})$';

/** The columns that take a cell apart, layer by layer. */
export function apartLayers(
  cell: string,
  index: number,
  field: FieldDef,
  { dialect, isBook }: { readonly dialect: Dialect; readonly isBook: boolean },
): readonly (readonly string[])[] {
  const { day, clock, micros, offset, both } = apartColumns(index);
  // A bar in a cell is written twice: no date and no time has one.
  const isOfTwo = `strlen(${cell}) - strlen(replace(${cell}, '|', '')) = 1`;
  const part = (nth: number) => `nullif(trim(split_part(${cell}, '|', ${nth})), '')`;
  const days = isBook ? NO_DAY : `${NO_DAY}|${FIRST_DAY}`;
  const isBare = field.format === 'excel' || isBook;
  return [
    [
      `CASE WHEN ${isOfTwo} THEN regexp_replace(${part(1)}, ${dialect.text(MIDNIGHT)}, '') END AS ${day}`,
      `CASE WHEN ${isOfTwo} THEN regexp_replace(${part(2)}, ${dialect.text(`^(?:${days})`)}, '') END AS ${clock}`,
    ],
    showsTime(field)
      ? [`concat_ws(' ', ${day}, ${clock}) AS ${both}`]
      : [
          `${microsOf(clock, isBare, dialect)} AS ${micros}`,
          `${offsetOf(dialect.extract(clock, COLONS, 6))} AS ${offset}`,
        ],
  ];
}

/** How the date of `day` is read together with the time beside it. */
export function withClock(reader: DateReader, index: number): DateReader {
  const { clock, micros, offset } = apartColumns(index);
  return {
    shape: reader.shape,
    parts(shape): DateParts {
      const { local, dateOnly } = reader.parts(shape);
      const isDay = dateOnly === 'true' ? '' : `WHEN NOT (${dateOnly}) THEN NULL `;
      return {
        local: `CASE ${isDay}WHEN ${clock} IS NULL THEN ${local} ELSE ${local} + ${micros} END`,
        offset,
        dateOnly: `${clock} IS NULL`,
      };
    },
  };
}

/** What can be wrong with the two that is no matter of a single cell. */
export function apartFaults(
  field: FieldDef,
  index: number,
): readonly (readonly [reason: string, test: string])[] {
  const { day, clock, micros } = apartColumns(index);
  return [
    ['time-without-date', `(${clock} IS NOT NULL AND ${day} IS NULL)`],
    ['not-a-time', showsTime(field) ? 'false' : `(${clock} IS NOT NULL AND ${micros} IS NULL)`],
  ];
}

/** Microseconds of the day that a text shows; null for what is no time of day, or more than one. */
function microsOf(clock: string, isBare: boolean, { matches, extract }: Dialect): string {
  const number = (pattern: string, group: number): string =>
    `coalesce(TRY_CAST(${extract(clock, pattern, group)} AS BIGINT), 0)`;
  const hours = (pattern: string, half: number): string => {
    const [hour, letter] = [number(pattern, 1), `lower(${extract(clock, pattern, half)})`];
    return `CASE ${letter} WHEN '' THEN ${hour} ELSE CASE WHEN ${hour} BETWEEN 1 AND 12
      THEN ${hour} % 12 + CASE ${letter} WHEN 'p' THEN 12 ELSE 0 END END END`;
  };
  const fraction = `TRY_CAST(left(rpad(${extract(clock, COLONS, 4)}, 6, '0'), 6) AS BIGINT)`;
  const colons = `((${hours(COLONS, 5)}) * 3600 + ${number(COLONS, 2)} * 60 + ${number(COLONS, 3)}) * 1000000 + ${fraction}`;
  const lettered = `(${number(LETTERED, 1)} * 60 + ${number(LETTERED, 2)}) * 60000000`;
  const halved = `(${hours(HALVED, 2)}) * 3600000000`;
  const share = `TRY_CAST(replace(${clock}, ',', '.') AS DOUBLE)`;
  const bare = isBare
    ? `WHEN ${matches(clock, OF_A_DAY)} THEN CASE WHEN ${share} < 1 THEN CAST(round(${share} * 86400) AS BIGINT) * 1000000 END`
    : '';
  return `CASE WHEN ${matches(clock, COLONS)} THEN ${colons}
    WHEN ${matches(clock, LETTERED)} THEN ${lettered}
    WHEN ${matches(clock, HALVED)} THEN ${halved} ${bare} END`;
}

/** `Z`, `+01`, `+0130` or `+01:30` as microseconds; null for none. */
function offsetOf(text: string): string {
  const digits = `replace(${text}, ':', '')`;
  const minutes = `(TRY_CAST(left(${digits}, 3) AS BIGINT) * 60 + coalesce(TRY_CAST(left(${digits}, 1) || ${digits}[4:5] AS BIGINT), 0))`;
  return `CASE ${text} WHEN '' THEN NULL WHEN 'Z' THEN 0 ELSE ${minutes} * 60000000 END`;
}
