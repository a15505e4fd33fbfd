import type { Row } from '../engine/engine.ts';
import { type PromiseDef, type Stage, type Waiver } from '../model/agreement.ts';
import { REASONS, STATES } from '../model/judge.ts';
import type { Moment, ReceiptClock, ReceiptLine } from '../model/receipt.ts';
import type { ClockStretch } from '../model/requests.ts';
import type { Micros } from '../model/time.ts';
import { kindOf } from '../kinds/index.ts';
import { localDay, periodOfDay } from '../plan/periods.ts';
import { listingSql } from '../sql/judge/listing.ts';
import { type Court, contextOf, type Planned } from './court.ts';
import { touchesOf } from './receipt-touches.ts';
import type { Test, Tests } from './receipt-tests.ts';
import { appliedWaiver } from './waivers.ts';

/** Every promise of every version, in the order of the agreement, with what it makes of the lead. */
export async function receiptLines(
  court: Court,
  tests: Tests,
  lead: string,
): Promise<readonly ReceiptLine[]> {
  const lines: ReceiptLine[] = [];
  for (const planned of court.planned)
    lines.push(await lineOf(court, planned, tests.get(planned) ?? [], lead));
  return lines;
}

async function lineOf(
  court: Court,
  planned: Planned,
  tests: readonly Test[],
  lead: string,
): Promise<ReceiptLine> {
  const { force, promise, plan } = planned;
  const { agreement, place } = force.sourced;
  const head = {
    id: promise.id,
    kind: promise.kind,
    measure: promise.measure.kind,
    promise: promise.promise ?? promise.title,
    version: agreement.version,
    place: place(promise.path, 'key'),
  };
  if (plan.shape === 'tally' && plan.table !== null) {
    return { ...head, ...NOTHING, why: [`it counts the rows of a records file, not leads`] };
  }
  const everything = [-9e15, 9e15];
  const context = {
    ...contextOf(court, planned, everything),
    inForce: { from: -9e15, to: 9e15 },
    orphans: [],
  };
  const [row] = await court.engine.rows<Row>(
    listingSql(plan, context, { states: [], leads: [lead], owners: [] }),
  );
  const failed = await failedTests(court, tests, lead);
  if (!row) return { ...head, ...NOTHING, why: notReached(planned) };
  const start = micros(row.s0);
  const booked = micros(row.s0) ?? micros(row.e0);
  const away = booked !== null && (booked < force.span.from || booked >= force.span.to);
  if (away) {
    return {
      ...head,
      ...NOTHING,
      why: [`version ${agreement.version} was not in force when its clock started`],
    };
  }
  const state = STATES[Number(row.state)] ?? null;
  const reason = row.reason === null ? null : (REASONS[Number(row.reason)] ?? null);
  const segment = 'terms' in plan ? (plan.terms[Number(row.seg)]?.segment ?? null) : null;
  const waiver = row.waived === true ? appliedWaiver(promise, agreement, court.asOf, lead, start) : null;
  return {
    ...head,
    applies: reason !== 'out-of-scope',
    why:
      reason === 'out-of-scope'
        ? failed.map((text) => `out of scope: ${text} does not hold`)
        : tests.map(({ text }) => `${text} holds`),
    segment,
    state,
    reason,
    atRisk: row.risk === true,
    period:
      booked === null
        ? null
        : periodOfDay(promise.target.per ?? 'month', localDay(court.zone, booked), court.zone).label,
    waiver: waiver && waiverText(waiver),
    clock: 'terms' in plan ? clockOf(court, planned, row) : null,
    touches: plan.shape === 'attempts' ? await touchesOf(court, plan, lead, row) : [],
  };
}

const NOTHING = {
  applies: false,
  segment: null,
  state: null,
  reason: null,
  atRisk: false,
  period: null,
  waiver: null,
  clock: null,
  touches: [],
} as const;

async function failedTests(court: Court, tests: readonly Test[], lead: string): Promise<readonly string[]> {
  if (tests.length === 0) return [];
  const columns = tests.map(({ column }, i) => `"${column}" AS t${i}`);
  const [row] = await court.engine.rows<Row>(
    `SELECT ${columns.join(', ')} FROM "${court.tables.leads.table}" WHERE key = $1`,
    [lead],
  );
  return tests.flatMap(({ text }, i) => (row?.[`t${i}`] === false ? [text] : []));
}

function notReached({ promise, force }: Planned): readonly string[] {
  const { stages } = force.sourced.agreement;
  const [first] = kindOf(promise.measure.kind)
    .references(promise.measure)
    .filter(({ to }) => to === 'stage');
  const stage = first && stages[first.name];
  return [
    stage
      ? `the lead has not reached "${stage.id}" (${stage.at} is blank${stage.when ? ' or its condition does not hold' : ''})`
      : 'its clock has not started',
  ];
}

function clockOf(court: Court, { force, promise, plan }: Planned, row: Row): ReceiptClock | null {
  const [start, startLatest] = [micros(row.s0), micros(row.s1)];
  if (!('terms' in plan) || start === null || startLatest === null) return null;
  const terms = plan.terms[Number(row.seg)];
  if (!terms) return null;
  const { agreement } = force.sourced;
  const [from, to] = stagesOf(promise, agreement.stages);
  const [stop, stopLatest] = [micros(row.e0), micros(row.e1)];
  const due = micros(row.due);
  const elapsed = micros(row.elapsed);
  const compiled =
    terms.calendar === null ? undefined : court.calendars.of(force.sourced, terms.calendar)?.compiled;
  const end = stop ?? court.asOf;
  return {
    start: moment(court, from, 'start', start, startLatest),
    stop: stop === null || stopLatest === null ? null : moment(court, to, 'stop', stop, stopLatest),
    within: terms.within.text,
    calendar: terms.calendar,
    due,
    elapsedSeconds: elapsed === null ? null : elapsed / 1e6,
    stretches: compiled ? cutAt(due, start, end, (a, b) => compiled.stretches(a, b)) : [],
  };
}

function cutAt(
  due: Micros | null,
  start: Micros,
  end: Micros,
  stretches: (from: Micros, to: Micros) => readonly ClockStretch[],
): readonly ClockStretch[] {
  if (end <= start) return [];
  if (due === null || due <= start || due >= end) return stretches(start, end);
  return [...stretches(start, due), ...stretches(due, end)];
}

function stagesOf(
  { measure }: PromiseDef,
  stages: Readonly<Record<string, Stage>>,
): readonly [Stage | null, Stage | null] {
  if (measure.kind === 'response') {
    return [
      stages[measure.from] ?? null,
      typeof measure.to === 'string' ? (stages[measure.to] ?? null) : null,
    ];
  }
  if (measure.kind === 'attempts')
    return [stages[measure.from] ?? null, measure.until === null ? null : (stages[measure.until] ?? null)];
  return [null, null];
}

function moment(court: Court, stage: Stage | null, fallback: string, at: Micros, latest: Micros): Moment {
  const fields = court.newest.agreement.sources;
  const column = stage
    ? Object.values(fields).flatMap((source) => source.fields[stage.at]?.column ?? [])[0]
    : undefined;
  return { stage: stage?.id ?? fallback, column: column ?? '', at, latest };
}

function waiverText({ reason, approvedBy }: Waiver): string {
  return approvedBy.length === 0 ? reason : `${reason} (approved by ${approvedBy.join(' and ')})`;
}

const micros = (value: Row[string] | undefined): Micros | null =>
  value === null || value === undefined ? null : Number(value);
