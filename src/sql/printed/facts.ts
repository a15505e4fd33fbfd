import type { FieldDef } from '../../model/agreement.ts';
import type { Span } from '../../model/judge.ts';
import type { FactColumn, ReadPlan, ZoneTable } from '../../model/reading.ts';
import { MICROS_PER_DAY, type Micros } from '../../model/time.ts';
import { type ConditionColumn, conditionSql } from '../condition.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { hasCome, NOT_YET } from '../judge/expressions.ts';
import { fieldsOfColumns } from '../read/columns.ts';
import { plausible } from '../read/field.ts';
import { localTimeByChoice } from '../read/local-time.ts';
import { epochOf } from '../read/typed/column-kind.ts';
import { cleanText, SIGNS, unlessBlankWord } from './texts.ts';

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
  /** Of local times, over the span; null where columns hold instants. */
  readonly zone: ZoneTable | null;
  /** Instants outside it are told as its ends, which no case of a period can tell from them. */
  readonly span: Span;
  /** Whether a column is looked at. */
  readonly isAsked: (column: string) => boolean;
}

/** The facts of a typed table as a SELECT: `key`, and the columns of its plan that are asked for. */
export function typedFactsSql(source: TypedSource, dialect: JudgingDialect): string {
  const { plan, table, isEvent, asOf } = source;
  const asked = plan.columns.filter(({ name }) => source.isAsked(name));
  const own = (name: string) => plan.fields[name] !== undefined;
  const times = plan.columns.flatMap((column) =>
    column.kind === 'time' && own(column.field) ? [column] : [],
  );
  const names = [plan.key, ...plan.joins.map(({ on }) => on), ...(plan.latestBy ? [plan.latestBy] : [])];
  const numbers = fieldsOfColumns(plan.columns).filter((name) => isNumber(plan.fields[name]));
  const all = [
    ...names,
    ...fieldsOfColumns(asked).filter(own),
    ...times.map(({ field }) => field),
    ...numbers,
  ];
  const fields = [...new Set(all)].flatMap((name) => plan.fields[name] ?? []);
  const id = (name: string) => dialect.identifier(name);
  const key = id(plan.key);
  const cells = fields.flatMap((field) => [
    `${cellSql(field, source, dialect)} AS ${id(field.name)}`,
    ...(isNumber(field) && field.name !== plan.key
      ? [`${isExact(field, source, dialect)} AS ${id(`${field.name}$x`)}`]
      : []),
  ]);
  // Rows with a key are one where they read alike; events only where all their columns are the same.
  const from = plan.unique === 'many' ? `(SELECT DISTINCT * FROM ${table})` : table;
  const raw = `SELECT ${plan.unique === 'many' ? '' : 'DISTINCT '}${cells.join(', ')} FROM ${from} d CROSS JOIN ${id(SIGNS)} s`;
  const timed = fields.filter(isTime).flatMap((field) => instantOf(field, source, dialect));

  const tests = [
    `${key} IS NOT NULL`,
    `NOT ${dialect.matches(key, ROUNDED)}`,
    ...fields.filter(isTime).map((field) => isPlausible(field, dialect)),
    ...fields
      .filter((field) => isNumber(field) && field.name !== plan.key)
      .map((field) => `c.${id(`${field.name}$x`)}`),
  ];
  const rows = `SELECT c.*, ${[`${key} AS ${id(KEY)}`, ...timed].join(', ')} FROM (${raw}) c WHERE ${tests.join(' AND ')}`;
  const latest = plan.latestBy === null ? null : plan.fields[plan.latestBy];
  const one = latest
    ? `SELECT * FROM (SELECT c.*, row_number() OVER (PARTITION BY ${key} ORDER BY ${id(valueName(latest))} DESC NULLS LAST) AS nth FROM (${rows}) c) n WHERE nth = 1`
    : rows;
  const joins = plan.joins.map(
    ({ table: joined, on }, i) => ` LEFT JOIN ${id(joined)} j${i} ON j${i}.key = r.${id(on)}`,
  );
  const there = times
    .filter(({ ahead }) => ahead === undefined)
    .map(({ field }) => placeOf(field, plan, dialect))
    .map(({ at, width }) => `(${at} IS NULL OR ${hasCome(at, width, asOf ?? 0)})`);
  const where = isEvent && asOf !== null && there.length > 0 ? ` WHERE ${there.join(' AND ')}` : '';
  const columns = asked.flatMap((column) => factSql(column, source, dialect));
  return `SELECT ${[`r.${id(KEY)} AS key`, ...columns].join(', ')} FROM (${one}) r${joins.join('')}${where}`;
}

/** A key that a sheet has rounded, in words that every engine reads alike: a report does not read its row. */
const ROUNDED = '^[0-9]([.,][0-9]{1,14})?E[+](1[1-9]|[2-9][0-9])$';

/** Beside the fields, one of which may be called `key`. */
const KEY = '$key';

const isTime = ({ type }: FieldDef): boolean => type === 'date' || type === 'datetime';

const valueName = (field: FieldDef): string => (isTime(field) ? `${field.name}$t` : field.name);

/** The column of a field: a text as it is compared, a number, or the microseconds that a time column shows. */
function cellSql(
  field: FieldDef,
  { plan, zone, column: named }: TypedSource,
  dialect: JudgingDialect,
): string {
  const column = `d.${named(field.column)}`;
  if (field.name === plan.key || field.type === 'text') {
    const text = cleanText(dialect.cast(column, 'text'), dialect);
    return unlessBlankWord(text, plan.nulls, dialect);
  }
  switch (field.type) {
    case 'integer':
      return dialect.cast(column, 'bigint');
    case 'decimal':
      return dialect.cast(column, 'decimal');
    case 'boolean':
      return column;
    case 'date':
      return dialect.micros(column, 'date');
    case 'datetime': {
      const epoch = epochOf(field);
      if (epoch !== null) return `${dialect.cast(column, 'bigint')} * ${epoch}`;
      return dialect.micros(column, zone === null ? 'instant' : 'local');
    }
  }
}

const isNumber = (field: FieldDef | undefined): boolean =>
  field?.type === 'integer' || field?.type === 'decimal';

/** Whether a number is kept as it is: a row with one that would be rounded is not read. */
function isExact(field: FieldDef, source: TypedSource, dialect: JudgingDialect): string {
  const column = `d.${source.column(field.column)}`;
  return `(${column} IS NULL OR ${cellSql(field, source, dialect)} = ${column})`;
}

/** A row with a date that can not be meant is not read. */
function isPlausible(field: FieldDef, { identifier }: JudgingDialect): string {
  const { from, to } = plausible(field);
  const local = `c.${identifier(field.name)}`;
  return `(${local} IS NULL OR (${local} >= ${from} AND ${local} < ${to}))`;
}

/** The instant of a time, `$t`, and the seconds to the last one that it may be, `$w`. */
function instantOf(field: FieldDef, { zone }: TypedSource, dialect: JudgingDialect): readonly string[] {
  const { identifier, divide } = dialect;
  const local = `c.${identifier(field.name)}`;
  const [at, width] = [identifier(`${field.name}$t`), identifier(`${field.name}$w`)];
  if (zone === null || epochOf(field) !== null) return [`${local} AS ${at}`, `0 AS ${width}`];
  const { earliest, spread } = localTimeByChoice(zone);
  const first = `CASE WHEN ${local} IS NOT NULL THEN ${earliest(local)} END`;
  const seconds =
    field.type === 'date'
      ? divide(`${earliest(`(${local} + ${MICROS_PER_DAY})`)} - ${earliest(local)}`, 1_000_000)
      : spread(local);
  const wide = `CASE WHEN ${local} IS NOT NULL THEN ${seconds} END`;
  return [`${first} AS ${at}`, `${dialect.cast(wide, 'integer')} AS ${width}`];
}

/** Where a time stands that the row has itself or that a joined row gives it. */
function placeOf(
  field: string,
  { fields, joins }: ReadPlan,
  { identifier }: JudgingDialect,
): { readonly at: string; readonly width: string } {
  if (fields[field]) return { at: `r.${identifier(`${field}$t`)}`, width: `r.${identifier(`${field}$w`)}` };
  const join = joins.findIndex((each) => each.fields[field] !== undefined);
  return { at: `j${join}.${identifier(field)}`, width: `j${join}.${identifier(`${field}$w`)}` };
}

function factSql(column: FactColumn, source: TypedSource, dialect: JudgingDialect): readonly string[] {
  const { plan, asOf, span } = source;
  const { identifier } = dialect;
  const name = identifier(column.name);
  switch (column.kind) {
    case 'own':
      throw new Error('Hand-overs are not told apart here');
    case 'flag':
      return [
        `${conditionSql(column.condition, (field) => lookUp(field, source, dialect), dialect)} AS ${name}`,
      ];
    case 'number':
      return [`${lookUp(column.field, source, dialect).sql} AS ${name}`];
    case 'text': {
      const { sql, type } = lookUp(column.field, source, dialect);
      return [`${type === 'text' ? sql : dialect.cast(sql, 'text')} AS ${name}`];
    }
    case 'time': {
      const { at, width } = placeOf(column.field, plan, dialect);
      const come = asOf === null || column.ahead ? null : hasCome(at, width, asOf);
      const ends = `CASE WHEN ${at} < ${span.from} THEN ${span.from} WHEN ${at} > ${span.to} THEN ${span.to} ELSE ${at} END`;
      const wide = `coalesce(${width}, 0)`;
      return [
        `${come === null ? ends : `CASE WHEN ${come} THEN ${ends} END`} AS ${name}`,
        `${come === null ? wide : `CASE WHEN ${at} IS NULL OR ${come} THEN ${wide} ELSE ${NOT_YET} END`} AS ${identifier(`${column.name}$w`)}`,
      ];
    }
  }
}

const TESTS = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  boolean: 'boolean',
  date: 'time',
  datetime: 'time',
} as const;

/** A field as conditions look at it: a date that had not come is blank. */
function lookUp(field: string, { plan, asOf }: TypedSource, dialect: JudgingDialect): ConditionColumn {
  const own = plan.fields[field];
  const join = plan.joins.findIndex((each) => each.fields[field] !== undefined);
  const def = own ?? plan.joins[join]?.fields[field];
  if (!def) throw new Error(`No source has the field "${field}"`);
  const type = def.name === plan.key ? 'text' : TESTS[def.type];
  if (type === 'time') {
    const { at, width } = placeOf(field, plan, dialect);
    return { sql: asOf === null ? at : `CASE WHEN ${hasCome(at, width, asOf)} THEN ${at} END`, type };
  }
  const sql = `${own ? 'r' : `j${join}`}.${dialect.identifier(field)}`;
  return { sql: type === 'boolean' && !own ? `(${sql} = 'true')` : sql, type };
}
