import { microsOf } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Timing } from '../../kinds/kind.ts';
import { t } from '../../messages/index.ts';
import type { Agreement, Stage } from '../../model/agreement.ts';
import type { Moment, ReceiptClock } from '../../model/receipt.ts';
import type { ClockStretch } from '../../model/requests.ts';
import type { Micros } from '../../model/time.ts';
import { idInWords, nameOf } from '../../report/names.ts';
import type { Planned, Run } from '../judging/run.ts';
import { taken } from './holds.ts';

/** The clock of a case from its row of the listing; null where the promise has none, or none that started. */
export function clockOf(
  run: Run,
  { inForce, promise, plan }: Planned,
  row: Row,
  told: Parameters<typeof taken>[0],
): ReceiptClock | null {
  const [start, startLatest] = [microsOf(row.s0), microsOf(row.s1)];
  if (!('terms' in plan) || start === null || startLatest === null) return null;
  const terms = plan.terms[Number(row.seg)];
  if (!terms) return null;
  const { agreement } = inForce.sourced;
  const timing = kindOf(promise.measure.kind).timing(promise.measure);
  if (timing === null) return null;
  const [stop, stopLatest] = [microsOf(row.e0), microsOf(row.e1)];
  const due = microsOf(row.due);
  const elapsed = microsOf(row.elapsed);
  const counted = terms.within.unit === 'business-time' || terms.within.unit === 'business-days';
  const inUse = terms.calendar === null ? undefined : run.calendars.of(inForce.sourced, terms.calendar);
  const open = counted ? inUse?.compiled : undefined;
  const end = stop ?? run.asOf;
  // Where nothing stops the clock the window decides, and what comes after it does not.
  const ends = [due, timing.to === null && due !== null ? Math.min(end, due) : end];
  const last = Math.max(...ends.map((each) => each ?? start));
  const pause = 'pause' in plan ? plan.pause : undefined;
  const stopped = timing.to !== null && stop !== null;
  const until = stopped ? Math.min(stopLatest ?? run.asOf, run.asOf) : run.asOf;
  const holds = pause ? taken(told, { start, end: until, stopped, open, atMost: pause.atMost }) : [];
  const held = holds.flatMap(({ span }) => span ?? []);
  // Days are counted one by one, also where the office never closes between them.
  const seams = terms.within.unit === 'business-days' ? (open?.seams(start, last) ?? []) : [];
  return {
    start: { ...namedStage(run, agreement.stages[timing.from]), at: start, latest: startLatest },
    stop:
      stop === null || stopLatest === null
        ? null
        : { ...stopOf(run, timing, agreement), at: stop, latest: stopLatest },
    within: terms.within.text,
    unit: terms.within.unit,
    calendar: open ? terms.calendar : null,
    timezone: inUse?.compiled.def.timezone ?? agreement.timezone,
    due,
    elapsedSeconds: elapsed === null ? null : elapsed / 1e6,
    stretches: open
      ? cut(start, [...ends, ...seams, ...held.flatMap(({ from, to }) => [from, to])], (from, to) =>
          open.stretches(from, to),
        ).map((each) => onHold(each, held))
      : [],
    holds,
  };
}

/** Open time does not count while the case is on hold. */
function onHold(each: ClockStretch, held: readonly { from: Micros; to: Micros }[]): ClockStretch {
  const isHeld = each.counted && held.some(({ from, to }) => from <= each.from && each.to <= to);
  return isHeld ? { from: each.from, to: each.to, counted: false, reason: 'on hold' } : each;
}

/** Stretches from the start to the last of the given instants, and none reaches across one of them. */
function cut(
  start: Micros,
  ends: readonly (Micros | null)[],
  stretches: (from: Micros, to: Micros) => readonly ClockStretch[],
): readonly ClockStretch[] {
  const edges = ends.filter((end) => end !== null && end > start).map(Number);
  const points = [start, ...new Set(edges.sort((a, b) => a - b))];
  return points.slice(1).flatMap((to, i) => stretches(points[i] ?? to, to));
}

type StageName = Pick<Moment, 'stage' | 'title' | 'column'>;

function stopOf(run: Run, { to, until }: Timing, { stages, sources }: Agreement): StageName {
  if (to === null) return namedStage(run, stages[until ?? '']);
  if (typeof to === 'string') return namedStage(run, stages[to]);
  const { earliest } = to;
  const first = t`the first of ${idInWords(earliest)}`;
  return { stage: first, title: first, column: sources[earliest]?.fields.at?.column ?? '' };
}

/** The exports are read by the newest version, whichever version judges. */
function namedStage({ tables }: Run, stage: Stage | undefined): StageName {
  const sources = [tables.leads, ...tables.joined(), ...tables.populations()].map(({ source }) => source);
  const source = sources.find(({ fields }) => stage !== undefined && Object.hasOwn(fields, stage.at));
  return {
    stage: stage?.id ?? '',
    title: stage ? nameOf(stage) : '',
    column: (stage && source?.fields[stage.at]?.column) ?? '',
  };
}
