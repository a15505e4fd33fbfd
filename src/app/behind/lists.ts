import { microsOf } from '../../engine/cell.ts';
import type { PeriodCases } from '../../model/behind.ts';
import type { CaseState, Result } from '../../model/compliance.ts';
import type { Period } from '../../model/time.ts';
import { firstCasesSql } from '../../sql/judge/first-cases.ts';
import { tabulateActivities } from '../judging/activities.ts';
import { termsOf } from '../judging/calendar-tables.ts';
import { caseOf, type Shown } from '../judging/case-rows.ts';
import { contextOf } from '../judging/context.ts';
import { boundariesOf } from '../judging/counting.ts';
import type { Planned, Run } from '../judging/run.ts';

/** Cases of one number, and of all numbers of a page: what a mail takes and somebody reads. */
const [MOST, MOST_OF_ALL] = [200, 3000];

/** How many cases are listed behind each number: the newest periods have theirs first. */
export function allowances(results: readonly Result[]): ReadonlyMap<string, number> {
  const newestFirst = [...results].sort((a, b) => b.period.to - a.period.to);
  const all = new Map<string, number>();
  let left = MOST_OF_ALL;
  for (const result of newestFirst) {
    const wanted = Math.min(MOST, listedOf(result), left);
    left -= wanted;
    const key = keyOf(result.id, result.period.label);
    all.set(key, Math.min(MOST, (all.get(key) ?? 0) + wanted));
  }
  return all;
}

const keyOf = (id: string, period: string): string => JSON.stringify([id, period]);

/** Cases that a reader looks for: those that count, or those that miss and may still miss. */
function listedOf({ counts, target }: Pick<Result, 'counts' | 'target'>): number {
  return statesOf(target).reduce((sum, state) => sum + counts[state], 0);
}

function statesOf({ of, cmp }: Pick<Result['target'], 'of' | 'cmp'>): readonly CaseState[] {
  if (of === 'number' || cmp === '<=') return ['met', 'pending', 'unknown'];
  return ['breached', 'pending', 'unknown'];
}

/** The first cases behind each period of a promise under one version. */
export async function listsOf({
  run,
  one,
  periods,
  most,
  shown,
}: {
  readonly run: Run;
  readonly one: Planned;
  readonly periods: readonly Period[];
  readonly most: ReadonlyMap<string, number>;
  readonly shown: Shown;
}): Promise<readonly PeriodCases[]> {
  const { promise, plan, inForce } = one;
  const allowed = periods.map(({ label }) => most.get(keyOf(promise.id, label)) ?? 0);
  if (allowed.every((n) => n === 0)) return [];
  await tabulateActivities(run, [one]);
  const context = { ...contextOf(run, one, boundariesOf(periods)), undated: false };
  const wanted = { states: statesOf(promise.target), leads: [], owners: [] };
  const rows = await run.engine.rows(firstCasesSql(plan, context, wanted, allowed));
  const { version } = inForce.sourced.agreement;
  const openTime = termsOf(plan).some(({ within }) => within.unit.startsWith('business'));
  return periods.flatMap(({ label }, index) => {
    const own = rows.filter((row) => microsOf(row.period) === index);
    const cases = own.map((row) => ({
      ...caseOf(row, one, periods, shown),
      touches: plan.shape === 'attempts' ? microsOf(row.x0) : null,
    }));
    return cases.length === 0 ? [] : [{ period: label, version, openTime, cases }];
  });
}
