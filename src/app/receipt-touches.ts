import type { Row } from '../engine/engine.ts';
import type { AttemptsPlan } from '../model/judge.ts';
import type { ReceiptLine } from '../model/receipt.ts';
import { localDay } from '../plan/periods.ts';
import type { Court } from './court.ts';

/** Touches shown of one lead. */
const MOST_TOUCHES = 200;

/** The touches that match the filter, in order, and whether each counted: inside the window, the first of its day, far enough apart. */
export async function touchesOf(
  court: Court,
  plan: AttemptsPlan,
  lead: string,
  row: Row,
): Promise<ReceiptLine['touches']> {
  if (plan.touches === null) return [];
  const { table, time, when } = plan.touches;
  const filter = when === null ? '' : ` AND "${when}"`;
  const rows = await court.engine.rows<{ at: number }>(
    `SELECT "${time}" AS at FROM "${table}" WHERE key = $1${filter} AND "${time}" IS NOT NULL ORDER BY 1 LIMIT ${MOST_TOUCHES}`,
    [lead],
  );
  const [start, due] = [Number(row.s0), Number(row.due)];
  const gap = plan.minGap?.unit === 'elapsed' ? plan.minGap.micros : 0;
  const days = new Set<number>();
  let last = Number.NEGATIVE_INFINITY;
  return rows.map(({ at }) => {
    const inside = at >= start && at <= due && at <= court.asOf;
    const day = localDay(court.zone, at);
    const counted = inside && !(plan.distinctDays && days.has(day)) && at - last >= gap;
    if (counted) {
      days.add(day);
      last = at;
    }
    return { at, counted };
  });
}
