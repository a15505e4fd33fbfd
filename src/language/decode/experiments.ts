import { formatDay } from '../../calendar/day.ts';
import { kindOf } from '../../kinds/index.ts';
import { isOfLeads } from '../../kinds/scope.ts';
import { t } from '../../messages/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type {
  Amount,
  Envelope,
  Experiment,
  ExperimentTerms,
  Feedback,
  Outcome,
} from '../../model/experiment.ts';
import type { PeriodUnit } from '../../model/time.ts';
import { condition } from './condition.ts';
import { filesOf } from './files.ts';
import { calendar, isBusinessTime } from './measure.ts';
import { day, duration, percentage } from './parts.ts';
import { oneOf } from './people.ts';
import type { PromiseContext } from './promise-context.ts';
import { promise } from './promises.ts';
import { checkId, isMap, list, map, type Raw, type Report, text } from './report.ts';

/** A file of an experiment as it was read, without what the schema refuses. */
export interface TriedRaw {
  /** As shown to the reader. */
  readonly file: string;
  readonly root: Raw;
}

/** What an agreement has that experiments name. */
export interface ForExperiments {
  readonly objectives: readonly PromiseDef[];
  readonly funnel: readonly string[];
}

/** What may be tried, and what was. A path of an experiment begins with `experiments` and its index. */
export function experiments(
  root: Raw,
  tried: readonly TriedRaw[],
  own: ForExperiments,
  around: PromiseContext,
): { readonly experiments?: ExperimentTerms } {
  const raw = root.experiments;
  if (!isMap(raw)) return {};
  const { report } = around;
  const lessonWithin = duration(raw.lesson_within, ['experiments', 'lesson_within'], report);
  const path = ['experiments', 'calendar'];
  if (raw.calendar !== undefined && (lessonWithin === null || !isBusinessTime(lessonWithin)))
    report('unused-key', path, {
      message: t`The calendar counts nothing here: "lesson_within" is no business time`,
      help: t`remove it, or write for example "lesson_within: 10 business days"`,
      on: 'key',
    });
  const budget = envelope(raw.budget, report);
  const decoded = tried.flatMap(
    (each, i) => experiment(each, i, { ...own, unit: budget?.unit ?? null }, around) ?? [],
  );
  const terms: ExperimentTerms = {
    files: filesOf(raw),
    budget,
    lessonWithin,
    calendar: calendar(raw.calendar, path, { limit: lessonWithin, key: 'lesson_within' }, around),
    tried: [...decoded].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1)),
  };
  return { experiments: terms };
}

function envelope(raw: unknown, report: Report): Envelope | null {
  if (!isMap(raw)) return null;
  const path = ['experiments', 'budget'];
  const limit = text(raw, 'limit');
  const reserve = percentage(raw.reserve, [...path, 'reserve'], report);
  if (limit === null) return null;
  const found = /^\s*(\d+(?:\.\d+)?)\s+([^\d\s]\S{0,19})\s+per\s+(month|quarter|year)\s*$/.exec(limit);
  if (!found)
    return report('wrong-form', [...path, 'limit'], {
      message: t`"${limit}" is no amount per period`,
      help: t`write for example 12000 EUR per quarter: a number without separators, its unit, per month, quarter or year`,
    });
  const [, value, unit = '', per] = found;
  return {
    limit: Number(value),
    unit,
    per: per as PeriodUnit,
    reserve: reserve ?? 0,
  };
}

interface Around extends ForExperiments {
  /** That of the envelope; null where there is none. */
  readonly unit: string | null;
}

/** Null where something of it was reported. */
function experiment(
  { file, root }: TriedRaw,
  index: number,
  own: Around,
  agreement: PromiseContext,
): Experiment | null {
  const path: YamlPath = ['experiments', index];
  const around: PromiseContext = {
    ...agreement,
    ids: new Map(),
    isWhole: true,
  };
  const { report, teamNames: names } = around;
  const team = (raw: unknown, ...at: readonly (string | number)[]): string | null =>
    oneOf({
      raw,
      what: 'team',
      names,
      titles: {},
      path: [...path, ...at],
      report,
    });
  const id = text(root, 'id');
  if (id !== null && !checkId(id, [...path, 'id'], report, 'value')) return null;
  const leads = condition(root.leads, around.scope, [...path, 'leads'], around);
  const [from, to] = [day(root.from, [...path, 'from'], report), day(root.to, [...path, 'to'], report)];
  if (from !== null && to !== null && from > to)
    report('effective-order', [...path, 'to'], {
      message: t`The experiment ends on ${formatDay(to)}, before it begins on ${formatDay(from)}`,
      help: t`write a date from ${formatDay(from)} on`,
    });
  const by = team(root.by, 'by');
  if (id === null || leads === null || from === null || to === null || by === null) return null;
  const money = (key: 'limit' | 'spent'): Amount | null =>
    amount(text(map(root, 'budget'), key), own.unit, [...path, 'budget', key], report);
  return {
    ...{
      file,
      id,
      asks: text(root, 'asks') ?? '',
      by,
      channel: text(root, 'channel'),
    },
    persona: condition(root.persona, around.scope, [...path, 'persona'], around),
    serves: served(root.serves, own, [...path, 'serves'], report),
    leads,
    budget: { limit: money('limit'), spent: money('spent') },
    ...{ from, to },
    kpis: kpisOf(root, path, leads, around),
    ...broughtOf(own, leads, path, around),
    feedbackFrom: list(root, 'feedback_from').flatMap((name, i) => team(name, 'feedback_from', i) ?? []),
    feedback: feedbackOf(root, team, path, report),
    outcome: (text(root, 'outcome') as Outcome | null) ?? 'planned',
    lesson: text(root, 'lesson'),
    repeats: text(root, 'repeats'),
    changed: text(root, 'changed'),
    path,
  };
}

function served(raw: unknown, { objectives }: Around, path: YamlPath, report: Report): string | null {
  const names = objectives.map(({ id }) => id);
  const titles = Object.fromEntries(objectives.map(({ id, title }) => [id, title]));
  return oneOf({ raw, what: 'commitment', names, titles, path, report });
}

function feedbackOf(
  root: Raw,
  team: (raw: unknown, ...at: readonly (string | number)[]) => string | null,
  path: YamlPath,
  report: Report,
): readonly Feedback[] {
  return Object.entries(map(root, 'feedback')).flatMap(([name, raw]) => {
    const given = isMap(raw) ? raw : {};
    const on = day(given.on, [...path, 'feedback', name, 'on'], report);
    const known = team(name, 'feedback', name);
    return on === null || known === null ? [] : [{ team: known, on, says: text(given, 'says') }];
  });
}

/** In the unit of the envelope, so that all of them add up. */
function amount(raw: string | null, unit: string | null, path: YamlPath, report: Report): Amount | null {
  if (raw === null) return null;
  const found = /^\s*(\d+(?:\.\d+)?)\s+([^\d\s]\S{0,19})\s*$/.exec(raw);
  if (!found)
    return report('wrong-form', path, {
      message: t`"${raw}" is no amount`,
      help: t`write for example 4000 EUR: a number without separators, and its unit`,
    });
  const [, value, own = ''] = found;
  if (unit !== null && own !== unit)
    return report('wrong-form', path, {
      message: t`"${raw}" is not in ${unit}, in which the budget of all experiments is`,
      help: t`write it in ${unit}`,
    });
  return { value: Number(value), unit: own };
}

/** KPIs are measures of the leads that the experiment brought. */
function kpisOf(root: Raw, path: YamlPath, leads: Condition, around: PromiseContext): readonly PromiseDef[] {
  return list(root, 'kpis').flatMap((raw, i) => {
    const at = [...path, 'kpis', i];
    const one = isMap(raw) ? promise(raw, at, around) : null;
    if (one === null) return [];
    if (isOfLeads(one)) return [of(leads, one)];
    around.report('other-population', at, {
      message: t`A KPI is about the leads that the experiment brought, and "${one.id}" is about other rows`,
      help: t`measure leads: count, sum, share, response or attempts of a stage of the leads`,
      on: 'key',
    });
    return [];
  });
}

/** A case counts by its lead, and never by when it is due. */
const of = (leads: Condition, one: PromiseDef): PromiseDef => ({
  ...one,
  bookBy: 'start',
  where: one.where === null ? leads : { op: 'all', of: [leads, one.where] },
});

/** The leads from the first stage of the funnel to its last, and what they bring by an objective that adds up a field there. */
function broughtOf(
  { funnel, objectives }: Around,
  leads: Condition,
  path: YamlPath,
  around: PromiseContext,
): Pick<Experiment, 'brought' | 'revenue'> {
  const [first, last] = [funnel[0], funnel.at(-1)];
  if (first === undefined || last === undefined) return { brought: null, revenue: null };
  const share = (id: string, weigh?: string): PromiseDef | null => {
    const measured = {
      of: { stage: first },
      reaches: last,
      ...(weigh === undefined ? {} : { weigh }),
    };
    const made = promise({ id, share: measured, target: '0%' }, path, {
      ...around,
      ids: new Map(),
    });
    return made && of(leads, made);
  };
  const added = objectives.flatMap(({ measure, target }) => {
    const def = kindOf(measure.kind);
    const isThere = def.references(measure).some(({ to, name }) => to === 'stage' && name === last);
    const adds = target.of === 'number' && isThere ? def.adds(measure) : null;
    return adds === null ? [] : [adds.field];
  });
  return {
    brought: share('brought'),
    revenue: added[0] === undefined ? null : share('revenue', added[0]),
  };
}
