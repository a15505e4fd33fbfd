import type { Engine } from '../../engine/engine.ts';
import type { ActivityRef, CasePlan, StageRef } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import { type EventColumns, latestOfLeadsSql, latestSql } from '../../sql/facts/latest-event.ts';
import type { ReadExports } from '../exports/read-all.ts';

/** Something that a promise takes for an event of a lead, as columns of a table. */
interface Event extends EventColumns {
  /** The rows name their lead, who must be known. */
  readonly ofLead: boolean;
}

/**
 * The latest event in the data: the stages that leads have reached and the activities of known leads, in the sources that a
 * promise looks at. An expected closing date and a row of nobody are no events and do not move the present. A date without
 * a time counts to its end. Null where there is no event. `ends` are those of each column, by table and column.
 */
export async function latestEvent(
  plans: readonly CasePlan[],
  leads: string,
  ends: ReadExports['ends'],
  engine: Engine,
): Promise<Micros | null> {
  const events = new Map(
    plans.flatMap((plan) => eventsOf(plan, leads)).map((event) => [JSON.stringify(event), event]),
  );
  let latest: Micros | null = null;
  for (const { table, time, when, ofLead } of events.values()) {
    if (when === null && !ofLead) {
      const end = ends.get(`${table} ${time}`);
      if (end) latest = Math.max(latest ?? end.last, end.last);
      continue;
    }
    const event = { table, time, when };
    const last = ofLead
      ? await latestOfLeads(event, leads, engine)
      : await lastOf(latestSql(event, engine.dialect), engine);
    if (last !== null) latest = Math.max(latest ?? last, last);
  }
  return latest;
}

async function lastOf(sql: string, engine: Engine): Promise<Micros | null> {
  const [row] = await engine.rows<{ last: Micros | null }>(sql);
  return row?.last ?? null;
}

/** Rows looked at first: where one of the latest is of a known lead, no other row can be later. */
const LATEST = 1000;

async function latestOfLeads(event: EventColumns, leads: string, engine: Engine): Promise<Micros | null> {
  const among = (rows: number | null) => lastOf(latestOfLeadsSql(event, leads, rows, engine.dialect), engine);
  return (await among(LATEST)) ?? among(null);
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
