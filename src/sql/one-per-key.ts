import type { Condition } from '../model/condition.ts';
import type { OnePerLead } from '../model/links.ts';
import { type ConditionColumn, conditionSql } from './condition.ts';
import type { JudgingDialect } from './dialects/dialect.ts';

/** More than any instant is from any other, in microseconds. */
const BEYOND = 10n ** 18n;

/** The ranks above it are those of rows that are preferred. */
export const PREFERRED_ABOVE = 2n * BEYOND;

/** The rank of a row among those of its key, of which the highest is kept: of when it was, where that is known. */
export function rankOf(
  { order, prefer }: OnePerLead,
  at: string,
  test: (field: string) => ConditionColumn,
  dialect: JudgingDialect,
): string {
  const rank = `coalesce(${order === 'first' ? `-(${at})` : at}, -${BEYOND})`;
  const more = (condition: Condition) =>
    ` + CASE WHEN ${conditionSql(condition, test, dialect)} THEN ${4n * BEYOND} ELSE 0 END`;
  return `${rank}${prefer === null ? '' : more(prefer)}`;
}
