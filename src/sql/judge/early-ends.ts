import type { AttemptsPlan } from '../../model/judge.ts';
import { groups } from './aggregate.ts';
import { carriedNames, STATE, sameLead } from './base.ts';
import { carriedOf, caseColumns, sourceOf } from './cases.ts';
import type { JudgeContext } from './context.ts';
import { Layers } from './layers.ts';

/**
 * How the early ends of a promise of attempts divide, by the words that its `until` rests on: the cases that
 * are met by their end alone. Columns: `period`, `b0` ..., the words as `w0` ..., and `n`.
 */
export function earlyEndsSql(plan: AttemptsPlan, context: JudgeContext): string {
  const { identifier } = context.dialect;
  const layers = new Layers(context);
  const cases = caseColumns(plan, context, { due: false }, layers);
  const named = `${cases.period} AS period, ${cases.state} AS state, ${cases.x1} AS x1`;
  const rows = layers.over(sourceOf(plan, context), carriedOf(plan, context));
  const words = plan.endedBy.map(({ column }, i) => `l.${identifier(column)} AS w${i}`);
  const cut = ['period', ...groups(context).map((group) => `c.${group}`)];
  const by = [...groups(context), ...words.map((_, i) => `w${i}`)];
  return `
SELECT ${['period', ...by].join(', ')}, count(*) AS n
FROM (
  SELECT ${[...cut, ...words].join(', ')}
  FROM (SELECT ${carriedNames(context)}, ${named} FROM (${rows}) WHERE ${cases.booked}) c
  JOIN ${identifier(context.leads)} l ON ${sameLead('l', 'c', context)}
  WHERE state = ${STATE.met} AND x1 = 1
)
GROUP BY ${['period', ...by].join(', ')}`;
}
