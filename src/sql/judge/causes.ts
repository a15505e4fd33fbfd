import type { Part } from './aggregate.ts';
import { rowOf, sameLead } from './base.ts';
import { listingSql } from './listing.ts';
import { insertSql } from '../read/source-table.ts';

/** A promise under one version, and the column by which a broken case of it is broken; null for as-of. */
export type BrokenPart = Part & { readonly when: 's0' | 'due' | null };

/** Makes a table of the broken cases of one version of a promise, or puts them into that of another. */
export function brokenSql(table: string, part: BrokenPart, isFirst: boolean): string {
  return isFirst ? `CREATE OR REPLACE TABLE ${table} AS ${rowsOf(part)}` : insertSql(table, rowsOf(part));
}

/**
 * How many broken cases of one version of a promise there are in each period, by the first of the other
 * promises that had been broken for the same lead by then: `period`, `cause`, its position, or -1 where
 * there is none, `n`. `others` are tables of broken cases. A statement about all versions would take the
 * engine long to plan: the time of it grows faster than their number.
 */
export function causesSql(broken: BrokenPart, others: readonly string[]): string {
  const joins = others.map(
    (table, i) =>
      `LEFT JOIN ${table} q${i} ON ${sameLead('c', `q${i}`, broken.context)} AND q${i}.at <= c.at`,
  );
  const first = others.map((_, i) => `WHEN q${i}.at IS NOT NULL THEN ${i}`).join(' ');
  return `
SELECT period, cause, count(*) AS n
FROM (
  SELECT c.period, CASE ${first} ELSE -1 END AS cause
  FROM (${rowsOf(broken)}) c
  ${joins.join('\n  ')}
)
GROUP BY period, cause`;
}

function rowsOf({ plan, context, when }: BrokenPart): string {
  const cases = listingSql(plan, context, { states: ['breached'], leads: [], owners: [] });
  const at = when === null ? String(context.asOf) : `x.${when}`;
  return `SELECT ${rowOf('x', context)}, x.period, ${at} AS at FROM (${cases}) x`;
}
