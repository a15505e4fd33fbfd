import type { FieldDef } from '../../model/agreement.ts';
import { MONTH_NAMES } from '../../model/month-names.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';
import { isInTwoColumns } from '../../model/two-columns.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { apartColumns, apartLayers, showsTime, withClock } from './date-and-time.ts';
import type { DateParts, DateReader } from './date-reader.ts';
import { type DateFormat, dateFormat } from './date-format.ts';

const MINUTE = 60_000_000;

export interface DateCell {
  readonly dialect: Dialect;
  /** The cells of a workbook's own dates are in ISO form. */
  readonly isBook: boolean;
  /** Position among the fields that are read. */
  readonly index: number;
}

export function dateReader(cell: string, field: FieldDef, of: DateCell): DateReader {
  if (!isInTwoColumns(field)) return readerOfCell(cell, field, of);
  const { day, both } = apartColumns(of.index);
  const before = apartLayers(cell, of.index, field, of);
  return showsTime(field)
    ? { ...readerOfCell(both, field, of), before }
    : { ...withClock(readerOfCell(day, field, of), of.index), before };
}

function readerOfCell(cell: string, field: FieldDef, { dialect, isBook }: DateCell): DateReader {
  const format = field.format ?? 'iso';
  const ofTexts = readerFor(cell, format, isInTwoColumns(field), dialect);
  const reader = isBook && format !== 'iso' ? orOfBook(ofTexts, cell, dialect) : ofTexts;
  if (field.type !== 'date') return reader;
  return { shape: reader.shape, parts: (shape) => wholeDays(reader.parts(shape)) };
}

/**
 * A date as a sheet is copied, `2026-03-02` or `2026-03-02 09:14:00.123`, where the cell is no text of the
 * format.
 */
function orOfBook({ shape, parts }: DateReader, cell: string, dialect: Dialect): DateReader {
  const isDay = `(strlen(${cell}) = 10 AND ${cell} LIKE '____-__-__')`;
  const isTime = `(strlen(${cell}) IN (19, 23) AND ${cell} LIKE '____-__-__ __:__:__%' AND ${endsInDigit(cell)})`;
  return {
    shape,
    parts(name) {
      const { local, offset, dateOnly } = parts(name);
      const isText = `(${local}) IS NOT NULL`;
      return {
        local: `CASE WHEN ${isText} THEN ${local} WHEN ${isDay} OR ${isTime} THEN ${dialect.tryIso(cell)} END`,
        offset: `CASE WHEN ${isText} THEN ${offset} END`,
        dateOnly: dateOnly === 'true' ? dateOnly : `CASE WHEN ${isText} THEN ${dateOnly} ELSE ${isDay} END`,
      };
    },
  };
}

/** Of a date, a time of day is read only where it is midnight without an offset: `2026-12-01 00:00`. */
function wholeDays(parts: DateParts): DateParts {
  const midnight = `coalesce(${parts.offset}, 0) = 0 AND (${parts.local}) % ${MICROS_PER_DAY} = 0`;
  return { local: `CASE WHEN ${midnight} THEN ${parts.local} END`, offset: 'NULL::BIGINT', dateOnly: 'true' };
}

function readerFor(cell: string, format: string, isApart: boolean, dialect: Dialect): DateReader {
  switch (format) {
    case 'iso':
      return isoReader(cell, dialect);
    case 'epoch':
      return epochReader(cell, 1_000_000, dialect);
    case 'epoch-ms':
      return epochReader(cell, 1_000, dialect);
    case 'excel':
      return serialReader(cell, dialect);
    default:
      return patternReader(cell, dateFormat(format, isApart), dialect);
  }
}

function epochReader(cell: string, micros: number, dialect: Dialect): DateReader {
  const whole = dialect.matchesWhole(cell, '\\d{1,13}');
  const broken = dialect.matchesWhole(cell, '\\d{1,13}\\.\\d{1,6}');
  const local = `CASE WHEN ${whole} THEN CAST(${cell} AS BIGINT) * ${micros}
    WHEN ${broken} THEN CAST(floor(CAST(${cell} AS DECIMAL(30, 6)) * ${micros}) AS BIGINT) END`;
  return { shape: '0', parts: () => ({ local, offset: '0', dateOnly: 'false' }) };
}

/** Days from the one that Excel numbers 0, with its leap day of 1900, to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

const SERIAL = '\\d{5}(?:[.,]\\d{1,15})?';

/**
 * Days since 1899-12-30 and the part of a day that has passed, to the nearest second: a sheet shows no
 * more. A whole number is a day without a time.
 */
function serialReader(cell: string, dialect: Dialect): DateReader {
  const whole = dialect.matchesWhole(cell, '\\d{5}');
  const broken = dialect.matchesWhole(cell, SERIAL);
  const days = `CAST(left(${cell}, 5) AS BIGINT) - ${SERIAL_OF_1970}`;
  const seconds = `CAST(round(${dialect.tryNumber(`'0.' || ${cell}[7:]`, 'double')} * 86400) AS BIGINT)`;
  const local = `CASE WHEN ${whole} THEN (${days}) * ${MICROS_PER_DAY}
    WHEN ${broken} THEN (${days}) * ${MICROS_PER_DAY} + ${seconds} * 1000000 END`;
  return { shape: '0', parts: () => ({ local, offset: 'NULL::BIGINT', dateOnly: whole }) };
}

/** Whether a clean cell is how a sheet keeps a date of 1990 to 2099: a number of days. */
export const isSerial = (cell: string, dialect: Dialect): string =>
  `CASE WHEN left(${cell}, 5) BETWEEN '32874' AND '73050' THEN ${dialect.matchesWhole(cell, SERIAL)} ELSE false END`;

/**
 * Whether a clean cell ends in a time with letters for its zone: `09:00 CET`, `9:00 AM EST`, `09:00 GMT+1`.
 */
export const endsInZone = (cell: string, dialect: Dialect): string =>
  dialect.matches(
    cell,
    '\\d:\\d{2}(?:[:.,]\\d+)*(?: ?[AaPp][.]?[Mm][.]?)? ?[(]?(?:(?:UTC|GMT) ?[+-]\\d{1,2}(?::?\\d{2})?|[A-Z]{3,5})[)]?$',
  );

/** The day of the week at the beginning of a cell: it says nothing that the date does not. */
const WEEKDAY = '^\\pL{2,9}(?:-\\pL{2,6})?[.,]* +';

function patternReader(whole: string, format: DateFormat, dialect: Dialect): DateReader {
  const cell = format.hasWeekday ? dialect.without(whole, WEEKDAY) : whole;
  const text = format.hasOffset ? withDigits(cell, dialect) : cell;
  const full = tryPattern(text, format.pattern, format, dialect);
  const read =
    format.length === null ? full : `CASE WHEN length(${cell}) = ${format.length} THEN ${full} END`;
  if (!format.hasTime)
    return {
      shape: read,
      parts: (shape) => ({ local: shape, offset: 'NULL::BIGINT', dateOnly: 'true' }),
    };
  const offset = format.hasOffset ? '0' : 'NULL::BIGINT';
  if (format.datePattern === null) {
    return { shape: read, parts: (shape) => ({ local: shape, offset, dateOnly: 'false' }) };
  }
  const date = tryPattern(cell, format.datePattern, { ...format, hasHalf: false }, dialect);
  return {
    shape: read,
    parts: (shape) => ({
      local: `CASE WHEN ${shape} IS NULL THEN ${date} ELSE ${shape} END`,
      offset: format.hasOffset ? `CASE WHEN ${shape} IS NOT NULL THEN 0 END` : offset,
      dateOnly: `${shape} IS NULL`,
    }),
  };
}

/** A cell with the offset at its end in digits, as patterns read it: `Z`, `UTC`, `GMT`, `GMT+1`, `UTC+01:00`. */
function withDigits(cell: string, dialect: Dialect): string {
  const zero = `regexp_replace(${cell}, '(?:[Zz]|UTC|GMT)$', '+00:00')`;
  const hour = `regexp_replace(${zero}, '(?:UTC|GMT) ?([+-])([0-9])$', '\\10\\2:00')`;
  const offset = `regexp_replace(${hour}, '(?:UTC|GMT) ?([+-][0-9]{2}(?::?[0-9]{2})?)$', '\\1')`;
  return `CASE WHEN ${dialect.matches(cell, '[A-Za-z]')} THEN ${offset} ELSE ${cell} END`;
}

/** Also where the month is spelled in another language than English, or with a full stop, and the half of the day as in `a.m.`. */
function tryPattern(
  text: string,
  pattern: string,
  { month, hasHalf }: Pick<DateFormat, 'month' | 'hasHalf'>,
  dialect: Dialect,
): string {
  const read = dialect.tryPattern(text, pattern);
  if (month === null && !hasHalf) return read;
  const named = month === null ? text : inEnglish(text, month, dialect);
  const spelled = hasHalf ? `regexp_replace(${named}, '\\b([AaPp])[.]? ?[Mm](?:[.]|\\b)', '\\1M')` : named;
  return `coalesce(${read}, ${dialect.tryPattern(spelled, pattern)})`;
}

/**
 * The first word of a cell as the name of a month in English; null where it names none. The word is written
 * once: in a comparison with each of the names, the engine takes seconds to plan it.
 */
function inEnglish(text: string, month: '%b' | '%B', dialect: Dialect): string {
  const word = `lower(strip_accents(${dialect.extract(text, '\\pL{3,10}', 0)}))`;
  const names = MONTH_NAMES.flatMap((ofMonth) =>
    [...new Set(ofMonth)].map((name) => ({ name, english: ofMonth[month === '%b' ? 0 : 1] })),
  );
  const list = (texts: readonly string[]) => `[${texts.map((each) => dialect.text(each)).join(', ')}]`;
  const english = `map(${list(names.map(({ name }) => name))}, ${list(names.map((each) => each.english))})[${word}]`;
  return `regexp_replace(${text}, '\\pL{3,10}[.]?', ${english})`;
}

const CIVIL = ['____-__-__ __:__:__', '____-__-__T__:__:__'];

const ANY_ISO =
  '^(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?) ?(Z|z|UTC|GMT|(?:UTC|GMT) ?[+-]\\d|(?:(?:UTC|GMT) ?)?[+-](?:0\\d|1[0-8])(?::?[0-5]\\d)?)?$';

/** A `Z` behind a second of one digit, which the engine reads past, would be of another zone. */
export const endsInDigit = (cell: string): string => `${cell}[-1] BETWEEN '0' AND '9'`;

/** Shapes of ISO cells: the frequent ones are told apart without a regular expression. */
const SHAPE = { local: 0, date: 1, utc: 2, offset: 3, other: 4 };

function isoReader(cell: string, dialect: Dialect): DateReader {
  const isLike = (forms: readonly string[]) =>
    `(${forms.map((form) => `${cell} LIKE ${dialect.text(form)}`).join(' OR ')})`;
  const starts = isLike(CIVIL.map((civil) => `${civil}%`));
  const offsets = CIVIL.flatMap((civil) =>
    ['', '.___'].flatMap((fraction) =>
      ['+', '-'].flatMap((sign) => [`${civil}${fraction}${sign}__:__`, `${civil}${fraction}${sign}____`]),
    ),
  );
  const tail = `right(replace(${cell}, ':', ''), 5)`;
  const shape = `CASE
    WHEN ${cell} IS NULL THEN NULL
    WHEN strlen(${cell}) = 19 AND ${starts} AND ${endsInDigit(cell)} THEN ${SHAPE.local}
    WHEN strlen(${cell}) = 10 AND ${cell} LIKE '____-__-__' THEN ${SHAPE.date}
    WHEN ${starts} AND ${isLike(CIVIL.flatMap((civil) => [`${civil}Z`, `${civil}.___Z`]))} THEN ${SHAPE.utc}
    WHEN ${starts} AND ${isLike(offsets)} AND ${tail}[2:3] <= '18' AND ${tail}[4:5] <= '59' THEN ${SHAPE.offset}
    ELSE ${SHAPE.other} END`;
  const part = (group: number): string => dialect.extract(cell, ANY_ISO, group);
  const other = dialect.tryIso(`${part(1)} || ' ' || replace(${part(2)}, ',', '.')`);
  return {
    shape,
    parts: (name) => ({
      local: `CASE WHEN ${name} = ${SHAPE.other} THEN ${other} ELSE ${dialect.tryIso(cell)} END`,
      offset: `CASE ${name} WHEN ${SHAPE.utc} THEN 0
        WHEN ${SHAPE.offset} THEN ${minutesOf(tail)} * ${MINUTE}
        WHEN ${SHAPE.other} THEN ${minutesOfZone(part(3), dialect)} * ${MINUTE} END`,
      dateOnly: `${name} = ${SHAPE.date}`,
    }),
  };
}

/** `+0130` in minutes. */
function minutesOf(text: string): string {
  return `(TRY_CAST(left(${text}, 3) AS BIGINT) * 60 + TRY_CAST(left(${text}, 1) || right(${text}, 2) AS BIGINT))`;
}

/** `Z`, `UTC`, `+01`, `+0130`, `+01:30`, `GMT+1` or `GMT+01:30` in minutes; null for none. */
function minutesOfZone(zone: string, dialect: Dialect): string {
  const bare = dialect.without(zone, '[A-Za-z: ]');
  return `CASE WHEN ${zone} = '' THEN NULL ELSE CASE strlen(${bare}) WHEN 0 THEN 0 WHEN 5 THEN ${minutesOf(bare)}
    ELSE TRY_CAST(${bare} AS BIGINT) * 60 END END`;
}
