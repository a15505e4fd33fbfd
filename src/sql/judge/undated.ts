import { groups, type Part } from './aggregate.ts';
import { STATE } from './base.ts';
import { casesSql } from './cases.ts';

/** All instants that an export can hold: one period, behind which is the index of none. */
const EVER = [-9e15, 9e15];

/**
 * The cases of a promise in all of time by their groups: columns `b0..`; `cases`, those that are not
 * excluded; of the unknown ones that nothing dates, `gain` and `loss`, what they would add to a number at
 * most and at least, and `unvalued`, those without an amount.
 */
export function undatedSql({ plan, context }: Part): string {
  const { cast } = context.dialect;
  const by = groups(context);
  const floats = `FILTER (WHERE period = 1 AND state = ${STATE.unknown}`;
  const sum = (sql: string) => `coalesce(${cast(`sum(${sql}) ${floats})`, 'double')}, 0)`;
  const columns = [
    ...by,
    `count(*) FILTER (WHERE state <> ${STATE.excluded}) AS cases`,
    `${sum('greatest(amount, 0)')} AS gain`,
    `${sum('least(amount, 0)')} AS loss`,
    `count(*) ${floats} AND amount IS NULL) AS unvalued`,
  ];
  return `
SELECT ${columns.join(', ')}
FROM (${casesSql(plan, { ...context, boundaries: EVER }, { due: false })})${by.length === 0 ? '' : `\nGROUP BY ${by.join(', ')}`}`;
}
