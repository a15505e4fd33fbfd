import type { Position, ReadPlan } from '../../../model/reading.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { BLANK_KEY, BLANK_ROW, FIRST_FIELD } from '../codes.ts';
import type { FieldReader } from '../field.ts';
import { layered } from '../row-columns.ts';
import type { TypedColumn } from './column-kind.ts';
import { typedReader } from './field.ts';
import { ROW } from './table.ts';
import { textAt, typeAt, typedCell } from './texts.ts';

/**
 * The first thing that is wrong with a row of typed columns, in the order of the fields. `reasons` are those
 * of each field whatever it is read from, so that a code means the same in all files of a source.
 */
export function typedBadCode(
  readers: readonly FieldReader[],
  reasons: readonly (readonly string[])[],
): string {
  const key = readers[0]?.cell;
  const blank = readers.map((reader) => reader.blank).join(' AND ');
  const cases = readers.flatMap((reader, i) =>
    reader.faults.map((fault, nth) => {
      const code = FIRST_FIELD + 10 * i + (reasons[i] ?? []).indexOf(reader.reasons[nth] ?? '');
      return `WHEN ${fault} THEN ${code}`;
    }),
  );
  return `CAST(CASE WHEN ${key} IS NULL THEN CASE WHEN ${blank} THEN ${BLANK_ROW} ELSE ${BLANK_KEY} END
    ${cases.join(' ')} ELSE 0 END AS USMALLINT)`;
}

/** Which rows that could not be read are looked for. */
export interface TypedRejects {
  readonly readers: readonly FieldReader[];
  readonly reasons: readonly (readonly string[])[];
  readonly scan: string;
  /** The value of each of them, of a scan `s`. */
  readonly cells: readonly string[];
  readonly lists: readonly string[];
  /** A row without a key is none of them. */
  readonly ofNobody: boolean;
  /** Only those with this text in a cell; null for all. */
  readonly holding: string | null;
  readonly limit: number;
}

/** The rows that can not be used: `line`, their place from 1, `code`, and `cells`, the texts of the fields. */
export function typedRejectsSql(rejects: TypedRejects, dialect: Dialect): string {
  const { readers, reasons, scan, cells, lists, ofNobody, holding, limit } = rejects;
  const from = layered(readers, scan, cells, [...lists, ROW]);
  const texts = readers.map(({ cell }) => cell).join(', ');
  const least = ofNobody ? BLANK_KEY : 0;
  const held = holding === null ? '' : ` AND list_contains(cells, ${dialect.text(holding)})`;
  return `SELECT line, code, cells FROM (
      SELECT ${ROW} + 1 AS line, ${typedBadCode(readers, reasons)} AS code, [${texts}] AS cells FROM ${from})
    WHERE code > ${least} AND code <> ${BLANK_ROW}${held} ORDER BY line LIMIT ${limit}`;
}

/** The rows that have one of some keys: `line`, their place from 1, and `cells`, the texts of all columns. */
export function typedRecordsSql({
  plan,
  scan,
  columns,
  position,
  keys,
  limit,
  dialect,
}: {
  readonly plan: ReadPlan;
  readonly scan: string;
  readonly columns: readonly TypedColumn[];
  /** Of the column of the key. */
  readonly position: Position;
  readonly keys: readonly string[];
  readonly limit: number;
  readonly dialect: Dialect;
}): string {
  const field = plan.fields[plan.key];
  if (!field) throw new Error(`The source "${plan.source}" has no field "${plan.key}"`);
  const index = columns.length;
  const reading = { nulls: plan.nulls, clock: null, dialect };
  const key = typedReader({ field, index, use: 'text', reading, type: typeAt(columns, position) });
  const from = layered([key], scan, [typedCell(columns, position, plan.nulls, dialect)], ['s.*']);
  const cells = columns.map((_, at) => `coalesce(${textAt(columns, at, '', dialect)}, '')`).join(', ');
  const list = keys.map((each) => dialect.text(each)).join(', ');
  return `SELECT ${ROW} + 1 AS line, [${cells}] AS cells FROM ${from} WHERE ${key.cell} IN (${list}) ORDER BY line LIMIT ${limit}`;
}
