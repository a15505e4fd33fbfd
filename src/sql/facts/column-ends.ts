import type { JudgingDialect } from '../dialects/dialect.ts';
import { endOf } from './ends.ts';

/**
 * Of time columns of a table, by their position: `low0` the earliest instant, `high0` the latest, where a
 * date without a time counts to its end, `wide0` how many seconds the widest cell may mean. One row; null
 * where a column holds nothing.
 */
export function columnEndsSql(table: string, columns: readonly string[], dialect: JudgingDialect): string {
  const { identifier } = dialect;
  const ends = columns.map((name, i) => {
    const width = identifier(`${name}$w`);
    return `min(${identifier(name)}) AS low${i}, max(${endOf(name, dialect)}) AS high${i}, max(${width}) AS wide${i}`;
  });
  return `SELECT ${ends.join(', ')} FROM ${identifier(table)}`;
}
