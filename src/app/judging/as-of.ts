import { zoneTable } from '../../calendar/zone.ts';
import { number } from '../../engine/cell.ts';
import type { Engine, Row } from '../../engine/engine.ts';
import type { ActivityRef, CasePlan, StageRef } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import { type DataEnd, endOfData } from '../../plan/stray-days.ts';
import { type EventColumns, eventAtSql, eventDaysSql, laterEventsSql } from '../../sql/facts/latest-event.ts';
import type { ReadExports } from '../exports/read-all.ts';

/** Something that a promise takes for an event of a case, as columns of a table. */
interface Event extends EventColumns {
  /** The table of the rows that its own are about, which must be known; null where they are these rows. */
  readonly about: string | null;
}

/** An event of the data and when it was. */
export interface DatedEvent {
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
  readonly events: readonly DatedEvent[];
}

/** What as-of rests on; days are local dates as whole numbers of days. */
export interface Grounds {
  /** One of the latest events. */
  readonly event: DatedEvent;
  /** Events of its day. */
  readonly dates: number;
  /** The last day before it with an event; null where there is none. */
  readonly dayBefore: number | null;
  /** The last day on which a lead came; null where no promise looks at that. */
  readonly latestLead: number | null;
}

/** The instant up to which the data tell what happened. */
export interface Present {
  readonly at: Micros;
  /** Null where no date is stray. */
  readonly stray: StrayDates | null;
  /** Null where it does not rest on events. */
  readonly grounds: Grounds | null;
}

/** What tells the events of an agreement. */
export interface EventTables {
  /** Each with the table whose rows are its cases. */
  readonly plans: readonly { readonly plan: CasePlan; readonly rows: string }[];
  /** Activities that conditions ask for, each with the table of the rows that it is about. */
  readonly touches: readonly { readonly rows: ActivityRef; readonly about: string }[];
  /** The table of the leads. */
  readonly leads: string;
  /** Its column of the date on which a lead comes; null where no promise looks at it. */
  readonly arrival: string | null;
  /** Of the agreement: cuts the days. */
  readonly timezone: string;
  readonly exports: ReadExports;
}

/** Stray dates that are told one by one. */
const NAMED = 5;

/**
 * The latest event in the data that is not stray: of the stages that leads have reached and the activities
 * of known rows, in the sources that a promise looks at. An expected closing date and a row of nobody are
 * no events and do not move the present. A date without a time counts from the beginning of its day, so
 * that nobody is late before their time; to its end where no event has a time at all. Null where there is
 * no event.
 */
export async function latestEvent(of: EventTables, engine: Engine): Promise<Present | null> {
  const { plans, touches, timezone, exports } = of;
  const { earliest, latest } = exports;
  if (earliest === null || latest === null) return null;
  const zone = zoneTable(timezone, earliest, latest);
  const named = [
    ...plans.flatMap(({ plan, rows }) => eventsOf(plan, rows)),
    ...touches.map(({ rows: { table, time }, about }): Event => ({ table, time, when: null, about })),
  ];
  const events = [...new Map(named.map((event) => [JSON.stringify(event), event])).values()].filter(
    ({ table, time }) => exports.ends.has(`${table} ${time}`),
  );
  if (events.length === 0) return null;
  // One statement for all: each takes longer to be planned than to be answered.
  const rows = await engine.rows(eventDaysSql(events, zone, engine.dialect));
  const days = events.flatMap((event, i) =>
    rows.filter((row) => row.event === i).map((row) => dayOf(event, row)),
  );
  const end = endOfData(together(days));
  const kept = end === null ? days : days.filter(({ day }) => day <= end.lastDay);
  if (kept.length === 0) return null;
  const isTimed = days.some(({ timed }) => timed > 0);
  const lastOf = ({ begin, finish }: DayOf) => (isTimed ? begin : finish);
  const last = kept.reduce((a, b) => (lastOf(b) > lastOf(a) ? b : a));
  const at = lastOf(last);
  const atLast = eventAtSql(last.event, last.event.about, { at, isTimed }, engine.dialect);
  const [row] = await engine.rows(atLast);
  const grounds = row && groundsOf(kept, last, datedOf(last.event, row), of);
  const present = { at, grounds: grounds ?? null };
  if (end === null) return { ...present, stray: null };
  const stray: DatedEvent[] = [];
  for (const event of events) {
    const sql = laterEventsSql(event, event.about, { from: at, most: NAMED }, engine.dialect);
    stray.push(...(await engine.rows(sql)).map((row) => datedOf(event, row)));
  }
  stray.sort((a, b) => a.at - b.at);
  return { ...present, stray: { ...end, events: stray.slice(0, NAMED) } };
}

/** A day of one kind of event, as `eventDaysSql` gives it. */
interface DayOf {
  readonly event: Event;
  readonly day: number;
  readonly n: number;
  readonly timed: number;
  readonly begin: Micros;
  readonly finish: Micros;
}

const dayOf = (event: Event, { day, n, timed, begin, finish }: Row): DayOf => ({
  event,
  ...{ day: number(day), n: number(n), timed: number(timed) },
  ...{ begin: number(begin), finish: number(finish) },
});

const datedOf = ({ table, time }: Event, { key, at }: Row): DatedEvent => ({
  ...{ table, time },
  ...{ key: String(key), at: number(at) },
});

function groundsOf(
  kept: readonly DayOf[],
  { day: lastDay }: DayOf,
  event: DatedEvent,
  { leads, arrival }: EventTables,
): Grounds {
  const latest = (days: readonly DayOf[]): number | null =>
    days.reduce<number | null>((last, { day }) => Math.max(last ?? day, day), null);
  const came = kept.filter(({ event: { table, time } }) => table === leads && time === arrival);
  return {
    event,
    dates: kept.filter(({ day }) => day === lastDay).reduce((sum, { n }) => sum + n, 0),
    dayBefore: latest(kept.filter(({ day }) => day < lastDay)),
    latestLead: latest(came),
  };
}

/** The events of a day in all tables. */
function together(
  days: readonly { readonly day: number; readonly n: number }[],
): readonly { readonly day: number; readonly n: number }[] {
  const counts = new Map<number, number>();
  for (const { day, n } of days) counts.set(day, (counts.get(day) ?? 0) + n);
  return [...counts].map(([day, n]) => ({ day, n })).sort((a, b) => a.day - b.day);
}

function eventsOf(plan: CasePlan, rows: string): readonly Event[] {
  const stage = (ref: StageRef | null): readonly Event[] =>
    ref === null ? [] : [{ table: rows, time: ref.time, when: ref.when, about: null }];
  const activity = (ref: ActivityRef | null): readonly Event[] =>
    ref === null ? [] : [{ table: ref.table, time: ref.time, when: null, about: rows }];
  switch (plan.shape) {
    case 'tally':
    case 'ratio':
      // The day for which something is planned is no event.
      return [
        ...(plan.isPlanned ? [] : stage(plan.start)),
        ...('reaches' in plan ? stage(plan.reaches) : []),
      ];
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
