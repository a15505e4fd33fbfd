import type { Day } from '../../model/time.ts';
import { piecewise } from '../piecewise.ts';
import { insertSql } from '../read/source-table.ts';
import type { Part } from './aggregate.ts';
import { EXCUSED, rowOf, STATE, sameLead } from './base.ts';
import { casesSql } from './cases.ts';
import { listedSql } from './listing.ts';
import { localDay } from './local.ts';

/** A promise under one version, and the column by which a broken case of it is broken; null for as-of. */
export type BrokenPart = Part & { readonly when: 's0' | 'due' | null };

/** A promise under versions that cut the same periods. */
export interface Broken {
  readonly parts: readonly BrokenPart[];
  /** Of a number that may not be passed: what it may be; null of any other. */
  readonly most: Most | null;
}

/** A number that may not be passed in any day, or any week: `values[i]` from day `from[i - 1]` on. */
export interface Most {
  readonly unit: 'day' | 'week';
  readonly from: readonly Day[];
  readonly values: readonly number[];
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
  FROM (${partSql(broken, 'told')}) c
  ${joins.join('\n  ')}
)
GROUP BY period, cause`;
}

/**
 * The leads with one column more: for a broken case of theirs the first of the other promises that had been
 * broken by then, its position; null where there is none. `others` are tables of broken cases.
 */
export function excusedSql(broken: BrokenPart, others: readonly string[]): string {
  const { context } = broken;
  const { identifier, heldPart } = context.dialect;
  const [row, of] = [rowOf('c', context), rowOf('x', context)];
  const causes = others.map(
    (table, i) =>
      `SELECT ${row}, ${i} AS cause FROM c JOIN ${table} q ON ${sameLead('q', 'c', context)} AND q.at <= c.at`,
  );
  return `
WITH ${heldPart('c', partSql(broken, 'told'))}
SELECT l.*, e.cause AS ${EXCUSED}
FROM ${identifier(context.leads)} l LEFT JOIN (
  SELECT ${of}, min(x.cause) AS cause FROM (${causes.join(' UNION ALL ')}) x GROUP BY ${of}
) e ON ${sameLead('e', 'l', context)}`;
}

/**
 * Makes a table of when a promise was broken about each lead of which it was, its row and `at`: a statement for
 * each version, but of a number that may not be passed one for all that share its periods.
 */
export function brokenSql(table: string, each: readonly Broken[]): readonly string[] {
  const [first] = each.flatMap(({ parts }) => parts);
  if (!first) return [];
  const { dialect } = first.context;
  const rows = each.flatMap(({ parts, most }) =>
    most === null ? parts.map((part) => partSql(part, 'cause')) : [passedSql(parts, most)],
  );
  return rows.map((select, i) => (i === 0 ? dialect.keep(table, select) : insertSql(table, select)));
}

/** Of one lead, when a number was passed that may not be; a row. */
export function passedAboutSql({ parts, most }: Broken, lead: string): string {
  const [part] = parts;
  if (!part || most === null) throw new Error('Only a number may be passed');
  return `SELECT min(b.at) AS at FROM (${passedSql(parts, most)}) b WHERE b.key = ${part.context.dialect.text(lead)}`;
}

/** All leads of every period in which the number was passed. */
function passedSql(parts: readonly BrokenPart[], { unit, from, values }: Most): string {
  const [{ context }] = parts as readonly [BrokenPart];
  const { dialect } = context;
  const day = localDay(context.zone, 'k.s0', context);
  // Days are counted from a Thursday, weeks from a Monday long before it.
  const nth = unit === 'day' ? day : dialect.divide(`(${day} + ${3 + 7 * 1_000_000})`, 7);
  const cases = parts.map(
    (part) => `SELECT ${rowOf('k', context)}, k.s0, ${nth} AS nth, ${day} AS day
  FROM (${casesSql(part.plan, part.context, { due: false })}) k WHERE k.state = ${STATE.met}`,
  );
  const numbers = values.map((value) => dialect.number(value));
  return `SELECT ${rowOf('d', context)}, ${dialect.cast('NULL', 'integer')} AS period, d.s0 AS at
FROM (SELECT u.*, count(*) OVER (PARTITION BY u.nth) AS n FROM (${cases.join(' UNION ALL ')}) u) d
WHERE d.n > ${piecewise('d.day', from, numbers)}`;
}

function partSql({ plan, context, when }: BrokenPart, broken: 'told' | 'cause'): string {
  const cases = listedSql(plan, context, { states: [], leads: [], owners: [], broken });
  const at = when === null ? String(context.asOf) : `x.${when}`;
  return `SELECT ${rowOf('x', context)}, x.period, ${at} AS at FROM (${cases}) x`;
}
