import type { JudgingDialect } from '../dialects/dialect.ts';

/**
 * The last instant that a cell of a time column can mean, UTC microseconds: a date without a time counts to
 * its end.
 */
export function endOf(column: string, { identifier, cast }: JudgingDialect): string {
  return `${identifier(column)} + ${cast(identifier(`${column}$w`), 'bigint')} * 1000000`;
}
