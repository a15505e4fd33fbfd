import type { FieldDef } from '../../model/agreement.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import type { ColumnKind } from '../read/typed/column-kind.ts';

/** What can be told of a row that is not read, beside what is wrong with one of its fields. */
export const FAULT = { blankRow: 1, blankKey: 2, firstField: 10 } as const;

/** What can be wrong with a field. */
const REASONS = [
  'not-a-date',
  'implausible-date',
  'rounded-id',
  'too-many-decimals',
  'number-too-large',
  'not-a-number',
  'not-an-integer',
  'not-a-boolean',
] as const;

export type Reason = (typeof REASONS)[number];

/** That a field, by its place, has what. */
export const codeOf = (field: number, reason: Reason): number =>
  FAULT.firstField + 10 * field + REASONS.indexOf(reason) + 1;

/** A code of what is wrong with a row: which of its fields has what; null for a fault of the whole row. */
export const fieldFault = (
  code: number,
  fields: readonly FieldDef[],
): { readonly field: FieldDef; readonly reason: Reason } | null => {
  const [field, reason] = [fields[Math.floor(code / 10) - 1], REASONS[(code % 10) - 1]];
  return code < FAULT.firstField || !field || !reason ? null : { field, reason };
};

/** A column as SQL, with what it holds; null where that is not known. */
interface Held {
  readonly column: string;
  readonly kind: ColumnKind | null;
}

/** A column as SQL, and what of it becomes the cell of a field. */
interface Cell {
  readonly column: string;
  readonly cell: string;
}

/** A number as it is kept; null for one that has no room, which some engine's types hold. */
export function numberSql({ type }: FieldDef, { column, kind }: Held, { cast }: JudgingDialect): string {
  const number = cast(column, type === 'integer' ? 'bigint' : 'decimal');
  const most = mostOf(type, kind);
  return most === null ? number : `CASE WHEN ${column} > -${most} AND ${column} < ${most} THEN ${number} END`;
}

/** Below it a number can be kept; null where all of its column can. */
function mostOf(type: FieldDef['type'], kind: ColumnKind | null): string | null {
  if (kind === null) return null;
  if (type === 'integer') return kind === 'integer' ? null : `${2n ** 63n - 1n}`;
  // What is above it by less than a millionth of a half would be rounded to it, and binary fractions there are coarser.
  return kind === 'binary' ? '1000000000000' : '999999999999.9999995';
}

/**
 * Whether a value is kept as it is: a row with a number that would be rounded is not read, nor one with a number that
 * is no truth or a time of day where a day is asked for.
 */
export function isExact({ type }: FieldDef, { column, cell }: Cell, dialect: JudgingDialect): string {
  if (type === 'boolean') return `(${column} IS NULL OR ${column} IN (0, 1))`;
  if (type === 'date')
    return `(${column} IS NULL OR ${dialect.micros(column, 'local')} % ${MICROS_PER_DAY} = 0)`;
  return `(${column} IS NULL OR ${cell} = ${column})`;
}

/** Why a value is not kept as it is, by its place in `REASONS` from 1; 0 where it is. */
export function valueFaultSql(field: FieldDef, held: Cell, dialect: JudgingDialect): string {
  const { column, cell } = held;
  const code = (reason: Reason) => REASONS.indexOf(reason) + 1;
  const exact = `CASE WHEN ${isExact(field, held, dialect)} THEN 0`;
  if (field.type === 'boolean') return `${exact} ELSE ${code('not-a-boolean')} END`;
  if (field.type === 'date') return `${exact} ELSE ${code('not-a-date')} END`;
  const text = dialect.cast(column, 'text');
  const isNumber = `${column} - ${column} = 0`;
  const hasRoom = `${cell} IS NOT NULL`;
  if (field.type === 'integer')
    return `${exact} WHEN ${hasRoom} OR NOT ${isNumber} OR ${dialect.matches(text, '[.][0-9]*[1-9]')} THEN ${code('not-an-integer')} ELSE ${code('number-too-large')} END`;
  const isFine = dialect.matches(text, '[.][0-9]{6}[0-9]*[1-9]');
  return `${exact} WHEN NOT ${isNumber} THEN ${code('not-a-number')} WHEN ${hasRoom} OR ${isFine} THEN ${code('too-many-decimals')} ELSE ${code('number-too-large')} END`;
}
