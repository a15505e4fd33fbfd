import type { Condition } from '../../model/condition.ts';
import type { FactColumn, ReadPlan } from '../../model/reading.ts';
import type { Micros } from '../../model/time.ts';
import { type ConditionColumn, TESTED_AS } from '../condition.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { hasCome } from '../judge/expressions.ts';
import type { FieldReader, Use } from './field.ts';
import type { PlainReader } from './quick-cell.ts';

/** Where a field's value is, of the source's own row or of a joined table's. */
export interface FieldColumn {
  /** The clean text, where it is at hand. */
  readonly text: string;
  readonly value: string;
  readonly spread: string | null;
  readonly test: ConditionColumn;
}

/** A date that had not come at the instant that was asked for is a blank cell to conditions. */
function test(type: ConditionColumn['type'], value: string, spread: string | null, asOf: Micros | null) {
  if (type !== 'time' || asOf === null) return { sql: value, type };
  return { sql: `CASE WHEN ${hasCome(value, spread ?? '0', asOf)} THEN ${value} END`, type };
}

export function ownColumn(
  name: string,
  readers: readonly (FieldReader | PlainReader)[],
  { asOf = null }: Pick<ReadPlan, 'asOf'>,
): FieldColumn | null {
  const reader = readers.find((candidate) => candidate.field.name === name);
  if (!reader) return null;
  const value = `r.${reader.value}`;
  const spread = reader.spread === null ? null : `r.${reader.spread}`;
  const type = TESTED_AS[reader.field.type];
  return {
    text: type === 'boolean' ? `CAST(${value} AS VARCHAR)` : `r.${reader.cell}`,
    value,
    spread,
    test: test(type, value, spread, asOf),
  };
}

/** A joined table has the field under its own name; its booleans are the words `true` and `false`. */
export function joinedColumn(
  name: string,
  { joins, asOf = null }: Pick<ReadPlan, 'joins' | 'asOf'>,
  dialect: Dialect,
): FieldColumn | null {
  const index = joins.findIndex((join) => join.fields[name] !== undefined);
  const type = joins[index]?.fields[name]?.type;
  if (type === undefined) return null;
  const value = `j${index}.${dialect.identifier(name)}`;
  const spread = `j${index}.${dialect.identifier(`${name}$w`)}`;
  const tested = TESTED_AS[type];
  return {
    text: `CAST(${value} AS VARCHAR)`,
    value,
    spread,
    test: test(tested, tested === 'boolean' ? `(${value} = 'true')` : value, spread, asOf),
  };
}

export function factValue(kind: 'text' | 'number', column: FieldColumn): string {
  return kind === 'text' ? column.text : column.value;
}

export function fieldsOfColumns(columns: readonly FactColumn[]): readonly string[] {
  return columns.flatMap((column) => {
    if (column.kind === 'own') return [];
    return column.kind === 'flag' ? conditionFields(column.condition) : [column.field];
  });
}

/** The fields of a condition, as far as what is asked of them counts. */
export function conditionFields(
  condition: Condition | null,
  counts = (_op: Condition['op']) => true,
): readonly string[] {
  if (condition === null) return [];
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => conditionFields(part, counts));
    case 'not':
      return conditionFields(condition.of, counts);
    case 'score':
      return condition.points.flatMap((point) => conditionFields(point.when, counts));
    case 'profile':
    case 'touched':
      return [];
    default:
      return counts(condition.op) ? [condition.field] : [];
  }
}

/** What each field is used for. */
export type Uses = (field: string) => Use;

const isOfValue = (op: Condition['op']): boolean => op !== 'present';

export function usesOf(plan: ReadPlan): Uses {
  const texts = new Set([plan.key, ...plan.joins.map(({ on }) => on)]);
  for (const column of plan.columns) if (column.kind === 'text') texts.add(column.field);
  const { onePerKey = null } = plan;
  const values = new Set([plan.latestBy, plan.handedOver, onePerKey?.by].flatMap((name) => name ?? []));
  for (const field of conditionFields(onePerKey?.prefer ?? null, isOfValue)) values.add(field);
  for (const column of plan.columns) {
    if (column.kind === 'own') continue;
    if (column.kind !== 'flag') values.add(column.field);
    else for (const field of conditionFields(column.condition, isOfValue)) values.add(field);
  }
  return (field) => (texts.has(field) ? 'text' : values.has(field) ? 'value' : 'presence');
}
