import type { FactColumn } from '../../model/reading.ts';
import { conditionSql } from '../condition.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { HANDED, handOverColumns, NTH, ownSql } from '../hand-over.ts';
import { hasCome, NOT_YET } from '../judge/expressions.ts';
import { askedOf, fieldsOf, type TypedSource, timesOf } from './cells.ts';
import { lookUp, placeOf } from './look-up.ts';
import { isOrdered, KEY, orderedRowsSql, rowsSql } from './rows.ts';

/**
 * The facts of a typed table as a SELECT: `key`, and the columns of its plan that are asked for. `ordered` is the
 * table of its rows in order, where one of several is taken or they are hand-overs.
 */
export function typedFactsSql(source: TypedSource, dialect: JudgingDialect, ordered?: string): string {
  const { plan, isEvent, asOf } = source;
  const asked = askedOf(source);
  const times = timesOf(plan);
  const id = (name: string) => dialect.identifier(name);
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
  const isHandedOver = plan.unique === 'each';
  const told = isHandedOver ? [NTH, HANDED].map((name) => `r.${id(name)}`) : [];
  const facts = `SELECT ${[`r.${id(KEY)} AS key`, ...columns, ...told].join(', ')} FROM (${oneOf(source, dialect, ordered)}) r${joins.join('')}${where}`;
  return isHandedOver ? handOversSql(asked, facts, dialect) : facts;
}

/** The rows of which each is one of the facts. */
function oneOf(source: TypedSource, dialect: JudgingDialect, ordered: string | undefined): string {
  const { identifier: id } = dialect;
  const { plan } = source;
  const isOne = plan.unique === 'each' ? '' : ` WHERE ${id(NTH)} = 1`;
  if (ordered !== undefined) return `SELECT * FROM ${id(ordered)}${isOne}`;
  if (isOrdered(plan)) return `SELECT * FROM (${orderedRowsSql(source, dialect)}) n${isOne}`;
  return rowsSql(fieldsOf(source, askedOf(source)), source, dialect);
}

/** Facts that are hand-overs, with what each has beside the others of its lead. */
function handOversSql(asked: readonly FactColumn[], facts: string, dialect: JudgingDialect): string {
  const { identifier: id, cast } = dialect;
  const columns = asked.flatMap((column) => {
    const name = id(column.name);
    if (column.kind === 'own') return [`${ownSql(column, dialect)} AS ${name}`];
    return column.kind === 'time' ? [name, id(`${column.name}$w`)] : [name];
  });
  const of = Object.entries(handOverColumns(cast(id(NTH), 'integer')));
  const own = of.map(([name, sql]) => `${sql} AS ${id(name)}`);
  return `SELECT ${['key', ...columns, ...own].join(', ')} FROM (${facts}) f`;
}

function factSql(column: FactColumn, source: TypedSource, dialect: JudgingDialect): readonly string[] {
  const { plan, asOf, span } = source;
  const { identifier } = dialect;
  const name = identifier(column.name);
  switch (column.kind) {
    case 'own':
      return [];
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
