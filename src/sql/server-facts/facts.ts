import type { FieldDef } from '../../model/agreement.ts';
import type { FactColumn, ReadPlan } from '../../model/reading.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';
import { type ConditionColumn, conditionSql, TESTED_AS } from '../condition.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { hasCome, NOT_YET } from '../judge/expressions.ts';
import { localTimeByChoice } from '../read/local-time.ts';
import { epochOf } from '../read/typed/column-kind.ts';
import {
  FAULTS,
  fieldsOf,
  hasTest,
  heldCellsSql,
  isPlausible,
  isTime,
  ROUNDED,
  rawSql,
  type TypedSource,
  timeKind,
  timesOf,
} from './cells.ts';

/** Beside the fields, one of which may be called `key`. */
const KEY = '$key';

/** The facts of a typed table as a SELECT: `key`, and the columns of its plan that are asked for. */
export function typedFactsSql(source: TypedSource, dialect: JudgingDialect): string {
  const { plan, table, isEvent, asOf } = source;
  const asked = plan.columns.filter(({ name }) => source.isAsked(name));
  const fields = fieldsOf(source, asked);
  const times = timesOf(plan);
  const id = (name: string) => dialect.identifier(name);
  const key = id(plan.key);
  // Rows with a key are one where they read alike; events only where all their columns are the same.
  const from = plan.unique === 'many' ? `(SELECT DISTINCT * FROM ${table})` : table;
  const raw =
    source.cells === undefined
      ? rawSql(fields, { ...source, table: from }, dialect, plan.unique !== 'many')
      : heldCellsSql(fields, source.cells, source, dialect);
  const timed = fields.filter(isTime).flatMap((field) => instantOf(field, source, dialect));

  const tests =
    source.cells !== undefined
      ? [`c.${id(FAULTS)} = 0`]
      : [
          `${key} IS NOT NULL`,
          `NOT ${dialect.matches(key, ROUNDED)}`,
          ...fields.filter(isTime).map((field) => isPlausible(field, dialect)),
          ...fields.filter((field) => hasTest(field, source)).map((field) => `c.${id(`${field.name}$x`)}`),
        ];
  const rows = `SELECT c.*, ${[`${key} AS ${id(KEY)}`, ...timed].join(', ')} FROM (${raw}) c WHERE ${tests.join(' AND ')}`;
  // Of kept cells all rows of a key are there, and counted, before one is chosen.
  const latest = plan.latestBy === null || source.cells !== undefined ? null : plan.fields[plan.latestBy];
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
  const where =
    isEvent && asOf !== null && !source.isCutLater && there.length > 0 ? ` WHERE ${there.join(' AND ')}` : '';
  const columns = asked.flatMap((column) => factSql(column, source, dialect));
  return `SELECT ${[`r.${id(KEY)} AS key`, ...columns].join(', ')} FROM (${one}) r${joins.join('')}${where}`;
}

const valueName = (field: FieldDef): string => (isTime(field) ? `${field.name}$t` : field.name);

/** The instant of a time, `$t`, and the seconds to the last one that it may be, `$w`. */
function instantOf(field: FieldDef, source: TypedSource, dialect: JudgingDialect): readonly string[] {
  const { zone } = source;
  const { identifier, divide } = dialect;
  const local = `c.${identifier(field.name)}`;
  const [at, width] = [identifier(`${field.name}$t`), identifier(`${field.name}$w`)];
  const kind = timeKind(field, source);
  if (zone === null || kind === 'instant' || epochOf(field) !== null)
    return [`${local} AS ${at}`, `0 AS ${width}`];
  const { earliest, spread } = localTimeByChoice(zone);
  const first = `CASE WHEN ${local} IS NOT NULL THEN ${earliest(local)} END`;
  const seconds =
    field.type === 'date' || kind === 'date'
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
      return [`${type === 'text' ? sql : dialect.letters(sql)} AS ${name}`];
    }
    case 'time': {
      const { at, width } = placeOf(column.field, plan, dialect);
      const come = asOf === null || source.isCutLater || column.ahead ? null : hasCome(at, width, asOf);
      const ends =
        span === null
          ? at
          : `CASE WHEN ${at} < ${span.from} THEN ${span.from} WHEN ${at} > ${span.to} THEN ${span.to} ELSE ${at} END`;
      const wide = `coalesce(${width}, 0)`;
      return [
        `${come === null ? ends : `CASE WHEN ${come} THEN ${ends} END`} AS ${name}`,
        `${come === null ? wide : `CASE WHEN ${at} IS NULL OR ${come} THEN ${wide} ELSE ${NOT_YET} END`} AS ${identifier(`${column.name}$w`)}`,
      ];
    }
  }
}

/** A field as conditions look at it: a date that had not come is blank. */
function lookUp(field: string, { plan, asOf }: TypedSource, dialect: JudgingDialect): ConditionColumn {
  const own = plan.fields[field];
  const join = plan.joins.findIndex((each) => each.fields[field] !== undefined);
  const def = own ?? plan.joins[join]?.fields[field];
  if (!def) throw new Error(`No source has the field "${field}"`);
  const type = def.name === plan.key ? 'text' : TESTED_AS[def.type];
  if (type === 'time') {
    const { at, width } = placeOf(field, plan, dialect);
    return { sql: asOf === null ? at : `CASE WHEN ${hasCome(at, width, asOf)} THEN ${at} END`, type };
  }
  const sql = `${own ? 'r' : `j${join}`}.${dialect.identifier(field)}`;
  return { sql: type === 'boolean' && !own ? `(${sql} = 'true')` : sql, type };
}
