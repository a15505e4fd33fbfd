import { zoneTable } from '../../calendar/zone.ts';
import { number } from '../../engine/cell.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ActivityRef, CasePlan, StageRef } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import { type DataEnd, endOfData } from '../../plan/stray-days.ts';
import { type EventColumns, eventDaysSql, laterEventsSql } from '../../sql/facts/latest-event.ts';
import type { ReadExports } from '../exports/read-all.ts';

/** Something that a promise takes for an event of a lead, as columns of a table. */
interface Event extends EventColumns {
  /** The rows name their lead, who must be known. */
  readonly ofLead: boolean;
}

/** An event that is not taken for the present. */
export interface StrayEvent {
  readonly table: string;
  /** The time column. */
  readonly time: string;
  /** Of its row. */
  readonly key: string;
  readonly at: Micros;
}

/** The dates behind the end of the data. */
export interface StrayDates extends DataEnd {
  /** The first of them, in their order. */
  readonly events: readonly StrayEvent[];
}

/** The instant up to which the data tell what happened. */
export interface Present {
  readonly at: Micros;
  /** Null where no date is stray. */
  readonly stray: StrayDates | null;
}

/** What tells the events of an agreement. */
export interface EventTables {
  readonly plans: readonly CasePlan[];
  /** The table of the leads. */
  readonly leads: string;
  /** Of the agreement: cuts the days. */
  readonly timezone: string;
  readonly exports: ReadExports;
}

/** Stray dates that are told one by one. */
const NAMED = 5;

/**
 * The latest event in the data that is not stray: of the stages that leads have reached and the activities
 * of known leads, in the sources that a promise looks at. An expected closing date and a row of nobody are
 * no events and do not move the present. A date without a time counts from the beginning of its day, so
 * that nobody is late before their time; to its end where no event has a time at all. Null where there is
 * no event.
 */
export async function latestEvent(of: EventTables, engine: Engine): Promise<Present | null> {
  const { plans, leads, timezone, exports } = of;
  const { earliest, latest } = exports;
  if (earliest === null || latest === null) return null;
  const zone = zoneTable(timezone, earliest, latest);
  const named = plans.flatMap((plan) => eventsOf(plan, leads));
  const events = [...new Map(named.map((event) => [JSON.stringify(event), event])).values()].filter(
    ({ table, time }) => exports.ends.has(`${table} ${time}`),
  );
  const known = ({ ofLead }: Event) => (ofLead ? leads : null);
  const rows = [];
  for (const event of events)
    rows.push(...(await engine.rows(eventDaysSql(event, known(event), zone, engine.dialect))));
  const days = rows.map(({ day, n, timed, begin, finish }) => ({
    ...{ day: number(day), n: number(n), timed: number(timed) },
    ...{ begin: number(begin), finish: number(finish) },
  }));
  const end = endOfData(together(days));
  const kept = end === null ? days : days.filter(({ day }) => day <= end.lastDay);
  if (kept.length === 0) return null;
  const isTimed = days.some(({ timed }) => timed > 0);
  const at = kept.reduce((last, { begin, finish }) => Math.max(last, isTimed ? begin : finish), -Infinity);
  if (end === null) return { at, stray: null };
  const stray: StrayEvent[] = [];
  for (const event of events) {
    const { table, time } = event;
    const sql = laterEventsSql(event, known(event), { from: at, most: NAMED }, engine.dialect);
    const later = await engine.rows(sql);
    stray.push(...later.map((row) => ({ table, time, key: String(row.key), at: number(row.at) })));
  }
  stray.sort((a, b) => a.at - b.at);
  return { at, stray: { ...end, events: stray.slice(0, NAMED) } };
}

/** The events of a day in all tables. */
function together(
  days: readonly { readonly day: number; readonly n: number }[],
): readonly { readonly day: number; readonly n: number }[] {
  const counts = new Map<number, number>();
  for (const { day, n } of days) counts.set(day, (counts.get(day) ?? 0) + n);
  return [...counts].map(([day, n]) => ({ day, n })).sort((a, b) => a.day - b.day);
}

function eventsOf(plan: CasePlan, leads: string): readonly Event[] {
  const stage = (ref: StageRef | null): readonly Event[] =>
    ref === null ? [] : [{ table: leads, time: ref.time, when: ref.when, ofLead: false }];
  const activity = (ref: ActivityRef | null): readonly Event[] =>
    ref === null ? [] : [{ table: ref.table, time: ref.time, when: null, ofLead: true }];
  switch (plan.shape) {
    case 'tally':
      // What is planned in a file kept by hand is not the present.
      return plan.table === null ? stage(plan.start) : [];
    case 'ratio':
      return [...stage(plan.start), ...stage(plan.reaches)];
    case 'timed':
      return [
        ...stage(plan.start),
        ...('table' in plan.stop ? activity(plan.stop) : stage(plan.stop)),
        ...stage(plan.splitAt),
      ];
    case 'attempts':
      return [
        ...stage(plan.start),
        ...stage(plan.until),
        ...activity(plan.touches),
        ...stage(plan.counter === null ? null : { time: plan.counter.last, when: null }),
      ];
  }
}
