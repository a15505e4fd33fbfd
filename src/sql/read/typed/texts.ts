import type { Position } from '../../../model/reading.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { cellSql } from '../joint-key.ts';
import { type ColumnKind, kindOfColumn, type TypedColumn } from './column-kind.ts';

/** Whole numbers from here on may be another that was rounded. */
export const MOST_EXACT = 2 ** 53;

/** A value as a text: a whole number of a binary type is written as one. */
export function textOfColumn(kind: ColumnKind | null, raw: string, dialect: Dialect): string {
  const text = dialect.cast(raw, 'text');
  if (kind === 'binary')
    return `CASE WHEN ${isWhole(raw)} AND abs(${raw}) < ${MOST_EXACT} THEN CAST(TRY_CAST(${raw} AS BIGINT) AS VARCHAR) ELSE ${text} END`;
  return kind === 'instant' ? `CAST(make_timestamp(epoch_us(${raw})) AS VARCHAR) || 'Z'` : text;
}

export const isWhole = (raw: string): string => `isfinite(${raw}) AND ${raw} = trunc(${raw})`;

/** A column of a scan as a text. */
export const textAt = (
  columns: readonly TypedColumn[],
  index: number,
  of: string,
  dialect: Dialect,
): string => textOfColumn(kindOfColumn(columns[index]?.type ?? ''), `${of}c${index}`, dialect);

/** The type of what stands at a position: a key of several columns is a text. */
export const typeAt = (columns: readonly TypedColumn[], position: Position | undefined): string =>
  typeof position === 'number' ? (columns[position]?.type ?? '') : 'VARCHAR';

/** What stands at a position of a scan `s`. */
export const typedCell = (
  columns: readonly TypedColumn[],
  position: Position,
  nulls: readonly string[],
  dialect: Dialect,
): string => cellSql(position, nulls, dialect, (at) => textAt(columns, at, 's.', dialect));

/** A scan of typed columns as one of texts. */
export function asTexts(scan: string, columns: readonly TypedColumn[], dialect: Dialect): string {
  const texts = columns.map((_, index) => `${textAt(columns, index, '', dialect)} AS c${index}`);
  return `(SELECT ${texts.join(', ')} FROM ${scan})`;
}
