import { mayCause } from '../../kinds/other-side.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { Micros, Period } from '../../model/time.ts';
import { brokenWhen } from '../../plan/other-side.ts';
import { periodsBetween } from '../../plan/periods.ts';
import { type Broken, type BrokenPart, brokenSql, excusedSql } from '../../sql/judge/causes.ts';
import { tabulateActivities } from './activities.ts';
import { contextOf } from './context.ts';
import { mostPer } from './most-per.ts';
import type { Planned, Run } from './run.ts';

/** Beyond these, microseconds, there is no instant in any export. */
const ALWAYS: readonly Micros[] = [-9e15, 9e15];

/**
 * Finds the broken cases of which a promise of the other side is the reason, of promises that name such. What
 * is excused itself excuses nothing: a promise comes after those that it names.
 */
export async function excuseCases(run: Run): Promise<void> {
  for (const one of inOrder(run.planned)) await excuseCasesOf(run, one);
}

/** Those of one promise under one version. */
export async function excuseCasesOf(run: Run, one: Planned): Promise<void> {
  const { dialect } = run.engine;
  const others = excusesOf(run, one);
  if (others.length === 0) return;
  await tabulateActivities(run, [one, ...others.flat()]);
  const tables: string[] = [];
  for (const [i, planned] of others.entries()) tables.push(await brokenTable(run, planned, `reason${i}`));
  const sql = excusedSql(brokenPart(run, one, ALWAYS), tables);
  const table = `excused_${run.asOf}_${run.excused.size}`;
  await run.engine.run(dialect.keep(dialect.identifier(table), sql));
  run.excused.set(one.plan, table);
}

/** Under all their versions, the promises that a promise names as its excuses, in the order in which it does. */
function excusesOf({ planned }: Pick<Run, 'planned'>, { promise }: Planned): (readonly Planned[])[] {
  return (promise.excusedBy ?? [])
    .map((id) => planned.filter((one) => one.promise.id === id && isCause(one, promise)))
    .filter((versions) => versions.length > 0);
}

/** Whether a promise may be broken before another one is. */
export const isCause = ({ promise, plan }: Planned, broken: PromiseDef): boolean =>
  brokenWhen(plan) !== null && mayCause(promise, broken);

/** Each after those that it names. */
function inOrder(planned: readonly Planned[]): readonly Planned[] {
  const order: Planned[] = [];
  const seen = new Set<string>();
  const add = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const own = planned.filter(({ promise }) => promise.id === id);
    for (const { promise } of own) for (const other of promise.excusedBy ?? []) add(other);
    order.push(...own);
  };
  for (const { promise } of planned) add(promise.id);
  return order;
}

/** One version of a promise, and when a broken case of it is. */
export function brokenPart(run: Run, one: Planned, boundaries: readonly Micros[]): BrokenPart {
  const context = { ...contextOf(run, one, boundaries), undated: false };
  const when = brokenWhen(one.plan);
  return { plan: one.plan, context, when: when === 'start' ? 's0' : when };
}

/** Makes a table of when a promise was broken about its leads, under all its versions. */
export async function brokenTable(run: Run, planned: readonly Planned[], table: string): Promise<string> {
  for (const sql of brokenSql(table, brokenOf(run, planned))) await run.engine.run(sql);
  return table;
}

/** When a promise was broken about its leads, under all its versions. */
export function brokenOf(run: Run, planned: readonly Planned[]): readonly Broken[] {
  const unitOf = ({ plan, promise }: Planned) => (plan.shape === 'tally' ? promise.target.per : null);
  return [...new Set(planned.map(unitOf))].map((unit) => {
    const own = planned.filter((one) => unitOf(one) === unit);
    const parts = own.map((one) => brokenPart(run, one, ALWAYS));
    return { parts, most: unit === null ? null : mostPer(unit, own, run) };
  });
}
/**
 * From when on no excuse can come any more for what started in a period: a week in which too many came may
 * end after it.
 */
export function excusableUntil(run: Run, one: Planned, { to }: Period): Micros {
  const units = excusesOf(run, one)
    .flat()
    .flatMap(({ plan, promise }) =>
      plan.shape === 'tally' && promise.target.per ? [promise.target.per] : [],
    );
  const ends = units.flatMap((unit) => periodsBetween(unit, to - 1, to - 1, run).map((each) => each.to));
  return Math.max(to, ...ends);
}
