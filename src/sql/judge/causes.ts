import type { Part } from './aggregate.ts';
import { rowOf, sameLead } from './base.ts';
import { listingSql } from './listing.ts';

/** A promise under all its versions, and the column by which a broken case of each is broken; null for as-of. */
export type BrokenPart = Part & { readonly when: 's0' | 'due' | null };

/**
 * How many broken cases of a promise there are in each period, by the first of the other promises that had
 * been broken for the same lead by then: `period`, `cause`, its position, or -1 where there is none, `n`.
 */
export function causesSql(broken: readonly BrokenPart[], others: readonly (readonly BrokenPart[])[]): string {
  const [{ context }] = broken as readonly [BrokenPart];
  const joins = others.map(
    (parts, i) =>
      `LEFT JOIN (${rowsOf(parts)}) q${i} ON ${sameLead('c', `q${i}`, context)} AND q${i}.at <= c.at`,
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

const rowsOf = (parts: readonly BrokenPart[]): string => parts.map(partSql).join(' UNION ALL ');

function partSql({ plan, context, when }: BrokenPart): string {
  const cases = listingSql(plan, context, { states: ['breached'], leads: [], owners: [] });
  const at = when === null ? String(context.asOf) : `x.${when}`;
  return `SELECT ${rowOf('x', context)}, x.period, ${at} AS at FROM (${cases}) x`;
}
