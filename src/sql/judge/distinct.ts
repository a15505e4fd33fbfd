import { groups, type Part } from './aggregate.ts';
import { STATE } from './base.ts';
import { carriedOf, caseColumns, sourceOf } from './cases.ts';
import { Layers } from './layers.ts';

/**
 * How many different values the cases that count have, of one part or of several together: one promise under
 * its versions. A row has the period, `whole` (1 for a row of the whole period), the groups `b0` ..., and `n`.
 */
export function distinctSql(parts: readonly Part[]): string {
  const [first] = parts;
  if (!first) throw new Error('There are no cases of no plan');
  const by = groups(first.context);
  const sets = by.length === 0 ? '(period)' : `(period), (${['period', ...by].join(', ')})`;
  return `
SELECT ${['period', ...by].join(', ')}, ${by.length === 0 ? '1' : `grouping(${by[0]})`} AS whole, count(DISTINCT told) AS n
FROM (${parts.map(valuesSql).join(' UNION ALL ')})
GROUP BY GROUPING SETS (${sets})`;
}

function valuesSql({ plan, context }: Part): string {
  const layers = new Layers(context);
  const cases = caseColumns(plan, context, { due: false }, layers);
  const { state, period, booked } = cases;
  const rows = layers.over(sourceOf(plan, context), carriedOf(plan, context));
  const told = `${context.dialect.cast('told', 'text')} AS told`;
  const columns = [...groups(context), `${period} AS period`, told];
  return `SELECT ${columns.join(', ')} FROM (${rows}) WHERE ${booked} AND ${state} = ${STATE.met}`;
}
