import type { FieldDef } from '../model/agreement.ts';
import type { FactColumn, ReadPlan } from '../model/plan.ts';
import { conditionSql } from './condition.ts';
import type { Dialect } from './dialect.ts';
import { HAND_OVER, RECYCLED } from './hand-over.ts';
import { factValue, fieldsOfColumns, joinedColumn, ownColumn, type Uses, usesOf } from './read-columns.ts';
import { localTime } from './local-time.ts';
import { type PlainReader, plainReader } from './plain-cell.ts';
import { type FieldReader, fieldReader, type Reading } from './read-field.ts';
import { packed, unpackedScan } from './packed-cells.ts';
import { HANDED } from './repeated-rows.ts';

/** Codes of `$bad` that name no field. */
export const BLANK_KEY = 1;
export const BLANK_ROW = 2;
export const ODD_ROW = 3;

/** A code from here on is `FIRST_FIELD + 10 * position of the field + position of the reason`. */
export const FIRST_FIELD = 10;

/** How the rows of one source are read, whatever the file. */
export interface ReadSql {
  /** The source's own fields that the plan uses; the key is the first. */
  readonly fields: readonly FieldDef[];
  /**
   * Every row of a scan as a row of the source's table, with two columns more: `$bad`, 0 for a row that can be used, else the
   * code of what is wrong, and then `key` is the cell that is wrong; and `$gap`, how many of its local times the
   * clock skips. `positions` says for each of `fields` which column of the scan holds it. With `evidence` there are
   * `$cells`, the list of the cells, `$modified`, and `$handed` where rows are hand-overs.
   */
  select(scan: string, positions: readonly number[], evidence?: boolean): string;
  /**
   * The same rows by a shorter way, for cells of the frequent forms alone. A row that holds any other has the code `ODD_ROW`: its `key`
   * is all of its raw cells packed, its other columns mean nothing, and it is to be selected the long way from `unpacked`. Null where a
   * field has no frequent form.
   */
  plain(scan: string, positions: readonly number[]): string | null;
  /** A scan of the raw cells that a column `key` of a table holds packed, in the order of `fields`. */
  unpacked(table: string): string;
  /** What a code of `$bad` above `FIRST_FIELD` means. */
  reason(code: number): { readonly field: FieldDef; readonly reason: string };
}

export function readSql(plan: ReadPlan, dialect: Dialect): ReadSql {
  const fields = usedFields(plan);
  const clock = plan.zone === null ? null : localTime(plan.zone);
  const reading: Reading = { nulls: plan.nulls, clock, dialect };
  const uses = usesOf(plan);
  const readersFor = (uses: Uses) =>
    fields.map((field, index) => fieldReader(field, index, uses(field.name), reading));
  const readers = readersFor(uses);
  const plainReaders = fields.map((field, index) => plainReader(field, index, uses(field.name), reading));
  return {
    fields,
    select: (scan, positions, evidence) =>
      selectRows(
        plan,
        evidence ? readersFor(() => 'text') : readers,
        scan,
        positions,
        clock?.lists ?? [],
        dialect,
        evidence ?? false,
      ),
    plain: (scan, positions) =>
      plainReaders.every((reader) => reader !== null)
        ? plainRows(plan, plainReaders, scan, positions, dialect)
        : null,
    unpacked: (table) => unpackedScan(table, fields.length),
    reason(code) {
      const reader = readers[Math.floor((code - FIRST_FIELD) / 10)];
      const reason = reader?.reasons[(code - FIRST_FIELD) % 10];
      if (!reader || !reason) throw new RangeError(`No reason has the code ${code}`);
      return { field: reader.field, reason };
    },
  };
}

function usedFields(plan: ReadPlan): readonly FieldDef[] {
  const names = [plan.key, plan.latestBy, plan.handedOver].flatMap((name) => name ?? []);
  names.push(...plan.joins.map((join) => join.on), ...fieldsOfColumns(plan.columns));
  const joined = new Set(plan.joins.flatMap((join) => Object.keys(join.fields)));
  return [...new Set(names)].flatMap((name) => {
    const field = plan.fields[name];
    if (!field && !joined.has(name)) throw new Error(`The source "${plan.source}" has no field "${name}"`);
    return field ? [field] : [];
  });
}

function selectRows(
  plan: ReadPlan,
  readers: readonly FieldReader[],
  scan: string,
  positions: readonly number[],
  lists: readonly string[],
  dialect: Dialect,
  evidence: boolean,
): string {
  const from = `(SELECT *, ${badCode(readers)} AS bad FROM ${layered(readers, scan, positions, lists)}) AS r`;
  const gaps = readers.flatMap((reader) => (reader.gap ? [`CASE WHEN ${reader.gap} THEN 1 ELSE 0 END`] : []));
  const columns = [
    `${keyOrBadCell(readers)} AS "key"`,
    ...rowColumns(plan, readers, dialect),
    'bad AS "$bad"',
    `CAST(${gaps.length > 0 ? gaps.join(' + ') : '0'} AS UTINYINT) AS "$gap"`,
  ];
  if (evidence) {
    const modified = readers.find((reader) => reader.field.name === plan.latestBy);
    columns.push(`[${readers.map((reader) => `r.${reader.cell}`).join(', ')}] AS "$cells"`);
    columns.push(`${modified?.value ?? 'NULL::BIGINT'} AS "$modified"`);
    const handed = readers.find((reader) => reader.field.name === plan.handedOver);
    if (handed) columns.push(`${handed.value} AS "${HANDED}"`);
  }
  return `SELECT ${columns.join(',\n  ')} FROM ${from}${joinsSql(plan, readers, dialect)}`;
}

function plainRows(
  plan: ReadPlan,
  readers: readonly PlainReader[],
  scan: string,
  positions: readonly number[],
  dialect: Dialect,
): string {
  const key = readers[0]?.raw;
  const tests = readers.map(({ plain }) => `(${plain})`);
  const isPlain = `${key} IS NOT NULL AND coalesce(${tests.join(' AND ')}, true)`;
  const columns = [
    `CASE WHEN is_plain THEN ${key} ELSE ${packed(readers.map(({ raw }) => raw))} END AS "key"`,
    ...rowColumns(plan, readers, dialect),
    `CASE WHEN is_plain THEN 0::USMALLINT ELSE ${ODD_ROW}::USMALLINT END AS "$bad"`,
    '0::UTINYINT AS "$gap"',
  ];
  const from = `(SELECT *, ${isPlain} AS is_plain FROM ${layered(readers, scan, positions)}) AS r`;
  return `SELECT ${columns.join(',\n  ')} FROM ${from}${joinsSql(plan, readers, dialect)}`;
}

/** The raw cells of a scan, and the columns of the readers upon them. */
function layered(
  readers: readonly (FieldReader | PlainReader)[],
  scan: string,
  positions: readonly number[],
  lists: readonly string[] = [],
): string {
  const cells = readers.map(({ raw }, i) => `s.c${positions[i]} AS ${raw}`);
  let from = `(SELECT ${[...lists, ...cells].join(', ')} FROM ${scan} AS s)`;
  const depth = Math.max(...readers.map(({ layers }) => layers.length));
  for (let layer = 0; layer < depth; layer++) {
    const added = readers.flatMap(({ layers }) => layers[layer] ?? []);
    if (added.length > 0) from = `(SELECT *, ${added.join(', ')} FROM ${from})`;
  }
  return from;
}

function joinsSql(plan: ReadPlan, readers: readonly (FieldReader | PlainReader)[], dialect: Dialect): string {
  const joins = plan.joins.map((join, i) => {
    const on = readers.find((reader) => reader.field.name === join.on);
    return ` LEFT JOIN ${dialect.identifier(join.table)} AS j${i} ON j${i}."key" = r.${on?.cell}`;
  });
  return joins.join('');
}

/** What a row holds beside its key. */
function rowColumns(
  plan: ReadPlan,
  readers: readonly (FieldReader | PlainReader)[],
  dialect: Dialect,
): readonly string[] {
  return [
    ...plan.columns.flatMap((column) => factColumns(column, plan, readers, dialect)),
    // Of a key that comes once; the others are numbered when all are read.
    ...(plan.unique === 'each' ? [`1::INTEGER AS "${HAND_OVER}"`, `'no' AS "${RECYCLED}"`] : []),
  ];
}

function factColumns(
  column: FactColumn,
  plan: ReadPlan,
  readers: readonly (FieldReader | PlainReader)[],
  dialect: Dialect,
): readonly string[] {
  const name = dialect.identifier(column.name);
  if (column.kind === 'own') return [`true AS ${name}`];
  const lookUp = (field: string) =>
    ownColumn(field, readers) ?? joinedColumn(field, plan.joins, dialect) ?? missing(field);
  if (column.kind === 'flag')
    return [`${conditionSql(column.condition, (field) => lookUp(field).test, dialect)} AS ${name}`];
  const source = lookUp(column.field);
  if (column.kind !== 'time') return [`${factValue(column.kind, source)} AS ${name}`];
  return [`${source.value} AS ${name}`, `${source.spread} AS ${dialect.identifier(`${column.name}$w`)}`];
}

function missing(field: string): never {
  throw new Error(`No source has the field "${field}"`);
}

/** The first thing that is wrong with a row, in the order of the fields. */
function badCode(readers: readonly FieldReader[]): string {
  const key = readers[0]?.cell;
  const blank = readers.map((reader) => reader.blank).join(' AND ');
  const cases = readers.flatMap((reader, i) =>
    reader.faults.map((fault, reason) => `WHEN ${fault} THEN ${FIRST_FIELD + 10 * i + reason}`),
  );
  const faulty = readers.filter(({ faults }) => faults.length > 0).map(({ cell }) => `${cell} IS NULL`);
  return `CAST(CASE WHEN ${[`${key} IS NOT NULL`, ...faulty].join(' AND ')} THEN 0 WHEN ${key} IS NULL THEN CASE WHEN ${blank} THEN ${BLANK_ROW} ELSE ${BLANK_KEY} END
    ${cases.join(' ')} ELSE 0 END AS USMALLINT)`;
}

function keyOrBadCell(readers: readonly FieldReader[]): string {
  const key = `r.${readers[0]?.cell}`;
  const cases = readers.flatMap((reader, i) =>
    reader.faults.length === 0 ? [] : [`WHEN bad < ${FIRST_FIELD + 10 * (i + 1)} THEN r.${reader.cell}`],
  );
  return cases.length === 0 ? key : `CASE WHEN bad < ${FIRST_FIELD} THEN ${key} ${cases.join(' ')} END`;
}
