import type { FieldDef } from '../../model/agreement.ts';
import type { FactColumn } from '../../model/reading.ts';
import type { CastType, JudgingDialect } from '../dialects/dialect.ts';

type Cell = string | number | bigint | boolean | null;

/** The columns of a table of facts, with their types. */
function columnsOf(
  columns: readonly FactColumn[],
  fields: Readonly<Record<string, FieldDef>>,
): readonly (readonly [name: string, type: CastType | 'boolean'])[] {
  const all = columns.flatMap((column): readonly (readonly [string, CastType | 'boolean'])[] => {
    const { name } = column;
    switch (column.kind) {
      case 'time':
        return [
          [name, 'bigint'],
          [`${name}$w`, 'integer'],
        ];
      case 'number':
        return [[name, fields[column.field]?.type === 'integer' ? 'bigint' : 'decimal']];
      case 'text':
        return [[name, 'text']];
      default:
        return [[name, 'boolean']];
    }
  });
  return [['key', 'text'], ...all];
}

/** All rows of a table of facts, by their columns. */
export const factRowsSql = (
  table: string,
  columns: readonly FactColumn[],
  { identifier }: JudgingDialect,
): string => {
  const names = columnsOf(columns, {}).map(([name]) => identifier(name));
  return `SELECT ${names.join(', ')} FROM ${identifier(table)}`;
};

/** Rows of one statement. */
const MOST = 500;

/** Such rows as SELECTs of literals, one at least. */
export function factLiterals(
  columns: readonly FactColumn[],
  fields: Readonly<Record<string, FieldDef>>,
  rows: readonly Readonly<Record<string, unknown>>[],
  dialect: JudgingDialect,
): readonly string[] {
  const named = columnsOf(columns, fields);
  const typed = (sql: string, type: CastType | 'boolean') => {
    if (type === 'boolean') return sql;
    return type === 'text' ? dialect.letters(sql) : dialect.cast(sql, type);
  };
  const cells = named.map(([name, type], i) => `${typed(`v.c${i}`, type)} AS ${dialect.identifier(name)}`);
  const literal = (cell: Cell): string => {
    if (cell === null) return 'NULL';
    return typeof cell === 'string' ? dialect.text(cell) : String(cell);
  };
  const selectOf = (some: typeof rows, where: string): string => {
    const lists = some.map(
      (row) => `(${named.map(([name]) => literal((row[name] ?? null) as Cell)).join(', ')})`,
    );
    const names = named.map((_, i) => `c${i}`).join(', ');
    return `SELECT ${cells.join(', ')} FROM (VALUES ${lists.join(', ')}) AS v(${names})${where}`;
  };
  if (rows.length === 0) {
    const none = Object.fromEntries(named.map(([name, type]) => [name, type === 'boolean' ? false : null]));
    return [selectOf([none], ' WHERE false')];
  }
  return Array.from({ length: Math.ceil(rows.length / MOST) }, (_, i) =>
    selectOf(rows.slice(i * MOST, (i + 1) * MOST), ''),
  );
}
