import type { FieldDef } from '../../model/agreement.ts';
import type { Span } from '../../model/judge.ts';
import type { FactColumn, ReadPlan, ZoneTable } from '../../model/reading.ts';
import type { Micros } from '../../model/time.ts';
import { type JudgingDialect, NO_DATE } from '../dialects/dialect.ts';
import { conditionFields, fieldsOfColumns } from '../read/columns.ts';
import { plausible } from '../read/field.ts';
import { localTimeByChoice } from '../read/local-time.ts';
import { type ColumnKind, epochOf } from '../read/typed/column-kind.ts';
import { codeOf, FAULT, isExact, numberSql, type Reason, valueFaultSql } from './faults.ts';
import { cleanText, jointText, SIGNS, unlessBlankWord, unlessPlain } from './texts.ts';

/** A typed table and what is judged of it. */
export interface TypedSource {
  readonly plan: ReadPlan;
  /** As SQL. */
  readonly table: string;
  /** The name of one of its columns as SQL. */
  readonly column: (name: string) => string;
  /** Whether a row is there only with a date of its own, as an activity is. */
  readonly isEvent: boolean;
  /** What came later is not there; null where nothing is cut. */
  readonly asOf: Micros | null;
  /** Only conditions do not see what came later: it is cut away once it is known what there is. */
  readonly isCutLater?: boolean;
  /** Of local times, over the span; null where columns hold instants. */
  readonly zone: ZoneTable | null;
  /** The table that `cellsSql` was kept in; missing where there is none. */
  readonly cells?: string;
  /** What the column of a field holds; missing where that follows from the types of fields. */
  readonly kind?: (field: FieldDef) => ColumnKind | null;
  /** Instants outside it are told as its ends, which no case of a period can tell from them; null: none are. */
  readonly span: Span | null;
  /** Whether a column is looked at. */
  readonly isAsked: (column: string) => boolean;
}

/** The time columns of the table's own fields. */
export const timesOf = ({ columns, fields }: ReadPlan) =>
  columns.flatMap((column) => (column.kind === 'time' && fields[column.field] ? [column] : []));

/** The columns that are asked for, and those on which one of them rests. */
export function askedOf({ plan, isAsked }: TypedSource): readonly FactColumn[] {
  const bases = new Set(
    plan.columns.flatMap((column) =>
      column.kind === 'own' && isAsked(column.name) ? [column.time, column.when] : [],
    ),
  );
  return plan.columns.filter(({ name }) => isAsked(name) || bases.has(name));
}

/** The fields that are read: the key, and those by which a row is told, dated, left out or found. */
export function fieldsOf({ plan }: TypedSource, asked: readonly FactColumn[]): readonly FieldDef[] {
  const { onePerKey = null } = plan;
  const order = [plan.latestBy, plan.handedOver, onePerKey?.by].flatMap((name) => name ?? []);
  const told = [...order, ...conditionFields(onePerKey?.prefer ?? null)];
  const names = [plan.key, ...told, ...plan.joins.map(({ on }) => on)];
  const numbers = fieldsOfColumns(plan.columns).filter((name) => isNumber(plan.fields[name]));
  const all = [...names, ...fieldsOfColumns(asked), ...timesOf(plan).map(({ field }) => field), ...numbers];
  return [...new Set(all)].flatMap((name) => plan.fields[name] ?? []);
}

/** The cells of some fields by their names, and of numbers whether they are exact, `$x`. */
export function rawSql(
  fields: readonly FieldDef[],
  source: TypedSource,
  dialect: JudgingDialect,
  isDistinct: boolean,
): string {
  const id = (name: string) => dialect.identifier(name);
  const cells = fields.flatMap((field) => [
    `${cellSql(field, source, dialect)} AS ${id(field.name)}`,
    ...(hasTest(field, source)
      ? [`${isExact(field, columnOf(field, source, dialect), dialect)} AS ${id(`${field.name}$x`)}`]
      : []),
  ]);
  return `SELECT ${isDistinct ? 'DISTINCT ' : ''}${cells.join(', ')} FROM ${source.table} d CROSS JOIN ${id(SIGNS)} s`;
}

/** The column of what is wrong with a row, and of how many rows of the table are as it is. */
export const FAULTS = '$fault';
export const TIMES = '$n';

/**
 * The cells of a typed table, each made once: by the names of the fields, with what is wrong with each row, 0 where it
 * is read; `FAULT` and `fieldFault` say which. The table of events is told each row
 * once, with how often it is there as `TIMES`.
 */
export function cellsSql(source: TypedSource, dialect: JudgingDialect): string {
  const { plan, table } = source;
  const { identifier: id } = dialect;
  const fields = surveyed(source);
  const isText = (field: FieldDef) => field.name === plan.key || field.type === 'text';
  const made = fields.flatMap((field) => {
    const column = dialect.letters(`d.${source.column(field.column)}`);
    const cell =
      isText(field) && !field.parts
        ? unlessPlain(column, cleanText(column, dialect), dialect)
        : cellSql(field, source, dialect);
    const test = hasTest(field, source)
      ? [`${valueFaultSql(field, columnOf(field, source, dialect), dialect)} AS ${id(`${field.name}$x`)}`]
      : [];
    return [`${cell} AS ${id(field.name)}`, ...test];
  });
  const blanked = fields.flatMap((field) => {
    const cell = `b.${id(field.name)}`;
    const value = isText(field) && !field.parts ? unlessBlankWord(cell, plan.nulls, dialect) : cell;
    return [
      `${value} AS ${id(field.name)}`,
      ...(hasTest(field, source) ? [`b.${id(`${field.name}$x`)}`] : []),
    ];
  });
  const layer = `SELECT ${[...blanked, `b.${id(TIMES)}`].join(', ')}
FROM (SELECT ${[...made, `${plan.unique === 'many' ? `d.${id(TIMES)}` : '1'} AS ${id(TIMES)}`].join(', ')} FROM ${table} d CROSS JOIN ${id(SIGNS)} s) b`;
  return `SELECT c.*, ${faultSql(fields, source, dialect)} AS ${id(FAULTS)} FROM (${layer}) c`;
}

/** The first thing that is wrong with a row of cells, in the order of its fields. */
function faultSql(fields: readonly FieldDef[], source: TypedSource, dialect: JudgingDialect): string {
  const { identifier } = dialect;
  const { plan } = source;
  const keys = new Set([plan.key, ...plan.joins.map(({ on }) => on)]);
  const blank = fields.map(({ name }) => `c.${identifier(name)} IS NULL`).join(' AND ');
  const faults = fields.flatMap((field, i) => {
    const cell = `c.${identifier(field.name)}`;
    const wrong = (test: string, reason: Reason) => `WHEN ${test} THEN ${codeOf(i, reason)}`;
    const rounded = field.parts ? ROUNDED_PART : ROUNDED;
    const value = `c.${identifier(`${field.name}$x`)}`;
    return [
      ...(keys.has(field.name) ? [wrong(dialect.matches(cell, rounded), 'rounded-id')] : []),
      ...(hasTest(field, source) ? [`WHEN ${value} > 0 THEN ${FAULT.firstField + 10 * i} + ${value}`] : []),
      ...(isTime(field) ? [wrong(`${cell} = ${NO_DATE}`, 'not-a-date')] : []),
      ...(isTime(field) ? [wrong(`NOT ${isPlausible(field, dialect)}`, 'implausible-date')] : []),
    ];
  });
  return `CASE WHEN c.${identifier(plan.key)} IS NULL THEN CASE WHEN ${blank} THEN ${FAULT.blankRow} ELSE ${FAULT.blankKey} END
  ${faults.join('\n  ')} ELSE 0 END`;
}

/** How many rows of a typed table there are by what is wrong with them: `fault` and `n`, of its cells. */
export const surveySql = (cells: string, { identifier: id, cast }: JudgingDialect): string =>
  `SELECT ${id(FAULTS)} AS fault, ${cast(`sum(${id(TIMES)})`, 'bigint')} AS n FROM ${id(cells)} GROUP BY ${id(FAULTS)}`;

/**
 * How many cells of rows that are read show a time that the clocks skip, `gap`, and one that they show twice,
 * `overlap`; null where no cell can.
 */
export function clocksSql(cells: string, source: TypedSource, dialect: JudgingDialect): string | null {
  const { zone, plan } = source;
  const { identifier: id, cast } = dialect;
  const local = surveyed(source).filter((field) => isTime(field) && timeKind(field, source) === 'local');
  if (zone === null || zone.transitions.length === 0 || local.length === 0) return null;
  const { skipped, spread } = localTimeByChoice(zone);
  const isDay = ({ type }: FieldDef) => type === 'date';
  const columnsOf = ({ name }: FieldDef) =>
    plan.columns.filter((column) => column.kind === 'time' && column.field === name).length;
  const sum = (tests: readonly string[]) =>
    cast(`coalesce(sum((${['0', ...tests].join(' + ')}) * ${id(TIMES)}), 0)`, 'bigint');
  const timed = local.filter((field) => !isDay(field));
  const gaps = timed.map(
    ({ name }) => `CASE WHEN ${id(name)} IS NOT NULL AND ${skipped(id(name))} THEN 1 ELSE 0 END`,
  );
  const overlaps = timed.map(
    (field) =>
      `CASE WHEN ${id(field.name)} IS NOT NULL AND ${spread(id(field.name))} > 0 THEN ${columnsOf(field)} ELSE 0 END`,
  );
  return `SELECT ${sum(gaps)} AS gap, ${sum(overlaps)} AS overlap FROM ${id(cells)} WHERE ${id(FAULTS)} = 0`;
}

/** The rows of events, each once by all its columns, with how often it is there. */
export function eventRowsSql(columns: readonly string[], path: string, times: string): string {
  const ordinals = columns.map((_, i) => i + 1).join(', ');
  return `(SELECT ${[...columns, `count(*) AS ${times}`].join(', ')} FROM ${path} GROUP BY ${ordinals})`;
}

/** The fields whose cells are local times. */
export const localFields = (source: TypedSource): readonly FieldDef[] =>
  surveyed(source).filter((field) => isTime(field) && timeKind(field, source) !== 'instant');

/** The first and the last local time of each of some fields of rows that are read, as if it were UTC: one row. */
export function localEndsSql(
  local: readonly FieldDef[],
  cells: string,
  { identifier: id }: JudgingDialect,
): string {
  const ends = local.flatMap(({ name }, i) => [`min(${id(name)}) AS min${i}`, `max(${id(name)}) AS max${i}`]);
  return `SELECT ${ends.join(', ')} FROM ${id(cells)} WHERE ${id(FAULTS)} = 0`;
}

/** How many rows a table of facts has, `n`, and how many keys. */
export const keysCountedSql = (table: string, { identifier }: JudgingDialect): string =>
  `SELECT count(*) AS n, count(DISTINCT key) AS keys FROM ${identifier(table)}`;

/** The cells of rows that are read, each row once. */
export function heldCellsSql(
  fields: readonly FieldDef[],
  cells: string,
  { plan }: TypedSource,
  { identifier: id }: JudgingDialect,
): string {
  const names = [...fields.map(({ name }) => name), FAULTS].map((name) => `d.${id(name)}`);
  return `SELECT ${plan.unique === 'many' ? '' : 'DISTINCT '}${names.join(', ')} FROM ${id(cells)} d`;
}

/** The fields that a survey looks at, in its order. */
export const surveyed = (source: TypedSource): readonly FieldDef[] => fieldsOf(source, askedOf(source));

/** A key that a sheet has rounded, in words that every engine reads alike: a report does not read its row. */
const ROUNDED_CELL = '[0-9]([.,][0-9]{1,14})?E[+](1[1-9]|[2-9][0-9])';
export const ROUNDED = `^${ROUNDED_CELL}$`;
const ROUNDED_PART = `(^|[|] )${ROUNDED_CELL}( [|]|$)`;

export const isTime = ({ type }: FieldDef): boolean => type === 'date' || type === 'datetime';

/** The column of a field: a text as it is compared, a number, or the microseconds that a time column shows. */
function cellSql(field: FieldDef, source: TypedSource, dialect: JudgingDialect): string {
  const { plan, column: named } = source;
  const column = `d.${named(field.column)}`;
  const clean = (text: string) => unlessBlankWord(cleanText(text, dialect), plan.nulls, dialect);
  if (field.parts)
    return jointText(
      field.parts.map((part) => clean(dialect.letters(`d.${named(part.column)}`))),
      plan.nulls,
      dialect,
    );
  if (field.name === plan.key || field.type === 'text') return clean(dialect.letters(column));
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return numberSql(field, { column, kind: source.kind?.(field) ?? null }, dialect);
    case 'boolean':
      return source.kind?.(field) === 'integer'
        ? `CASE ${column} WHEN 1 THEN true WHEN 0 THEN false END`
        : column;
    case 'date':
    case 'datetime': {
      const epoch = epochOf(field);
      if (epoch !== null) return `${dialect.cast(column, 'bigint')} * ${epoch}`;
      return dialect.micros(column, timeKind(field, source));
    }
  }
}

const columnOf = (field: FieldDef, source: TypedSource, dialect: JudgingDialect) => ({
  column: `d.${source.column(field.column)}`,
  cell: cellSql(field, source, dialect),
});

/** What a column of times holds. */
export function timeKind(field: FieldDef, { kind, zone }: TypedSource): 'instant' | 'local' | 'date' {
  const told = kind?.(field);
  if (told === 'instant' || told === 'local' || told === 'date') return told;
  return field.type === 'date' ? 'date' : zone === null ? 'instant' : 'local';
}

/** Whether a value of the column may be none of the field. */
export const hasTest = (field: FieldDef, { plan, kind }: TypedSource): boolean =>
  (isNumber(field) && field.name !== plan.key) ||
  (field.type === 'boolean' && kind?.(field) === 'integer') ||
  (field.type === 'date' && kind?.(field) === 'local');

const isNumber = (field: FieldDef | undefined): boolean =>
  field?.type === 'integer' || field?.type === 'decimal';

/** A row with a date that can not be meant is not read. */
export function isPlausible(field: FieldDef, { identifier }: JudgingDialect): string {
  const { from, to } = plausible(field);
  const local = `c.${identifier(field.name)}`;
  return `(${local} IS NULL OR (${local} >= ${from} AND ${local} < ${to}))`;
}
