import { formatDay } from '../../calendar/day.ts';
import { t } from '../../messages/index.ts';
import { nearest } from '../../messages/nearest.ts';
import type { Agreement, SourceDef } from '../../model/agreement.ts';
import type { Finding, YamlPath } from '../../model/diagnostic.ts';
import { MONTH_NAMES } from '../../model/month-names.ts';
import { isWhole } from '../../model/promises.ts';
import { calendars } from './calendars.ts';
import { closing } from './closing.ts';
import { condition } from './condition.ts';
import type { ConditionContext, PatternUse } from './condition-context.ts';
import { type DisputeRaw, disputes } from './disputes.ts';
import { checkExcuses } from './excuses.ts';
import { experiments, type TriedRaw } from './experiments.ts';
import { funnel } from './funnel.ts';
import { day, duration, zone } from './parts.ts';
import { checkPatterns } from './patterns.ts';
import { shown, teams } from './people.ts';
import { plan } from './plan.ts';
import { populationScopes } from './population.ts';
import { byPriority, priorities } from './priorities.ts';
import type { PromiseContext } from './promise-context.ts';
import { promises } from './promises.ts';
import { approvals, decidedBy, waivers } from './record.ts';
import type { Raw, Report } from './report.ts';
import { checkId, isMap, list, map, reportTo, text } from './report.ts';
import { leadScope } from './scope.ts';
import { LAW, settings } from './settings.ts';
import { sources } from './sources.ts';
import { profile, stages, stagesWithoutTouches } from './stages.ts';
import { touched } from './touched.ts';
import { views } from './views.ts';

export interface DecodeInput {
  /** Absolute path. */
  readonly file: string;
  /** What the YAML holds, without the values that the schema refuses. */
  readonly root: Raw;
  /**
   * All names as written: what was refused is still declared, so that nothing is called unknown because of
   * it.
   */
  readonly names: Raw;
  readonly written: (path: YamlPath) => string | null;
  readonly ruleIds: readonly string[];
  /** The files of experiments that it names. */
  readonly tried: readonly TriedRaw[];
  /** The entries of the files of disputes that it names. */
  readonly raised: readonly DisputeRaw[];
}

/**
 * The agreement, as far as it could be decoded; it is sound only where nothing was reported. Long because it
 * names each section once, in the order in which one rests on another.
 */
export async function decode(
  input: DecodeInput,
): Promise<{ readonly agreement: Agreement; readonly findings: readonly Finding[] }> {
  const { root, names } = input;
  const findings: Finding[] = [];
  const report = reportTo(findings);
  const patterns: PatternUse[] = [];
  const context: ConditionContext = { report, patterns, hasProfile: 'profile' in names };

  const id = text(root, 'id');
  if (id !== null) checkId(id, ['id'], report, 'value');
  const timezone = zone(root.timezone, ['timezone'], report);
  const decodedTeams = teams(root, report);
  const decodedCalendars = calendars(root, report);
  const decodedSources = sources(root, names, context);
  const scope = leadScope(names, decodedSources, report);
  const populations = populationScopes(names, decodedSources);
  const decodedStages = stages(root, scope, populations, context);

  const around: PromiseContext = {
    ...context,
    root: names,
    scope,
    stageNames: namesIn(names, 'stages'),
    populations,
    stagePopulations: Object.fromEntries(
      Object.values(decodedStages).map(({ id: stage, population }) => [stage, population ?? null]),
    ),
    stageTitles: Object.fromEntries(Object.values(decodedStages).map((stage) => [stage.id, stage.title])),
    calendarNames: Object.keys(map(names, 'calendars')),
    sources: decodedSources,
    activityRows: activityRows(names, decodedSources),
    teamNames: namesIn(names, 'teams'),
    promiseNames: promiseIds(names),
    defaults: settings(map(root, 'judging'), ['judging'], LAW, report),
    yearStarts: monthOf(text(root, 'year_starts')),
    ids: new Map(),
    touched: (raw, path) => touched(raw, path, around),
  };
  const decodedProfile = profile(root, scope, { ...context, touched: around.touched ?? null });
  stagesWithoutTouches(decodedStages, decodedProfile, report);
  const objectives = promises(root, 'objectives', around);
  const ranked = priorities(root, objectives, report);
  const commitments = promises(root, 'commitments', around);
  checkExcuses(commitments, report);
  const isAbsent = (key: string): boolean =>
    !(key in root) || (Array.isArray(root[key]) && root[key].length === 0);
  if (isAbsent('objectives') && isAbsent('commitments'))
    report('missing-key', [], {
      message: t`Nothing is promised: there are neither commitments nor objectives`,
      help: t`add commitments:, what one team owes the other, or objectives:, what both share`,
      on: 'key',
    });
  const record = {
    report,
    teamNames: around.teamNames,
    commitmentNames: around.promiseNames,
    written: input.written,
  };
  const order = funnel(root, around);
  const agreement: Agreement = {
    file: input.file,
    id: id ?? '',
    title: text(root, 'title') ?? id ?? '',
    version: text(root, 'version') ?? '',
    why: text(root, 'why'),
    decidedBy: decidedBy(root, record),
    status: (text(root, 'status') as Agreement['status'] | null) ?? 'active',
    effective: effective(root, report),
    review: review(root, report),
    timezone: timezone ?? 'UTC',
    yearStarts: around.yearStarts,
    language: root.language === 'fr' ? 'fr' : 'en',
    teams: decodedTeams,
    sponsor: text(root, 'sponsor'),
    calendars: decodedCalendars,
    sources: decodedSources,
    stages: decodedStages,
    funnel: order,
    profile: decodedProfile,
    objectives: byPriority(objectives, ranked),
    ...(ranked.length === 0 ? {} : { priorities: ranked }),
    commitments,
    closing: closing(root, around),
    ...plan(
      root,
      objectives.filter(isWhole).map(({ id: name }) => name),
      order,
      around,
    ),
    ...experiments(root, input.tried, { objectives, funnel: order }, around),
    ...disputes(root, input.raised, { promises: [...objectives, ...commitments], record }, around),
    ...views(root, names, decodedSources, record),
    waivers: waivers(root, record, (raw, path) => condition(raw, scope, path, around)),
    approvals: approvals(root, record),
    lint: lint(root, input.ruleIds, report),
  };
  await checkPatterns(patterns, report);
  return { agreement, findings };
}

/** January where nothing is said, and for what the schema has refused. */
const monthOf = (name: string | null): number =>
  Math.max(
    0,
    MONTH_NAMES.findIndex(([, long]) => long === name),
  ) + 1;

function effective(root: Raw, report: Report): Agreement['effective'] {
  const raw = map(root, 'effective');
  const from = day(raw.from, ['effective', 'from'], report);
  const to = day(raw.to, ['effective', 'to'], report);
  if (from !== null && to !== null && from > to) {
    report('effective-order', ['effective', 'to'], {
      message: t`The agreement ends on ${formatDay(to)}, before it begins on ${formatDay(from)}`,
      help: t`write a date from ${formatDay(from)} on`,
    });
  }
  return { from, to };
}

function review(root: Raw, report: Report): Agreement['review'] {
  if (!isMap(root.review)) return null;
  const every = duration(root.review.every, ['review', 'every'], report);
  const last = day(root.review.last, ['review', 'last'], report);
  if (every !== null && (every.unit === 'business-time' || every.unit === 'business-days')) {
    report('wrong-duration', ['review', 'every'], {
      message: t`"${every.text}" is business time, and a review has no calendar`,
      help: t`write calendar days: "90 calendar days"`,
    });
  }
  return { every, last };
}

/** Null where a section that every agreement has is missing or no map. */
function namesIn(names: Raw, section: string): readonly string[] | null {
  return isMap(names[section]) ? Object.keys(names[section]) : null;
}

/** By source of activities, that of the rows which they are about; null for the leads. */
function activityRows(
  names: Raw,
  decoded: Readonly<Record<string, SourceDef>>,
): Readonly<Record<string, string | null>> {
  const rows = Object.entries(map(names, 'sources')).flatMap(([name, raw]) => {
    const source = decoded[name];
    if (source?.kind === 'activities') return [[name, source.of ?? null] as const];
    if (!isMap(raw)) return [];
    const [of] = Object.keys(map(raw, 'belongs_to'));
    return 'lead' in raw ? [[name, null] as const] : of === undefined ? [] : [[name, of] as const];
  });
  return Object.fromEntries(rows);
}

/** A waiver may excuse from a commitment or from an objective, and a commitment be excused by one. */
function promiseIds(names: Raw): readonly string[] {
  const idOf = (raw: unknown): readonly string[] => {
    const id = isMap(raw) ? raw.id : null;
    return typeof id === 'string' ? [id] : [];
  };
  return [...list(names, 'commitments'), ...list(names, 'objectives')].flatMap((raw) => [
    ...idOf(raw),
    ...(isMap(raw) ? list(raw, 'parts').flatMap(idOf) : []),
  ]);
}

function lint(root: Raw, ruleIds: readonly string[], report: Report): Agreement['lint'] {
  const decoded: Record<string, 'error' | 'warning' | 'info' | 'off'> = {};
  for (const [rule, severity] of Object.entries(map(root, 'lint'))) {
    if (!ruleIds.includes(rule)) {
      const near = nearest(rule, ruleIds);
      const list = t`the rules are ${shown(ruleIds)}`;
      const help = near === null ? list : t`did you mean "${near}"? ${list}`;
      report('unknown-rule', ['lint', rule], {
        message: t`There is no lint rule "${rule}"`,
        help,
        on: 'key',
      });
      continue;
    }
    if (severity === 'error' || severity === 'warning' || severity === 'info' || severity === 'off')
      decoded[rule] = severity;
  }
  return decoded;
}
