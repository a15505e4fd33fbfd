import type { CasePlan } from '../../model/judge.ts';
import { STATE } from './base.ts';
import { casesSql } from './cases.ts';
import type { JudgeContext } from './context.ts';

/** One promise under one version, in the one period that is asked for. */
export interface MissedPart {
  /** Of the promise, whatever its version. */
  readonly place: number;
  readonly plan: CasePlan;
  readonly context: JudgeContext;
}

/**
 * The leads under which most promises were missed: then those of the larger firm, where a number says it, then
 * those that started first. Columns: `key, n, size, start`.
 */
export function mostMissedSql(parts: readonly MissedPart[], size: string | null, most: number): string {
  const [first] = parts;
  if (!first) throw new Error('There is no promise to look at');
  const { dialect, leads } = first.context;
  const missed = parts.map(
    ({ place, plan, context }) => `
SELECT key, ${place} AS promise, coalesce(s0, e0) AS start
FROM (${casesSql(plan, context, { due: false })}) WHERE state = ${STATE.breached} AND period = 0`,
  );
  const column = size === null ? dialect.cast('NULL', 'double') : `l.${dialect.identifier(size)}`;
  return `
SELECT m.key, max(m.n) AS n, max(${column}) AS size, min(m.start) AS start
FROM (
  SELECT key, count(DISTINCT promise) AS n, min(start) AS start
  FROM (${missed.join('\nUNION ALL\n')})
  GROUP BY key
) m
JOIN ${dialect.identifier(leads)} l ON l.key = m.key
GROUP BY m.key
ORDER BY n DESC, size DESC NULLS LAST, start, m.key
LIMIT ${most}`;
}
