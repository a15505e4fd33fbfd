import type { Condition } from '../model/condition.ts';
import type { FactColumn, ReadPlan } from '../model/plan.ts';
import type { ConditionColumn } from './condition.ts';
import type { Dialect } from './dialect.ts';
import type { FieldReader } from './read-field.ts';

/** Where a field's value is, of the source's own row or of a joined table's. */
export interface FieldColumn {
  /** The clean text, where it is at hand. */
  readonly text: string;
  readonly value: string;
  readonly spread: string | null;
  readonly test: ConditionColumn;
}

const TESTS = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  boolean: 'boolean',
  date: 'time',
  datetime: 'time',
} as const;

export function ownColumn(name: string, readers: readonly FieldReader[]): FieldColumn | null {
  const reader = readers.find((candidate) => candidate.field.name === name);
  if (!reader) return null;
  const value = `r.${reader.value}`;
  const type = TESTS[reader.field.type];
  return {
    text: type === 'boolean' ? `CAST(${value} AS VARCHAR)` : `r.${reader.cell}`,
    value,
    spread: reader.spread === null ? null : `r.${reader.spread}`,
    test: { sql: value, type },
  };
}

/** A joined table has the field under its own name; its booleans are the words `true` and `false`. */
export function joinedColumn(name: string, joins: ReadPlan['joins'], dialect: Dialect): FieldColumn | null {
  const index = joins.findIndex((join) => join.fields[name] !== undefined);
  const type = joins[index]?.fields[name]?.type;
  if (type === undefined) return null;
  const value = `j${index}.${dialect.identifier(name)}`;
  const test = TESTS[type];
  return {
    text: `CAST(${value} AS VARCHAR)`,
    value,
    spread: `j${index}.${dialect.identifier(`${name}$w`)}`,
    test: { sql: test === 'boolean' ? `(${value} = 'true')` : value, type: test },
  };
}

export function factValue(kind: 'text' | 'number', column: FieldColumn): string {
  return kind === 'text' ? column.text : column.value;
}

export function fieldsOfColumns(columns: readonly FactColumn[]): readonly string[] {
  return columns.flatMap((column) => (column.kind === 'flag' ? fieldsOf(column.condition) : [column.field]));
}

function fieldsOf(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(fieldsOf);
    case 'not':
      return fieldsOf(condition.of);
    case 'score':
      return condition.points.flatMap((point) => fieldsOf(point.when));
    case 'profile':
      return [];
    default:
      return [condition.field];
  }
}
