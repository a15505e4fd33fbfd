import type { JudgingDialect } from '../dialects/dialect.ts';

/** The rows that name evidence in a column: the key of each, and the cell; in the order of their keys. */
export function evidenceSql(table: string, column: string, { identifier }: JudgingDialect): string {
  const cell = identifier(column);
  return `SELECT key, ${cell} AS cell FROM ${identifier(table)} WHERE ${cell} IS NOT NULL ORDER BY key, cell`;
}
