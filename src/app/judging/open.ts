import { zoneTable } from '../../calendar/zone.ts';
import { openDuckDb } from '../../engine/duckdb.ts';
import type { Engine } from '../../engine/engine.ts';
import { t } from '../../messages/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { CasePlan, JudgeContext } from '../../model/judge.ts';
import type { ZoneTable } from '../../model/reading.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import type { Micros } from '../../model/time.ts';
import { handedOverBy } from '../../plan/facts.ts';
import { lower } from '../../plan/lower.ts';
import { latestEvent } from './as-of.ts';
import { type CalendarsInUse, loadCalendars, termsOf } from './calendar-tables.ts';
import { confined } from '../agreements/paths-named.ts';
import { rejectFindings } from '../exports/findings.ts';
import type { Family, Sourced } from '../agreements/load.ts';
import { type Force, forcesFor, noSuchVersion } from '../agreements/in-force.ts';
import { type GroupField, groupFields } from './groups.ts';
import { parseInstant } from './instants.ts';
import { type RunTables, runTables, unmappedFields } from '../exports/tables.ts';
import { waiversOf } from './waivers.ts';
import { readWorld, type World } from '../exports/read-all.ts';

/** One promise under one version, as a plan of cases. */
export interface Planned {
  readonly force: Force;
  readonly promise: PromiseDef;
  readonly plan: CasePlan;
}

/** Everything read and compiled for one agreement: ask it for results or for cases. */
export interface Court {
  readonly family: Family;
  readonly newest: Sourced;
  readonly planned: readonly Planned[];
  readonly tables: RunTables;
  readonly world: World;
  readonly calendars: CalendarsInUse;
  readonly by: readonly GroupField[];
  readonly owner: string | null;
  readonly zone: ZoneTable;
  readonly asIf: string | null;
  readonly asOf: Micros;
  readonly asOfFrom: 'flag' | 'data';
  readonly notes: readonly string[];
  readonly engine: Engine;
  /** By statement: the table that `holdActivities` has made of its rows. */
  readonly held: Map<string, string>;
}

/** `world` is what was read, also where it can't be judged; null where nothing was. */
export type Opened = {
  readonly court: Court | null;
  readonly world: World | null;
  readonly findings: readonly Diagnostic[];
};

/**
 * Reads the exports of an agreement and makes its promises ready to be judged. The caller closes the engine. `ask` may
 * ask the tables for more columns before they are read.
 */
export async function openCourt(
  family: Family,
  request: JudgeRequest,
  engine: Engine,
  io: Io,
  ask: (tables: RunTables, planned: readonly Planned[]) => void = () => {},
): Promise<Opened> {
  const newest = family.versions.at(-1);
  if (!newest) throw new Error('A family has versions');
  const findings: Diagnostic[] = [...(await confined(newest, request, io))];
  const asOfFlag =
    request.asOf === null ? null : parseInstant(request.asOf, newest.agreement.timezone, 'end');
  if (asOfFlag && !asOfFlag.ok) findings.push(wrongAsOf(asOfFlag.message, asOfFlag.help));
  const tables = runTables(newest);
  const groups = groupFields(request, newest, tables);
  findings.push(...groups.findings);
  if (findings.length > 0) return { court: null, world: null, findings };

  const forces = forcesFor(family, request.asIf ?? null);
  if (forces === null)
    return { court: null, world: null, findings: [noSuchVersion(family, request.asIf ?? '')] };
  const planned = forces.flatMap((force) =>
    promisesOf(force.sourced).map((promise) => ({
      force,
      promise,
      plan: lower(promise, force.sourced.agreement, tables),
    })),
  );
  ask(tables, planned);
  const unmapped = unmappedFields(tables, newest);
  if (unmapped.length > 0) return { court: null, world: null, findings: unmapped };
  const owner = 'owner' in tables.leads.source.fields ? tables.leads.text('owner') : null;
  const world = await readWorld(tables, newest, request, engine, io);
  if (world.findings.some(({ fatal }) => fatal))
    return { court: null, world, findings: [...world.findings, ...(await rejectFindings(world))] };
  const plans = planned.map(({ plan }) => plan);
  const asOf = asOfFlag?.ok
    ? asOfFlag.at
    : ((await latestEvent(plans, tables.leads.table, world.ends, engine)) ?? world.latest);
  if (asOf === null) return { court: null, world, findings: [...world.findings, noInstant(newest)] };

  const span = { from: Math.min(world.earliest ?? asOf, asOf), to: Math.max(world.latest ?? asOf, asOf) };
  const calendars = await loadCalendars(
    planned.map(({ force, plan }) => ({
      ...{ sourced: force.sourced, plan },
      starts: [force.span, ...force.orphans],
    })),
    Object.keys(newest.agreement.calendars)
      .slice(0, 1)
      .map((calendar) => ({ sourced: newest, calendar })),
    span,
    asOf,
    engine,
    io,
    request.allowOutside,
  );
  if (calendars.findings.length > 0)
    return { court: null, world, findings: [...world.findings, ...calendars.findings] };
  return {
    world,
    findings: world.findings,
    court: {
      family,
      newest,
      planned,
      tables,
      world,
      calendars,
      by: groups.fields,
      owner,
      zone: zoneTable(newest.agreement.timezone, span.from - YEAR, span.to + YEAR),
      asIf: request.asIf ?? null,
      asOf,
      asOfFrom: asOfFlag?.ok ? 'flag' : 'data',
      notes: calendars.notes,
      engine,
      held: new Map(),
    },
  };
}

const YEAR = 366 * 86_400_000_000;

/** What the SQL of one promise needs to know. `boundaries` are the beginnings of the periods and the end of the last. */
export function contextOf(
  court: Court,
  { force, promise, plan }: Planned,
  boundaries: readonly Micros[],
): JudgeContext {
  const calendars = Object.fromEntries(
    termsOf(plan).flatMap(({ calendar }) => {
      const inUse = calendar === null ? undefined : court.calendars.of(force.sourced, calendar);
      return calendar === null || !inUse ? [] : [[calendar, inUse.loaded] as const];
    }),
  );
  return {
    leads: court.tables.leads.table,
    handOvers: handedOverBy(court.tables.leads.source) !== null,
    asOf: court.asOf,
    zone: court.zone,
    inForce: force.span,
    orphans: force.orphans,
    boundaries,
    bookBy: promise.bookBy,
    atRisk: promise.atRisk,
    by: court.by.map(({ column }) => column),
    waivers: waiversOf(promise, force.sourced.agreement, court.asOf),
    calendars,
    dateOnly: court.world.dateOnly,
    exact: court.world.exact,
    owner: court.owner,
    held: court.held,
  };
}

const promisesOf = ({ agreement }: Sourced): readonly PromiseDef[] => [
  ...agreement.objectives,
  ...agreement.commitments,
];

/** An engine for one run; nothing of it outlives `work`. */
export async function withEngine<T>(
  io: Io,
  work: (engine: Engine) => Promise<T>,
  opened?: Promise<Engine>,
): Promise<T> {
  const engine = await (opened ?? openDuckDb(io));
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** Runs `work` with an engine that is opened beside it; `take` gives it away once, and then it is the taker's to close. */
export async function withEngineAhead<T>(
  io: Io,
  work: (take: () => Promise<Engine> | undefined) => Promise<T>,
): Promise<T> {
  let ahead: Promise<Engine> | undefined = openDuckDb(io);
  // What goes wrong is told to who takes it.
  ahead.catch(() => {});
  try {
    return await work(() => {
      const taken = ahead;
      ahead = undefined;
      return taken;
    });
  } finally {
    await ahead?.then(
      (engine) => engine.close(),
      () => {},
    );
  }
}

const wrongAsOf = (message: string, help: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: `--as-of: ${message}`,
  help,
  fatal: true,
});

const noInstant = ({ agreement, place }: Sourced): Diagnostic => ({
  rule: 'no-instant',
  severity: 'error',
  message: t`The exports of "${agreement.id}" hold no date at all, so there is nothing to judge`,
  help: t`check that the export has rows and that the mapped date columns are filled; --as-of judges an empty export`,
  place: place(['sources'], 'key'),
  fatal: true,
});

/** The agreement's title; it says so where other terms than those in force judge. */
export const titleOf = ({ newest, asIf }: Court): string =>
  asIf === null
    ? newest.agreement.title
    : t`${newest.agreement.title}, as if version ${asIf} had always been in force`;

/** The names of a plan's segments by number; null for the commitment's own terms. */
export const termsNames = (plan: CasePlan): readonly (string | null)[] =>
  termsOf(plan).map(({ segment }) => segment);
