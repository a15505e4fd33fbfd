import type { Engine } from '../../engine/engine.ts';
import type { Micros } from '../../model/time.ts';
import type { Part } from '../../sql/judge/aggregate.ts';
import { heldKey } from '../../sql/judge/held.ts';
import { casesToHold } from '../../sql/judge/held-cases.ts';
import type { ReadExports } from '../exports/read-all.ts';
import type { Planned, Run } from './run.ts';

/** Rows of the largest export up to which the cases of all promises are held in memory. */
const FEW_ROWS = 20_000;

/** Whether the cases of all promises upon some exports are held. */
export const holdsCases = (
  { ledgers }: Pick<ReadExports, 'ledgers'>,
  { holdsCases: of }: Pick<Engine, 'holdsCases'>,
): boolean =>
  of === 'all' || (of === 'few' && Object.values(ledgers).every(({ judged }) => judged <= FEW_ROWS));

/**
 * Makes tables of the cases that are held, once for all that is asked of them: of few rows a statement
 * takes longer to be planned than to be answered, and every one that judges anew is planned anew.
 */
export async function holdCases({ engine, heldCases }: Run, parts: readonly Part[]): Promise<void> {
  if (heldCases === null) return;
  const fresh = parts.filter(({ plan, context }) => !heldCases.has(heldKey(plan, context)));
  const begin = new Set([...heldCases.values()].map(({ table }) => table)).size;
  for (const { table, sql, held } of casesToHold(fresh, (index) => `cases${begin + index}`)) {
    await engine.keep(table, [sql]);
    for (const [key, cases] of held) heldCases.set(key, cases);
  }
}

/** Periods among which some others are, the first and the last of these by their index. */
export interface PeriodsHeld {
  readonly boundaries: readonly Micros[];
  readonly shown: readonly [first: number, last: number];
}

/** The periods in which the cases of a promise are held, where those of some boundaries are among them; else null. */
export function heldAmong(
  { heldCases }: Run,
  { plan }: Planned,
  some: readonly Micros[],
): PeriodsHeld | null {
  for (const { plan: of, boundaries } of heldCases?.values() ?? []) {
    const first = of === plan && some.length > 1 ? boundaries.indexOf(some[0] ?? 0) : -1;
    if (first >= 0 && some.every((boundary, i) => boundaries[first + i] === boundary))
      return { boundaries, shown: [first, first + some.length - 2] };
  }
  return null;
}
