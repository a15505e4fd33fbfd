import type { CasePlan, JudgeContext } from '../../model/judge.ts';
import { STATE } from './base.ts';
import { casesSql } from './cases.ts';

/** One group of cases that share everything that a table shows. */
export interface TallyRow {
  readonly period: number;
  readonly seg: number;
  readonly state: number;
  readonly reason: number | null;
  readonly raw: number;
  readonly risk: boolean;
  readonly n: number;
  readonly amount: number | null;
  /** The latest start of the group, UTC microseconds: its due is the group's last. */
  readonly last_start: number | null;
  readonly [by: `b${number}`]: string | null;
}

const groups = (context: JudgeContext): string[] => context.by.map((_, i) => `b${i}`);

/** The number of cases in each group. */
export function tallySql(plan: CasePlan, context: JudgeContext): string {
  const by = groups(context);
  return `
SELECT ${[...by, 'period', 'seg', 'state', 'reason', 'raw', 'risk'].join(', ')}, count(*) AS n, sum(amount)::DOUBLE AS amount,
  max(s1) AS last_start
FROM (${casesSql(plan, context, { due: false })})
GROUP BY ALL`;
}

/** Percentiles of the time that decided cases took, microseconds, by period and group, and for the whole period. */
export interface SpreadRow {
  readonly period: number;
  /** 1 for a row of the whole period. */
  readonly whole: number;
  readonly took: readonly (number | null)[] | null;
  readonly system: readonly (number | null)[] | null;
  readonly human: readonly (number | null)[] | null;
  /** Of attempts: the part of decided cases that an answer stopped early. */
  readonly share: number | null;
  readonly [by: `b${number}`]: string | null;
}

/** Of the cases of one plan, or of several together: one promise under its versions. */
export function spreadSql(parts: readonly { plan: CasePlan; context: JudgeContext }[]): string {
  const [first] = parts;
  if (!first) throw new Error('There are no cases of no plan');
  const { plan, context } = first;
  const by = groups(context);
  const points = '[0.5, 0.9, 0.95]';
  const decided = `state IN (${STATE.met}, ${STATE.breached})`;
  const spread = (column: string) =>
    `quantile_disc(${column}, ${points}) FILTER (WHERE ${decided} AND ${column} IS NOT NULL)`;
  const early = plan.shape === 'attempts' ? `avg(x1) FILTER (WHERE ${decided})` : 'NULL';
  const sets = by.length === 0 ? '(period)' : `(period), (${['period', ...by].join(', ')})`;
  const whole = by.length === 0 ? '1' : `grouping(${by[0]})`;
  return `
SELECT ${['period', ...by].join(', ')}, ${whole} AS whole, ${spread('elapsed')} AS took, ${spread('x0')} AS "system", ${spread('x1')} AS human,
  ${early} AS share
FROM (${parts.map((part) => casesSql(part.plan, part.context, { due: false })).join(' UNION ALL ')})
GROUP BY GROUPING SETS (${sets})`;
}
