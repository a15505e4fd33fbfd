import { microsOf } from '../../engine/cell.ts';
import type { Growth } from '../../model/behind.ts';
import type { Result } from '../../model/compliance.ts';
import { localDay, midnight } from '../../plan/periods.ts';
import { growthSql } from '../../sql/judge/growth.ts';
import { contextOf } from '../judging/context.ts';
import type { Planned, Run } from '../judging/run.ts';

/**
 * What a running count or sum had reached by the end of each open day. What came on a closed day is told
 * with the next open one; the last is what has been reached by as-of.
 */
export async function growthOf(
  run: Run,
  planned: readonly Planned[],
  results: readonly Result[],
): Promise<Growth | null> {
  const running = results.filter(({ pace, value }) => pace !== null && value !== null);
  const [result] = running;
  const calendar = Object.keys(run.newest.agreement.calendars)[0];
  const compiled = calendar === undefined ? undefined : run.calendars.of(run.newest, calendar)?.compiled;
  if (!result || running.length > 1 || !compiled) return null;
  const { period } = result;
  const gained = new Map<number, number>();
  for (const one of planned) {
    if (one.plan.shape !== 'tally') return null;
    const context = contextOf(run, one, [period.from, period.to]);
    for (const row of await run.engine.rows(growthSql(one.plan, { ...context, undated: false }))) {
      const day = microsOf(row.day) ?? 0;
      gained.set(day, (gained.get(day) ?? 0) + Number(row.amount ?? 0));
    }
  }
  const values: number[] = [];
  let reached = 0;
  for (let day = localDay(run.zone, period.from); midnight(run.zone, day) < run.asOf; day++) {
    reached += gained.get(day) ?? 0;
    const end = Math.min(midnight(run.zone, day + 1), run.asOf);
    if (compiled.openBetween(midnight(run.zone, day), end) > 0) values.push(reached);
  }
  const last = values.length - 1;
  if (last < 0) return null;
  return { period: period.label, values: values.with(last, result.value ?? reached) };
}
