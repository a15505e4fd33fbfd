import type { Compiled } from '../../calendar/calendar.ts';
import { microsOf } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import { t } from '../../messages/index.ts';
import type { PausePlan } from '../../model/judge.ts';
import type { ReceiptHold } from '../../model/receipt.ts';
import type { Micros } from '../../model/time.ts';
import { leadHoldsSql } from '../../sql/receipt/lead-holds.ts';
import type { Planned, Run } from '../judging/run.ts';

/** A lead, or one of its hand-overs. */
interface Whose {
  readonly lead: string;
  readonly nth: number | null;
}

/** The rows that hold the clock of a case, in order; none where its promise has no pause, or it has no start. */
export async function holdsOf(
  run: Run,
  { plan }: Planned,
  { lead, nth }: Whose,
  row: Row,
): Promise<readonly Hold[]> {
  if (!('pause' in plan) || plan.pause === undefined || row.s0 === null) return [];
  const known = { exact: run.exports.exact, dialect: run.engine.dialect };
  const rows = await run.engine.rows<Row>(leadHoldsSql(plan.pause, nth, known), [lead]);
  return rows.flatMap(({ begins, ends }) => {
    const from = microsOf(begins);
    return from === null ? [] : [{ from, to: microsOf(ends) }];
  });
}

/** From an instant on, to before another, or without an end. */
interface Hold {
  readonly from: Micros;
  readonly to: Micros | null;
}

/** A clock that ran from its start to its stop, or to as-of. */
interface Running {
  readonly start: Micros;
  readonly end: Micros;
  readonly stopped: boolean;
  /** Whose open time is counted; undefined for wall time. */
  readonly open: Compiled | undefined;
  readonly atMost: PausePlan['atMost'];
}

/** What each hold took off a clock, by the rules of the judging statement, one by one. */
export function taken(holds: readonly Hold[], running: Running): readonly ReceiptHold[] {
  const { start, end, open, atMost } = running;
  const between = (from: Micros, to: Micros) => (open ? open.openBetween(from, to) : to - from);
  let reached = start;
  let left = atMost;
  return holds.map(({ from, to }) => {
    const [first, last] = [Math.max(from, reached), Math.min(to ?? end, end)];
    const time = first < last ? between(first, last) : 0;
    const took = Math.min(time, left);
    const reason = reasonOf({ from, to, reached, time, left }, running);
    reached = Math.max(reached, Math.max(from, start) < last ? last : reached);
    left -= took;
    const until = took < time ? after(first, took, open) : last;
    return { from, to, tookSeconds: took / 1e6, reason, span: took > 0 ? { from: first, to: until } : null };
  });
}

/** The instant by which so much time has been counted. */
function after(from: Micros, micros: Micros, open: Compiled | undefined): Micros {
  return open?.due(from, { unit: 'business-time', micros, text: '' }) ?? from + micros;
}

/** Why a hold took less than it lasted; null where it took all of it. */
function reasonOf(
  {
    from,
    to,
    reached,
    time,
    left,
  }: Hold & { readonly reached: Micros; readonly time: Micros; readonly left: Micros },
  { start, end, stopped }: Running,
): string | null {
  if (to !== null && to < from) return t`ends before it begins`;
  if (to !== null && to <= start) return t`before the start`;
  if (from >= end) return stopped ? t`after the stop` : t`after as-of`;
  if (left < time) return t`beyond what a pause may take`;
  if (time > 0 || to === from) return null;
  return to !== null && to <= reached ? t`inside another` : t`outside opening hours`;
}
