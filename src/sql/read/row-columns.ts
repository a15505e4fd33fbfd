import type { FactColumn, ReadPlan } from '../../model/reading.ts';
import { conditionSql } from '../condition.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { HAND_OVER, RECYCLED } from '../hand-over.ts';
import { hasCome } from '../judge/expressions.ts';
import { rankOf } from '../one-per-key.ts';
import { factValue, joinedColumn, ownColumn } from './columns.ts';
import type { FieldReader } from './field.ts';
import type { PlainReader } from './quick-cell.ts';

/** The raw cells of a scan `s`, and the columns of the readers upon them. */
export function layered(
  readers: readonly (FieldReader | PlainReader)[],
  scan: string,
  cells: readonly string[],
  lists: readonly string[] = [],
): string {
  const named = readers.map(({ raw }, i) => `${cells[i]} AS ${raw}`);
  let from = `(SELECT ${[...lists, ...named].join(', ')} FROM ${scan} AS s)`;
  const depth = Math.max(...readers.map(({ layers }) => layers.length));
  for (let layer = 0; layer < depth; layer++) {
    const added = readers.flatMap(({ layers }) => layers[layer] ?? []);
    if (added.length > 0) from = `(SELECT *, ${added.join(', ')} FROM ${from})`;
  }
  return from;
}

export function joinsSql(
  plan: ReadPlan,
  readers: readonly (FieldReader | PlainReader)[],
  dialect: Dialect,
): string {
  const joins = plan.joins.map((join, i) => {
    const on = readers.find((reader) => reader.field.name === join.on);
    return ` LEFT JOIN ${dialect.identifier(join.table)} AS j${i} ON j${i}."key" = r.${on?.cell}`;
  });
  return joins.join('');
}

export interface RowColumn {
  readonly name: string;
  readonly sql: string;
  /** Whether each row that these readers read has the same. */
  readonly isSettled?: true;
}

/** What a row holds beside its key. */
export function rowColumns(
  plan: ReadPlan,
  readers: readonly (FieldReader | PlainReader)[],
  dialect: Dialect,
): readonly RowColumn[] {
  const columns = plan.columns.flatMap((column) => factColumns(column, plan, readers, dialect));
  if (plan.unique !== 'each') return columns;
  // These are the values of a key that comes once. Rows of other keys are numbered when all rows are read.
  return [
    ...columns,
    { name: `"${HAND_OVER}"`, sql: '1::INTEGER', isSettled: true },
    { name: `"${RECYCLED}"`, sql: "'no'", isSettled: true },
  ];
}

/** The rank of a row among those of its key, the highest of which is kept; null where all are alike. */
export function rankSql(plan: ReadPlan, readers: readonly FieldReader[], dialect: Dialect): string {
  const instantOf = (name: string | null) => readers.find(({ field }) => field.name === name)?.value ?? null;
  const { onePerKey, asOf } = plan;
  if (!onePerKey) return instantOf(plan.latestBy) ?? 'NULL::BIGINT';
  const by = readers.find(({ field }) => field.name === onePerKey.by);
  const at = by?.value ?? missing(onePerKey.by);
  const known =
    typeof asOf === 'number' ? `CASE WHEN ${hasCome(at, by?.spread ?? '0', asOf)} THEN ${at} END` : at;
  const test = (field: string) => (ownColumn(field, readers, plan) ?? missing(field)).test;
  return rankOf(onePerKey, known, test, dialect);
}

function factColumns(
  column: FactColumn,
  plan: ReadPlan,
  readers: readonly (FieldReader | PlainReader)[],
  dialect: Dialect,
): readonly RowColumn[] {
  const name = dialect.identifier(column.name);
  if (column.kind === 'own') return [{ name, sql: 'true', isSettled: true }];
  const lookUp = (field: string) =>
    ownColumn(field, readers, plan) ?? joinedColumn(field, plan, dialect) ?? missing(field);
  if (column.kind === 'flag')
    return [{ name, sql: conditionSql(column.condition, (field) => lookUp(field).test, dialect) }];
  const source = lookUp(column.field);
  if (column.kind !== 'time') return [{ name, sql: factValue(column.kind, source) }];
  const spread = dialect.identifier(`${column.name}$w`);
  const width: RowColumn =
    source.spread === null
      ? { name: spread, sql: '0::INTEGER', isSettled: true }
      : { name: spread, sql: source.spread };
  return [{ name, sql: source.value }, width];
}

function missing(field: string): never {
  throw new Error(`No source has the field "${field}"`);
}
