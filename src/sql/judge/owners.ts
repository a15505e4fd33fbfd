import type { CasePlan, OwnersPlan } from '../../model/judge.ts';
import { HAND_OVER } from '../hand-over.ts';
import { STATE, sameLead } from './base.ts';
import { casesSql } from './cases.ts';
import type { JudgeContext } from './context.ts';
import { startEnds } from './expressions.ts';

/** The column of whoever owned a case when it was due. */
export const OWNER_AT_DUE = 'owner_at_due';

/**
 * The rows of the cases with one column more: who owned each when it was due, or at as-of where that is still
 * ahead. Where the history is silent, and of what is no case, it is the owner of today. A time begins with
 * its first instant and ends before its last; of several that hold, the one that began last.
 */
export function ownersAtDueSql(plan: CasePlan, owners: OwnersPlan, context: JudgeContext): string {
  const { identifier } = context.dialect;
  const row = context.handOvers ? `key, ${HAND_OVER}` : 'key';
  const of = (alias: string) => (context.handOvers ? `${alias}.key, ${alias}.${HAND_OVER}` : `${alias}.key`);
  const begins = startEnds({ time: owners.from, when: null }, context, 'p').earliest;
  const ends = startEnds({ time: owners.to, when: null }, context, 'p').earliest;
  const name = `p.${identifier(owners.owner)}`;
  const due = `least(c.due, ${context.asOf})`;
  return `
SELECT l.*, coalesce(o.name, l.${identifier(owners.current)}) AS ${OWNER_AT_DUE}
FROM ${identifier(context.leads)} l LEFT JOIN (
  SELECT ${row}, name FROM (
    SELECT ${of('c')}, ${name} AS name, row_number() OVER (PARTITION BY ${of('c')} ORDER BY ${begins} DESC, ${name}) AS nth
    FROM (${casesSql(plan, context, { due: true })}) c JOIN ${identifier(owners.table)} p ON p.key = c.key
    WHERE c.due IS NOT NULL AND ${name} IS NOT NULL AND ${begins} <= ${due} AND (${ends} IS NULL OR ${ends} > ${due})
  ) WHERE nth = 1
) o ON ${sameLead('o', 'l', context)}`;
}

/** How many cases are charged to another than the owner of today: one row, `n`. */
export function reassignedSql(plan: CasePlan, owners: OwnersPlan, context: JudgeContext): string {
  const { identifier } = context.dialect;
  const cases = casesSql(plan, context, { due: false });
  const current = `l.${identifier(owners.current)}`;
  return `SELECT count(*) AS n FROM (${cases}) c JOIN ${identifier(context.leads)} l ON ${sameLead('l', 'c', context)}
WHERE c.state <> ${STATE.excluded} AND coalesce(l.${OWNER_AT_DUE}, '') <> coalesce(${current}, '')`;
}
