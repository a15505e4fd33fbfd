import { alikeText, foldedPattern } from '../model/alike.ts';
import type { Condition, Scalar } from '../model/condition.ts';
import type { JudgingDialect } from './dialects/dialect.ts';

/** How conditions look at a field, by its type. */
export const TESTED_AS = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  boolean: 'boolean',
  date: 'time',
  datetime: 'time',
} as const;

/** A field as SQL that is null for a blank cell. Times have a value but no operator beyond `present`. */
export interface ConditionColumn {
  readonly sql: string;
  readonly type: 'text' | 'number' | 'boolean' | 'time';
}

/**
 * A condition as a boolean expression that is never null. Throws for `profile`, which the plan has put in
 * place.
 */
export function conditionSql(
  condition: Condition,
  column: (field: string) => ConditionColumn,
  dialect: JudgingDialect,
): string {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => conditionSql(part, column, dialect));
      if (parts.length === 0) return condition.op === 'all' ? 'true' : 'false';
      return `(${parts.join(condition.op === 'all' ? ' AND ' : ' OR ')})`;
    }
    case 'not':
      return `(NOT ${conditionSql(condition.of, column, dialect)})`;
    case 'in':
      return isIn(column(condition.field), condition.values, dialect);
    case 'range': {
      const ends = [
        ...(condition.min === null ? [] : [{ cmp: '>=', value: condition.min }]),
        ...(condition.max === null ? [] : [{ cmp: '<=', value: condition.max }]),
      ];
      return compared(column(condition.field), ends, dialect);
    }
    case 'compare':
      return compared(column(condition.field), [condition], dialect);
    case 'matches':
      return known(
        dialect.matches(asText(column(condition.field), dialect), foldedPattern(condition.pattern)),
      );
    case 'present':
      return `(${column(condition.field).sql} IS NOT NULL)`;
    case 'exists':
      throw new Error('A condition on evidence has no SQL before the evidence was looked up');
    case 'touched':
      throw new Error('A condition on activities has no SQL before these were read');
    case 'score': {
      const points = condition.points.map(
        ({ add, when }) =>
          `CASE WHEN ${conditionSql(when, column, dialect)} THEN ${dialect.number(add)} ELSE 0 END`,
      );
      return `(${['0', ...points].join(' + ')} >= ${dialect.number(condition.atLeast)})`;
    }
    case 'profile':
      throw new Error('A condition on the profile has no SQL before the profile is put in its place');
  }
}

function isIn(column: ConditionColumn, values: readonly Scalar[], dialect: JudgingDialect): string {
  const literals = values.flatMap((value) => literalFor(column, value, dialect));
  return literals.length === 0 ? 'false' : known(`${column.sql} IN (${literals.join(', ')})`);
}

/** Nothing where no cell of the column's type can equal the value. */
function literalFor(column: ConditionColumn, value: Scalar, dialect: JudgingDialect): readonly string[] {
  if (column.type === 'text') return [dialect.text(alikeText(String(value).trim()))];
  if (column.type === 'boolean') {
    const text = String(value).toLowerCase();
    return text === 'true' || text === 'false' ? [text] : [];
  }
  const number = typeof value === 'boolean' || value === '' ? Number.NaN : Number(value);
  return column.type === 'number' && Number.isFinite(number) ? [dialect.number(number)] : [];
}

function compared(
  column: ConditionColumn,
  ends: readonly { readonly cmp: string; readonly value: number }[],
  dialect: JudgingDialect,
): string {
  if (ends.length === 0) return `(${column.sql} IS NOT NULL)`;
  if (column.type !== 'number' && column.type !== 'text') return 'false';
  const number = column.type === 'number' ? column.sql : dialect.tryNumber(column.sql, 'double');
  return known(ends.map((end) => `${number} ${end.cmp} ${dialect.number(end.value)}`).join(' AND '));
}

function asText(column: ConditionColumn, dialect: JudgingDialect): string {
  return column.type === 'text' ? column.sql : dialect.cast(column.sql, 'text');
}

function known(sql: string): string {
  return `coalesce(${sql}, false)`;
}
