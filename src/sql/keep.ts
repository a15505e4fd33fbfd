import type { JudgingDialect } from './dialects/dialect.ts';

/** Statements that keep the rows of SELECTs in a table, in place of one that has its name. */
export function keepSql(
  table: string,
  selects: readonly string[],
  { identifier, keep }: JudgingDialect,
): readonly string[] {
  const name = identifier(table);
  return selects.map((select, i) => (i === 0 ? keep(name, select) : `INSERT INTO ${name} ${select}`));
}

/** Gives a SELECT the name of a table, by which statements that judge ask for it. */
export const viewSql = (table: string, select: string, { identifier }: JudgingDialect): string =>
  `CREATE VIEW ${identifier(table)} AS ${select}`;

export const renameViewSql = (table: string, to: string, { identifier }: JudgingDialect): string =>
  `ALTER VIEW ${identifier(table)} RENAME TO ${identifier(to)}`;

/** The rows of several SELECTs as one. */
export const allRowsOf = (selects: readonly string[]): string => selects.join('\nUNION ALL ');
