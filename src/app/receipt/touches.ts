import { t } from '../../messages/index.ts';
import type { AttemptsPlan } from '../../model/judge.ts';
import type { ZoneTable } from '../../model/reading.ts';
import type { Touch } from '../../model/receipt.ts';
import type { Micros } from '../../model/time.ts';
import { localDay } from '../../plan/periods.ts';
import { leadTouchesSql } from '../../sql/receipt/lead-touches.ts';
import type { Planned, Run } from '../judging/run.ts';

/** The window in which touches count: from the latest instant that the start can mean. */
export interface TouchWindow {
  readonly start: Micros;
  readonly startLatest: Micros;
  readonly due: Micros;
}

/**
 * The touches that match the filter, in order, and which of them counted: by the rules of the counting
 * statement, one by one.
 */
export async function touchesOf(
  run: Run,
  { inForce, plan }: Planned,
  lead: string,
  window: TouchWindow,
): Promise<readonly Touch[]> {
  if (plan.shape !== 'attempts' || plan.touches === null) return [];
  const known = { exact: run.exports.exact, dialect: run.engine.dialect };
  const sql = leadTouchesSql(plan.touches, known);
  const rows = await run.engine.rows<{ first: number; last: number }>(sql, [lead]);
  // The calendar of the promise, whatever the segment: a touch has one date.
  const calendar = plan.terms[0]?.calendar ?? null;
  const own = calendar === null ? undefined : run.calendars.of(inForce.sourced, calendar);
  return counting({ rows, plan, window, asOf: run.asOf, zone: own?.loaded.table.zone ?? run.zone });
}

function counting({
  rows,
  plan,
  window: { start, startLatest, due },
  asOf,
  zone,
}: {
  readonly rows: readonly { readonly first: Micros; readonly last: Micros }[];
  readonly plan: AttemptsPlan;
  readonly window: TouchWindow;
  readonly asOf: Micros;
  readonly zone: ZoneTable;
}): readonly Touch[] {
  const gap = plan.minGap?.unit === 'elapsed' ? plan.minGap.micros : null;
  const days = new Set<number>();
  let previous: Micros | null = null;
  const refusal = (first: Micros, last: Micros): string | null => {
    if (last < start) return t`before the start`;
    if (first > due) return t`after due`;
    if (first > asOf) return t`after as-of`;
    if (first < startLatest || last > due) return t`may lie outside the window`;
    if (gap !== null)
      return previous !== null && first - previous < gap ? t`too soon after the one before` : null;
    return plan.distinctDays && days.has(localDay(zone, first)) ? t`on the same day as another` : null;
  };
  return rows.map(({ first, last }) => {
    const reason = refusal(first, last);
    if (reason === null) {
      days.add(localDay(zone, first));
      previous = first;
    }
    return { at: first, counted: reason === null, reason };
  });
}
