import { zoneTable } from '../../calendar/zone.ts';
import type { Engine } from '../../engine/engine.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { Span } from '../../model/judge.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import { MICROS_PER_DAY, type Micros } from '../../model/time.ts';
import { touchesIn } from '../../plan/late.ts';
import { casesIn } from '../../plan/lower.ts';
import { nameOf } from '../../report/names.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import type { Family, Sourced } from '../agreements/family.ts';
import { wordFindings } from '../exports/agreed-words.ts';
import { asTheyWere } from '../exports/as-they-were.ts';
import { rejectFindings } from '../exports/findings.ts';
import { survivorsOf } from '../exports/merged.ts';
import type { ReadExports } from '../exports/read-all.ts';
import { readExports } from '../exports/read-exports.ts';
import { latestEvent, type Present } from './as-of.ts';
import { type CalendarsInUse, loadCalendars } from './calendar-tables.ts';
import { excuseCases } from './excuses.ts';
import { holdsCases } from './held-cases.ts';
import { chargeOwners } from './owners.ts';
import { type AlsoMeasure, type AskFor, PROMISES_ALONE, planRun, type RunPlan } from './plan-run.ts';
import type { Opened, Run } from './run.ts';
import { beyondTheData } from './span.ts';
import { strayFindings } from './stray-finding.ts';
import { settleTouched } from './touched.ts';

/** The latest instant of an agreement that is looked up in calendars beside those of its exports. */
export type LookedUp = (family: Family, io: Io) => Promise<Micros>;

/** What a run is opened with. */
export interface ToOpen {
  readonly family: Family;
  readonly request: JudgeRequest;
  readonly engine: Engine;
  readonly io: Io;
  readonly ask?: AskFor;
  readonly measure?: AlsoMeasure;
  readonly lookedUp?: LookedUp;
  /** Whether rows of a server may be judged there, where that can be. */
  readonly mayStay?: boolean;
}

/**
 * Makes the promises of an agreement ready to be judged, in three steps: they are planned, the exports are
 * read, the calendars are loaded. What is found on the way ends it there. The caller closes the engine.
 */
export async function openRun(toOpen: ToOpen): Promise<Opened> {
  const { family, request, engine: home, io, lookedUp = async () => -Infinity } = toOpen;
  const plan = await planRun(family, request, { ...PROMISES_ALONE, ...toOpen }, io);
  if ('findings' in plan) return { run: null, exports: null, findings: plan.findings };
  const { newest, planned, tables, by, owner, owners } = plan;

  const whole = await readExports({
    ...{ tables, sourced: newest, versions: family.versions, selection: request, engine: home, io },
    // Cells that are rejected are rows that come.
    ...(toOpen.mayStay && request.rejects === null
      ? { whyHere: (dialect: JudgingDialect) => whyHere(planned, dialect) }
      : {}),
    asOf: plan.asOf,
  });
  const { engine = home } = whole;
  const isRead = !whole.findings.some(({ fatal }) => fatal);
  const exports = plan.asOf === null || !isRead ? whole : await asTheyWere(whole, tables, plan.asOf, engine);
  if (exports.findings.some(({ fatal }) => fatal))
    return { run: null, exports, findings: [...exports.findings, ...(await rejectFindings(exports))] };
  const present = await presentOf(plan, exports, engine);
  if (present === null) return { run: null, exports, findings: [...exports.findings, noInstant(newest)] };

  const { earliest, latest } = exports;
  for (const facts of tables.cases()) await settleTouched(facts, present.at, exports, engine);
  const { at: asOf, stray, grounds } = present;
  const span = { from: Math.min(earliest ?? asOf, asOf), to: Math.max(latest ?? asOf, asOf) };
  const ahead = Math.max(asOf, await lookedUp(family, io));
  const calendars = await calendarsOf(plan, { ...span, ahead }, asOf, { ...toOpen, engine });
  if (calendars.findings.length > 0)
    return { run: null, exports, findings: [...exports.findings, ...calendars.findings] };
  const warnings = [
    ...(await strayFindings({ stray, newest, exports, tables, asOf })),
    ...(await wordFindings({ newest, tables, exports, engine })),
  ];
  const run: Run = {
    ...{ family, newest, planned, tables, exports, calendars, by, owner, owners, engine },
    ...{ asOf, stray, grounds, warnings },
    survivors: await survivorsOf(waivedLeads(family), tables.leads.source, engine),
    zone: zoneTable(newest.agreement.timezone, span.from - YEAR, span.to + YEAR),
    yearStarts: newest.agreement.yearStarts,
    asIf: request.asIf ?? null,
    folding: (request.view ?? null) === null ? 'none' : 'in-each-period',
    asOfFrom: plan.asOf === null ? 'data' : 'flag',
    notes: calendars.notes,
    ...{ activityTables: new Map(), owned: new Map(), excused: new Map() },
    ...{ heldCases: holdsCases(exports, engine) ? new Map() : null },
  };
  const beyond = beyondTheData({ ...run, earliest }, request);
  if (beyond !== null) return { run: null, exports, findings: [...exports.findings, beyond] };
  await chargeOwners(run);
  await excuseCases(run);
  return { exports, findings: [...exports.findings, ...warnings], run };
}

/** Why promises are judged here and not on a server. */
function whyHere(planned: RunPlan['planned'], { name, lacks }: JudgingDialect): string | null {
  const apart = planned.find(({ plan }) => plan.shape === 'attempts' && plan.minGap !== null);
  return apart !== undefined && lacks.has('count-apart')
    ? t`"${nameOf(apart.promise)}" counts touches that are a minimum gap apart, which ${name} can not count exactly`
    : null;
}

/** Those that waivers name, and those that are disputed. */
const waivedLeads = ({ versions }: Family): readonly string[] =>
  versions.flatMap(({ agreement }) => [
    ...agreement.waivers.flatMap(({ leads }) => leads),
    ...(agreement.disputes?.raised ?? []).map(({ lead }) => lead),
  ]);

const YEAR = 366 * MICROS_PER_DAY;

/** The instant that was asked for, else the latest in the data; null where they hold none. */
async function presentOf(plan: RunPlan, exports: ReadExports, engine: Engine): Promise<Present | null> {
  if (plan.asOf !== null) return { at: plan.asOf, stray: null, grounds: null };
  const { planned, tables, newest } = plan;
  const { timezone } = newest.agreement;
  const touches = tables
    .cases()
    .flatMap(({ late, table }) => touchesIn(late()).map(({ rows }) => ({ rows, about: table })));
  const of = { leads: tables.leads.table, touches, arrival: arrivalOf(plan), timezone, exports };
  const plans = planned.map(({ plan, promise }) => ({ plan, rows: casesIn(tables, promise).table }));
  const present = await latestEvent({ ...of, plans }, engine);
  return present ?? (exports.latest === null ? null : { at: exports.latest, stray: null, grounds: null });
}

/** The column of the first stage, in the order of the agreement, at whose date a promise looks. */
function arrivalOf({ newest, tables }: RunPlan): string | null {
  const columns = tables.leads.columns().filter((column) => column.kind === 'time');
  const stages = Object.values(newest.agreement.stages);
  return stages.flatMap(({ at }) => columns.find(({ field }) => field === at)?.name ?? [])[0] ?? null;
}

/** The calendars that the promises name, and the first of the newest version, by which a period is paced. */
function calendarsOf(
  { newest, planned, measured }: RunPlan,
  { ahead, ...span }: Span & { readonly ahead: Micros },
  asOf: Micros,
  { request, engine, io }: ToOpen,
): Promise<CalendarsInUse> {
  return loadCalendars({
    plans: [...planned, ...measured].map(({ inForce, plan }) => ({
      ...{ sourced: inForce.sourced, plan },
      starts: [inForce.span, ...inForce.orphans],
    })),
    extra: Object.keys(newest.agreement.calendars)
      .slice(0, 1)
      .map((calendar) => ({ sourced: newest, calendar })),
    ...{ span, ahead, asOf, engine, io },
    allowOutside: request.allowOutside,
  });
}

const noInstant = ({ agreement, place }: Sourced): Diagnostic => ({
  rule: 'no-instant',
  severity: 'error',
  message: t`The exports of "${agreement.id}" hold no date at all, so there is nothing to judge`,
  help: t`check that the export has rows and that the mapped date columns are filled; --as-of judges an empty export`,
  place: place(['sources'], 'key'),
  fatal: true,
});
