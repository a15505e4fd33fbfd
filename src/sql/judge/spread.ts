import { groups, type Part } from './aggregate.ts';
import { STATE } from './base.ts';
import { carriedOf, caseColumns, sourceOf } from './cases.ts';
import { Layers } from './layers.ts';

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

/**
 * Of the cases of one part, or of several together: one promise under its versions. Promises that time the same waits have the
 * same statement.
 */
export function spreadSql(parts: readonly Part[]): string {
  const [first] = parts;
  if (!first) throw new Error('There are no cases of no plan');
  const by = groups(first.context);
  const spread = (column: string) =>
    `quantile_disc(${column}, [0.5, 0.9, 0.95]) FILTER (WHERE ${column} IS NOT NULL)`;
  const early = first.plan.shape === 'attempts' ? 'avg(x1)' : 'NULL';
  const sets = by.length === 0 ? '(period)' : `(period), (${['period', ...by].join(', ')})`;
  const whole = by.length === 0 ? '1' : `grouping(${by[0]})`;
  return `
SELECT ${['period', ...by].join(', ')}, ${whole} AS whole, ${spread('took')} AS took, ${spread('x0')} AS "system", ${spread('x1')} AS human,
  ${early} AS share
FROM (${parts.map(samplesSql).join(' UNION ALL ')})
GROUP BY GROUPING SETS (${sets})`;
}

/** Passes, of some periods each, that give the percentiles of several promises: by the position of each, the column that holds its own. */
export interface SharedSpread {
  readonly sql: readonly string[];
  readonly columns: ReadonlyMap<number, string>;
}

/**
 * The passes that give the percentiles of those parts that start alike and are cut alike, at most so many waits of a row in each and in
 * so many slices of time, for waits are held in memory. Parts that need a pass of their own are left out.
 */
export function sharedSpreads(
  parts: readonly Part[],
  { most, slices }: { readonly most: number; readonly slices: number },
): readonly SharedSpread[] {
  const alike = new Map<string, number[]>();
  for (const [i, { plan, context }] of parts.entries()) {
    if (plan.shape !== 'timed' || plan.splitAt !== null || context.bookBy === 'due') continue;
    const { boundaries, inForce, orphans } = context;
    const source = [sourceOf(plan, context), carriedOf(plan, context)];
    const key = JSON.stringify([...source, plan.start, boundaries, inForce, orphans]);
    alike.set(key, [...(alike.get(key) ?? []), i]);
  }
  return [...alike.values()].flatMap((positions) => passes(parts, positions, most, slices));
}

function passes(
  parts: readonly Part[],
  positions: readonly number[],
  most: number,
  slices: number,
): readonly SharedSpread[] {
  const found: SharedSpread[] = [];
  let layers = new Layers();
  let waits = new Map<string, string>();
  let columns = new Map<number, string>();
  let period = '';
  const finish = (first: Part): void => {
    if (columns.size > 0) found.push({ sql: sharedSql(first, layers, period, waits, slices), columns });
    [layers, waits, columns] = [new Layers(), new Map(), new Map()];
  };
  let first: Part | undefined;
  for (const position of positions) {
    const part = parts[position];
    if (!part) continue;
    if (waits.size === most && first) finish(first);
    first = part;
    const cases = caseColumns(part.plan, part.context, { due: false }, layers);
    period = cases.startPeriod;
    // What took a time has a start, and is in scope.
    const wait = `CASE WHEN ${cases.inForce} AND ${cases.counted} THEN ${cases.elapsed} END`;
    const column = waits.get(wait) ?? `t${waits.size}`;
    waits.set(wait, column);
    columns.set(position, column);
  }
  if (first) finish(first);
  return found;
}

/** A decided case has a start: it is booked there. */
function sharedSql(
  { plan, context }: Part,
  layers: Layers,
  period: string,
  waits: ReadonlyMap<string, string>,
  slices: number,
): readonly string[] {
  const by = groups(context);
  const rows = layers.over(sourceOf(plan, context), carriedOf(plan, context));
  const spreads = [...waits.values()].map((name) => `quantile_disc(${name}, [0.5, 0.9, 0.95]) AS ${name}`);
  const named = [...waits].map(([sql, name]) => `${sql} AS ${name}`);
  const sets = by.length === 0 ? '(period)' : `(period), (${['period', ...by].join(', ')})`;
  const periods = context.boundaries.length - 1;
  const size = Math.max(1, Math.ceil(periods / slices));
  return Array.from({ length: Math.ceil(periods / size) }, (_, slice) => {
    const [from, to] = [slice * size, (slice + 1) * size];
    return `
SELECT ${['period', ...by].join(', ')}, ${by.length === 0 ? '1' : `grouping(${by[0]})`} AS whole, ${spreads.join(', ')}
FROM (SELECT ${[...by, `${period} AS period`, ...named].join(', ')} FROM (${rows}))
WHERE period >= ${from} AND period < ${to}
GROUP BY GROUPING SETS (${sets})`;
  });
}

/** A time taken is of a decided case, whatever its limit: it has one start and one stop, in scope. */
function samplesSql({ plan, context }: Part): string {
  const layers = new Layers();
  const cases = caseColumns(plan, context, { due: false }, layers);
  const took = `CASE WHEN ${cases.counted} THEN ${cases.elapsed} END`;
  const decided = (sql: string) =>
    sql === 'NULL::BIGINT'
      ? sql
      : `CASE WHEN ${cases.state} IN (${STATE.met}, ${STATE.breached}) THEN ${sql} END`;
  const samples = [`${took} AS took`, `${decided(cases.x0)} AS x0`, `${decided(cases.x1)} AS x1`];
  const columns = [...groups(context), `${cases.period} AS period`, ...samples];
  const rows = layers.over(sourceOf(plan, context), carriedOf(plan, context));
  return `SELECT ${columns.join(', ')} FROM (${rows}) WHERE ${cases.booked}`;
}
