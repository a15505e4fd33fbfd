import type { FieldDef } from '../../model/agreement.ts';
import type { ReadPlan } from '../../model/reading.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { HANDED, NTH } from '../hand-over.ts';
import { hasCome } from '../judge/expressions.ts';
import { PREFERRED_ABOVE, rankOf } from '../one-per-key.ts';
import { localTimeByChoice } from '../read/local-time.ts';
import { epochOf } from '../read/typed/column-kind.ts';
import {
  FAULTS,
  hasTest,
  heldCellsSql,
  isPlausible,
  isTime,
  ROUNDED,
  rawSql,
  surveyed,
  type TypedSource,
  timeKind,
} from './cells.ts';
import { lookUp, placeOf } from './look-up.ts';

/** Beside the fields, one of which may be called `key`. */
export const KEY = '$key';

/** How many rows of its key are as high as a row. */
const TIED = '$tied';

/** Whether one of several rows with a key is taken, or each is told from the others, by what they hold. */
export const isOrdered = ({ unique, latestBy, onePerKey, handedOver }: ReadPlan): boolean =>
  unique !== 'many' && (latestBy !== null || !!onePerKey || !!handedOver);

/** The rows of a typed table that are read, each once: their cells, `$key`, and of each time `$t` and `$w`. */
export function rowsSql(fields: readonly FieldDef[], source: TypedSource, dialect: JudgingDialect): string {
  const { plan, table, cells } = source;
  const id = (name: string) => dialect.identifier(name);
  const key = id(plan.key);
  // Rows with a key are one where they read alike; events only where all their columns are the same.
  const from = plan.unique === 'many' ? `(SELECT DISTINCT * FROM ${table})` : table;
  const raw =
    cells === undefined
      ? rawSql(fields, { ...source, table: from }, dialect, plan.unique !== 'many')
      : heldCellsSql(fields, cells, source, dialect);
  const tests =
    cells !== undefined
      ? [`c.${id(FAULTS)} = 0`]
      : [
          `${key} IS NOT NULL`,
          `NOT ${dialect.matches(key, ROUNDED)}`,
          ...fields.filter(isTime).map((field) => isPlausible(field, dialect)),
          ...fields.filter((field) => hasTest(field, source)).map((field) => `c.${id(`${field.name}$x`)}`),
        ];
  const timed = fields.filter(isTime).flatMap((field) => instantOf(field, source, dialect));
  return `SELECT c.*, ${[`${key} AS ${id(KEY)}`, ...timed].join(', ')} FROM (${raw}) c WHERE ${tests.join(' AND ')}`;
}

/** The same rows with the place of each among those of its key, `NTH`: of one that is taken 1. */
export function orderedRowsSql(source: TypedSource, dialect: JudgingDialect): string {
  const { identifier: id } = dialect;
  const [key, rank] = [id(KEY), id(HANDED)];
  const order = source.plan.handedOver ? 'ASC' : 'DESC';
  // Who only prints a statement asks nobody about rows that nothing tells apart.
  const tied =
    source.cells === undefined ? '' : `, count(*) OVER (PARTITION BY ${key}, ${rank}) AS ${id(TIED)}`;
  return `SELECT k.*, row_number() OVER (PARTITION BY ${key} ORDER BY ${rank} ${order} NULLS LAST) AS ${id(NTH)}${tied}
FROM (SELECT r.*, ${rankSql(source, dialect)} AS ${rank} FROM (${rowsSql(surveyed(source), source, dialect)}) r) k`;
}

/** By what the rows `r` of a key are in order. */
function rankSql(source: TypedSource, dialect: JudgingDialect): string {
  const { plan } = source;
  const { onePerKey, asOf } = plan;
  if (!onePerKey) {
    const field = plan.fields[plan.handedOver ?? plan.latestBy ?? ''];
    if (!field) throw new Error(`Nothing tells the rows of a key of "${plan.source}" apart`);
    return isTime(field) ? placeOf(field.name, plan, dialect).at : `r.${dialect.identifier(field.name)}`;
  }
  const { at, width } = placeOf(onePerKey.by, plan, dialect);
  const known = typeof asOf === 'number' ? `CASE WHEN ${hasCome(at, width, asOf)} THEN ${at} END` : at;
  const asRead = { ...source, asOf: asOf ?? null };
  return rankOf(onePerKey, known, (field) => lookUp(field, asRead, dialect), dialect);
}

/**
 * Of a table of rows in order: how many there are, `n`, of how many keys, `keys`; how many nothing tells from
 * another, `unclear`; and how many were preferred and not taken, `preferred`.
 */
export function orderCountedSql(
  rows: string,
  { handedOver, onePerKey }: ReadPlan,
  { identifier: id }: JudgingDialect,
): string {
  const isFirst = handedOver ? '' : `${id(NTH)} = 1 AND `;
  const liked = onePerKey?.prefer ? `${id(HANDED)} > ${PREFERRED_ABOVE}` : 'false';
  const key = id(KEY);
  return `SELECT count(*) AS n, count(DISTINCT ${key}) AS keys,
  count(CASE WHEN ${isFirst}${id(TIED)} > 1 THEN 1 END) AS unclear,
  count(CASE WHEN ${liked} THEN 1 END) - count(DISTINCT CASE WHEN ${liked} THEN ${key} END) AS preferred
FROM ${id(rows)}`;
}

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
