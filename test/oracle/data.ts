import {
  addedInEuro,
  newestOf,
  populationOf,
  promisesOf,
  type RawAgreement,
  type RawCondition,
  type RawOccurrence,
  type RawPromise,
  type World,
  weightOf,
} from './agreement.ts';
import type { Moment, Value } from './cell.ts';
import { fieldsOf, holds, touchesOf } from './condition.ts';
import { type Merges, mergesOf } from './merges.ts';
import { underLeads } from './names.ts';
import { presentOf } from './present.ts';
import { type Ledger, type Read, readTable, type Table } from './source.ts';
import { dayNumber, type ZoneWalk, zoneWalk } from './zone.ts';

/** Everything that the promises of a world ask for, read. */
export interface Data {
  /** With the fields of joined sources. */
  readonly leads: readonly Read[];
  readonly activities: Readonly<Record<string, readonly Read[]>>;
  /** Rows that are no leads. */
  readonly populations: Readonly<Record<string, readonly Read[]>>;
  records(measure: RawOccurrence): readonly Read[];
  /** In how many ways a file of records is read: by the fields that promises ask of it. */
  ways(file: string): number;
  readonly merges: Merges;
  readonly ledgers: Readonly<Record<string, Ledger>>;
  /** The latest instant of all date cells that were read and are not stray. */
  readonly latest: number | null;
  /** The same, be it stray or of no event. */
  readonly whole: number | null;
  /** Whether dates behind it are stray. */
  readonly hasStray: boolean;
}

/** Days over which every zone of a world is walked. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export const walkOf = (zone: string, { from, to }: Span): ZoneWalk =>
  zoneWalk(zone, dayNumber(from), dayNumber(to));

export function readData(world: World, span: Span, asOf: number | null): Data {
  const newest = newestOf(world);
  const used = usedFields(world);
  const ledgers: Record<string, Ledger> = {};
  const { leads: leadsSource } = newest.sources;
  const merges = leadsSource ? mergesOf(leadsSource, world.files[leadsSource.files] ?? []) : new Map();
  const inEuro = new Set(world.versions.flatMap((version) => promisesOf(version).flatMap(addedInEuro)));
  const keep = (name: string, table: Table): readonly Read[] => {
    ledgers[name] = table.ledger;
    return table.rows;
  };
  const read = (
    name: string,
    key: string | readonly string[],
    wanted: ReadonlySet<string>,
    unique: boolean,
  ): readonly Read[] => {
    const source = newest.sources[name];
    if (!source) throw new Error(`No source ${name}`);
    const zone = walkOf(source.timezone, span);
    const isOfLeads = source === leadsSource || typeof source.lead === 'string' || source.joins !== undefined;
    const around = { inEuro, asOf, ...(isOfLeads ? { merges } : {}) };
    return keep(name, readTable(source, key, wanted, world.files[source.files] ?? [], zone, unique, around));
  };

  let leads: readonly Read[] = [];
  const joined: Record<string, readonly Read[]> = {};
  const activities: Record<string, readonly Read[]> = {};
  const populations: Record<string, readonly Read[]> = {};
  for (const [name, source] of Object.entries(newest.sources)) {
    if (source.joins) {
      const [key = ''] = Object.keys(source.joins);
      if (Object.keys(source.fields).some((field) => field !== key && used.leads.has(field)))
        joined[name] = read(name, key, used.leads, true);
    } else if (source.lead !== undefined || source.belongs_to !== undefined) {
      const wanted = used.activities.get(name);
      if (!wanted) continue;
      const of = source.lead ?? Object.values(source.belongs_to ?? {})[0] ?? '';
      if (typeof of === 'string') {
        activities[name] = read(name, of, wanted, false);
        continue;
      }
      const [[column, by] = ['', []]] = Object.entries(of);
      const rows = read(name, column, wanted, false);
      const table = world.files[leadsSource?.files ?? ''] ?? [];
      activities[name] = leadsSource ? underLeads(rows, [by].flat(), leadsSource, table, merges) : [];
    } else if (name !== 'leads') {
      const wanted = used.populations.get(name);
      if (wanted) populations[name] = read(name, source.key ?? '', wanted, true);
    } else leads = read(name, source.key ?? '', used.leads, true);
  }
  const records = new Map<string, readonly Read[]>();
  for (const measure of used.records) {
    const id = JSON.stringify([measure.records, fieldsOf(measure.with, newest)]);
    if (records.has(id)) continue;
    const { timezone } = newest.sources.leads ?? { timezone: 'UTC' };
    const names = new Set(fieldsOf(measure.with, newest));
    const fields = {
      ...Object.fromEntries([...names].map((name) => [name, { column: name }])),
      [measure.at]: { column: measure.at, type: 'date', format: 'iso' },
    } as const;
    const source = { files: measure.records, timezone, fields };
    const zone = walkOf(timezone, span);
    records.set(
      id,
      keep(
        measure.records,
        readTable(source, measure.at, names, world.files[measure.records] ?? [], zone, false),
      ),
    );
  }
  const whole = leads.map((lead) => ({ ...lead, row: { ...joinedRow(lead, joined), ...lead.row } }));
  const lastOfAll =
    latestOf([whole, ...Object.values(populations), ...Object.values(activities)], used) ??
    latestOf([...records.values()], used);
  const told = presentOf(
    eventsOf(world, { leads: whole, populations }, activities),
    walkOf(newest.timezone, span),
  );
  return {
    leads: whole,
    merges,
    activities,
    ways: (file) =>
      [...records.keys()].filter((id) => (JSON.parse(id) as readonly string[])[0] === file).length,
    populations,
    records: (measure) =>
      records.get(JSON.stringify([measure.records, fieldsOf(measure.with, newest)])) ?? [],
    ledgers,
    latest: told?.at ?? lastOfAll,
    whole: lastOfAll,
    hasStray: told?.hasStray ?? false,
  };
}

/** What was known at an instant: later cells are blank, later activities and, before the latest in the data, later records are not there. */
export function asItWas(data: Data, asOf: number): Data {
  const isLater = (value: Value | undefined): boolean =>
    isMoment(value ?? null) &&
    ((value as Moment).wholeDay ? (value as Moment).first >= asOf : (value as Moment).first > asOf);
  const blank = (read: Read): Read => ({
    ...read,
    row: Object.fromEntries(
      Object.entries(read.row).map(([name, value]) => [
        name,
        isLater(value) ? { ...(value as Moment), later: true } : value,
      ]),
    ),
  });
  const past = (rows: readonly Read[]) => rows.filter(({ row }) => !Object.values(row).some(isLater));
  // When a hold begins and ends is no event.
  const activities = Object.entries(data.activities).map(
    ([name, rows]) => [name, rows.filter(({ row }) => !isLater(row.at))] as const,
  );
  const ledgers = activities.map(([name, rows]) => {
    const read = data.ledgers[name] ?? { read: 0, judged: 0, excluded: {}, rejected: {} };
    const once = (all: readonly Read[]) => all.filter(({ again }) => again !== true).length;
    const gone = once(data.activities[name] ?? []) - once(rows);
    const excluded = { ...read.excluded, ...(gone > 0 ? { 'after as-of': gone } : {}) };
    return [name, { ...read, judged: read.judged - gone, excluded }] as const;
  });
  return {
    ...data,
    leads: data.leads.map(blank),
    populations: Object.fromEntries(
      Object.entries(data.populations).map(([name, rows]) => [name, rows.map(blank)]),
    ),
    activities: Object.fromEntries(activities),
    ledgers: { ...data.ledgers, ...Object.fromEntries(ledgers) },
    records: (measure) => (asOf < (data.whole ?? asOf) ? past(data.records(measure)) : data.records(measure)),
  };
}

function joinedRow(lead: Read, joined: Readonly<Record<string, readonly Read[]>>): Record<string, Value> {
  const row: Record<string, Value> = {};
  for (const rows of Object.values(joined))
    Object.assign(row, rows.find(({ key }) => key === lead.key)?.row ?? {});
  return row;
}

/**
 * Only events count: stages that are reached, activities of known leads in a source that a promise looks at, each once; and, where there
 * is nothing else at all, records, in which a meeting may be planned.
 */
function eventsOf(
  world: World,
  data: Pick<Data, 'leads' | 'populations'>,
  activities: Data['activities'],
): readonly Moment[] {
  const events = new Map<string, readonly Value[]>();
  const touchedIn = (source: string) => {
    const [of] = Object.keys(newestOf(world).sources[source]?.belongs_to ?? {});
    const rows = of === undefined ? data.leads : (data.populations[of] ?? []);
    const keys = new Set(rows.map(({ key }) => key));
    events.set(
      source,
      (activities[source] ?? []).filter(({ key }) => keys.has(key)).map(({ row }) => row.at ?? null),
    );
  };
  for (const agreement of world.versions) {
    for (const { where } of agreement.waivers ?? [])
      for (const { source } of touchesOf(where, agreement)) touchedIn(source);
    for (const promise of promisesOf(agreement)) {
      const { stages, moments, conditions } = namedBy(promise);
      for (const condition of conditions)
        for (const { source } of touchesOf(condition, agreement)) touchedIn(source);
      const population = populationOf(promise, agreement);
      const leads = population === null ? data.leads : (data.populations[population] ?? []);
      for (const name of stages) {
        const stage = agreement.stages[name];
        const profile = JSON.stringify(stage?.when ?? '').includes('"profile"')
          ? agreement.profile
          : undefined;
        const rows = leads.filter(({ row }) => holds(stage?.when, row, agreement));
        const id = JSON.stringify([stage?.at, stage?.when ?? null, profile ?? null]);
        events.set(
          id,
          rows.map(({ row }) => row[stage?.at ?? ''] ?? null),
        );
      }
      for (const field of moments)
        events.set(
          JSON.stringify([field, null, null]),
          leads.map(({ row }) => row[field] ?? null),
        );
      for (const [source] of activitiesOf(promise, agreement)) touchedIn(source);
    }
  }
  return [...events.values()].flat().filter((value) => isMoment(value));
}

function latestOf(tables: readonly (readonly Read[])[], used: Used): number | null {
  const instants = tables.flatMap((rows) =>
    rows.flatMap(({ row }) =>
      Object.entries(row).flatMap(([name, value]) =>
        isMoment(value) && used.times.has(name) ? [value.last] : [],
      ),
    ),
  );
  return instants.length === 0 ? null : Math.max(...instants);
}

const isMoment = (value: Value): value is Moment => typeof value === 'object' && value !== null;

interface Used {
  readonly leads: ReadonlySet<string>;
  readonly activities: ReadonlyMap<string, ReadonlySet<string>>;
  readonly populations: ReadonlyMap<string, ReadonlySet<string>>;
  readonly records: readonly RawOccurrence[];
  /** Fields that are read as moments. */
  readonly times: ReadonlySet<string>;
}

/** What the promises of all versions name. */
function usedFields(world: World): Used {
  const ofLeads = new Set<string>(['owner', ...world.by]);
  const populations = new Map<string, Set<string>>();
  const times = new Set<string>();
  const activities = new Map<string, Set<string>>();
  const records: RawOccurrence[] = [];
  const look = (
    condition: RawCondition | undefined,
    agreement: RawAgreement,
    leads: Set<string> = ofLeads,
  ): void => {
    for (const { source, where, before } of touchesOf(condition, agreement)) {
      times.add('at');
      activities.set(
        source,
        new Set([...(activities.get(source) ?? []), ...fieldsOf(where, agreement), 'at']),
      );
      const stage = agreement.stages[before ?? ''];
      if (stage) for (const field of [stage.at, ...fieldsOf(stage.when, agreement)]) leads.add(field);
      if (stage) times.add(stage.at);
    }
  };
  for (const agreement of world.versions) {
    for (const { where } of agreement.waivers ?? []) {
      for (const field of fieldsOf(where, agreement)) ofLeads.add(field);
      look(where, agreement);
    }
    for (const promise of promisesOf(agreement)) {
      const { stages, conditions, fields, moments } = namedBy(promise);
      const population = populationOf(promise, agreement);
      const leads =
        population === null ? ofLeads : (populations.get(population) ?? new Set<string>(world.by));
      if (population !== null) populations.set(population, leads);
      for (const stage of stages) {
        const at = agreement.stages[stage]?.at ?? '';
        leads.add(at);
        times.add(at);
        for (const field of fieldsOf(agreement.stages[stage]?.when, agreement)) leads.add(field);
      }
      for (const condition of conditions) {
        for (const field of fieldsOf(condition, agreement)) leads.add(field);
        look(condition, agreement, leads);
      }
      for (const field of fields) leads.add(field);
      for (const field of moments) {
        leads.add(field);
        times.add(field);
      }
      const pause = (promise.response ?? promise.attempts)?.pause;
      const ofPause = pause ? [pause.from, pause.to, ...fieldsOf(pause.where, agreement)] : [];
      if (pause?.source === undefined) for (const field of ofPause) leads.add(field);
      else activities.set(pause.source, new Set([...(activities.get(pause.source) ?? []), ...ofPause]));
      for (const [source, wanted] of activitiesOf(promise, agreement)) {
        times.add('at');
        activities.set(source, new Set([...(activities.get(source) ?? []), ...wanted, 'at']));
      }
      if (promise.occurrence) {
        records.push(promise.occurrence);
        times.add(promise.occurrence.at);
      }
    }
  }
  return { leads: ofLeads, activities, populations, records, times };
}

function namedBy(promise: RawPromise) {
  const { count, sum, share, response, attempts, occurrence, steps, where, segments } = promise;
  const stages = [
    count?.stage,
    sum?.stage,
    share?.of.stage,
    share?.reaches,
    response?.from,
    typeof response?.to === 'string' ? response.to : undefined,
    response?.split_at,
    attempts?.from,
    attempts?.until,
  ].filter((stage) => stage !== undefined);
  const conditions = [
    // The records of an occurrence have no lead that a scope could be asked of.
    ...(occurrence ? [] : [where]),
    count?.where,
    sum?.where,
    share?.of.where,
    share?.with,
    steps?.where,
    ...(segments ?? []).map((segment) => segment.where),
  ];
  const counter = attempts?.touches === undefined ? attempts?.counter : undefined;
  return {
    stages,
    conditions,
    fields: [count?.distinct, sum?.field, weightOf(promise), response?.by, steps?.by, counter?.count].filter(
      (field) => field != null,
    ),
    moments: [counter?.last, steps?.done].filter((field) => field !== undefined),
  };
}

function activitiesOf(
  { response, attempts }: RawPromise,
  agreement: RawAgreement,
): readonly (readonly [string, readonly string[]])[] {
  return [
    ...(response && typeof response.to === 'object'
      ? [[response.to.earliest, fieldsOf(response.to.where, agreement)] as const]
      : []),
    ...(attempts && !attempts.counter
      ? [[attempts.source ?? 'activities', fieldsOf(attempts.touches, agreement)] as const]
      : []),
  ];
}
