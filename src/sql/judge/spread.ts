import { groups, type Part } from './aggregate.ts';
import { STATE } from './base.ts';
import { carriedOf, caseColumns, sourceOf } from './cases.ts';
import { noMicros } from './expressions.ts';
import { Layers } from './layers.ts';
import { percentilesSql } from './percentiles.ts';

/** Of the percentiles that are told. */
export const SHARES = [0.5, 0.9, 0.95];

/**
 * Percentiles of the time that decided cases took, of one part or of several together: one promise under
 * its versions. Promises that time the same waits have the same statement. A row has the period, `whole` (1
 * for a row of the whole period), the groups `b0` ..., `took`, `system` and `human` (lists of microseconds,
 * or null), and `share`: of attempts, the part of decided cases that an answer stopped early.
 */
export function spreadSql(parts: readonly Part[]): string {
  const [first] = parts;
  if (!first) throw new Error('There are no cases of no plan');
  const { shape } = first.plan;
  return percentilesSql({
    rows: parts.map(samplesSql).join(' UNION ALL '),
    columns: [
      ['took', 'took'],
      ['"system"', 'x0'],
      ['human', 'x1'],
    ],
    ...{ shares: SHARES, by: ['period'], within: groups(first.context) },
    mean: shape === 'attempts' ? 'x1' : null,
    dialect: first.context.dialect,
  });
}

/** A time taken is of a decided case, whatever its limit: it has one start and one stop, in scope. */
export function samplesSql({ plan, context }: Part): string {
  const layers = new Layers(context);
  const elapsedOnly = plan.shape === 'timed' && plan.splitAt === null;
  const cases = caseColumns(plan, context, { due: false, elapsedOnly }, layers);
  const took = `CASE WHEN ${cases.counted} THEN ${cases.elapsed} END`;
  const decided = (sql: string) =>
    sql === noMicros(context)
      ? sql
      : `CASE WHEN ${cases.state} IN (${STATE.met}, ${STATE.breached}) THEN ${sql} END`;
  const samples = [`${took} AS took`, `${decided(cases.x0)} AS x0`, `${decided(cases.x1)} AS x1`];
  const columns = [...groups(context), `${cases.period} AS period`, ...samples];
  const rows = layers.over(sourceOf(plan, context), carriedOf(plan, context));
  return `SELECT ${columns.join(', ')} FROM (${rows}) WHERE ${cases.booked}`;
}
