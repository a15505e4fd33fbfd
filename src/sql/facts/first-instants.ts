import type { CasePlan, Span, StageRef } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { isAlways, within } from '../judge/base.ts';

/**
 * Instants to which cases are booked: those of one column, in the rows of which the conditions hold, within
 * the spans.
 */
export interface Instants {
  readonly table: string;
  readonly time: string;
  /** SQL, each to hold. */
  readonly conditions: readonly string[];
  readonly spans: readonly Span[];
}

/**
 * A query of one row, `first`: the earliest instant of the rows in which the conditions hold, in UTC
 * microseconds, null where there is no such row. With `only`, the query looks at rows of that instant alone.
 */
export function firstInstantSql(
  { table, time, conditions, spans }: Instants,
  { identifier }: JudgingDialect,
  only: Micros | null = null,
): string {
  const column = identifier(time);
  const inForce = spans.some(isAlways) ? [] : [within(column, spans)];
  const where = [...conditions, ...inForce, ...(only === null ? [] : [`${column} = ${only}`])].join(' AND ');
  return `SELECT min(${column}) AS first FROM ${identifier(table)}${where && ` WHERE ${where}`}`;
}

/** The rows of several such questions. */
export const allOfSql = (questions: readonly string[]): string => questions.join('\nUNION ALL ');

/** The rows that are at a stage: of hand-overs that share its date, the one that the date is told of. */
export const atStage = ({ when, own }: StageRef, { identifier }: JudgingDialect): readonly string[] =>
  [when, own].flatMap((flag) => (flag ? [identifier(flag)] : []));

/** The rows of a plan's scope that are at its stop and have no start. */
export function atStopAlone(
  { start, scope }: CasePlan,
  stop: StageRef,
  dialect: JudgingDialect,
): readonly string[] {
  const isAbsent = atStage(start, dialect).map((flag) => `NOT coalesce(${flag}, false)`);
  const noStart = [`${dialect.identifier(start.time)} IS NULL`, ...isAbsent];
  const inScope = scope === null ? [] : [dialect.identifier(scope)];
  return [`(${noStart.join(' OR ')})`, ...atStage(stop, dialect), ...inScope];
}
