import { mayCause } from '../../kinds/other-side.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { Micros, Period } from '../../model/time.ts';
import { brokenWhen } from '../../plan/other-side.ts';
import { periodsBetween } from '../../plan/periods.ts';
import type { Breakable, BrokenPart } from '../../sql/judge/broken.ts';
import { excusedSql, pairsOf } from '../../sql/judge/causes.ts';
import type { Capped } from '../../sql/judge/passed.ts';
import { tabulateActivities } from './activities.ts';
import { contextOf } from './context.ts';
import { mostPer } from './most-per.ts';
import { makePairs } from './pairs.ts';
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
  const others = excusesOf(run, one);
  if (others.length === 0) return;
  await tabulateActivities(run, [one, ...others.flat()]);
  const partOf = (each: Planned) => brokenPart(run, each, ALWAYS);
  const caused = {
    broken: partOf(one),
    others: others.map((planned) => breakablesOf(run, planned, partOf)),
  };
  const pairs = pairsOf([[caused], []]);
  const { table: both } = await makePairs(run, pairs);
  const sql = excusedSql(pairs, both, caused);
  const table = `excused_${run.asOf}_${run.excused.size}`;
  await run.engine.keep(table, [sql]);
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
  return { plan: one.plan, context, when: whenOf(one) };
}

function whenOf({ plan }: Planned): BrokenPart['when'] {
  const when = brokenWhen(plan);
  return when === 'start' ? 's0' : when;
}

/** What may be broken of a promise under its versions. */
export function breakablesOf(
  run: Run,
  planned: readonly Planned[],
  partOf: (one: Planned) => BrokenPart,
): readonly Breakable[] {
  const plain = planned.filter((one) => capUnit(one) === null);
  return [...plain.map(partOf), ...cappedOf(run, planned)];
}

/** The numbers that may not be passed among versions of a promise: those that cut the same days or weeks together. */
export function cappedOf(run: Run, planned: readonly Planned[]): readonly Capped[] {
  const units = [...new Set(planned.map(capUnit))].filter((unit) => unit !== null);
  return units.map((unit) => {
    const own = planned.filter((one) => capUnit(one) === unit);
    const parts = own.map((one) => brokenPart(run, one, ALWAYS));
    return { parts, most: mostPer(unit, own, run) };
  });
}

const capUnit = ({ plan, promise }: Planned) => (plan.shape === 'tally' ? promise.target.per : null);

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
