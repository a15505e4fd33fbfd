import { kindNames, kindOf } from '../../kinds/index.ts';
import type { DecodeContext, KindDef } from '../../kinds/kind.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Measure } from '../../model/measure.ts';
import type { Duration } from '../../model/time.ts';
import { condition } from './condition.ts';
import type { ConditionContext } from './condition-context.ts';
import { duration } from './parts.ts';
import { oneOf, shown } from './people.ts';
import { firstStage, otherPopulation } from './population.ts';
import type { Raw } from './report.ts';
import { isMap, isWritten, under } from './report.ts';
import type { FieldScope } from './scope.ts';
import { findField, recordScope, sourceScope } from './scope.ts';

/** What promises may name. Names are those written, whether or not they could be decoded. */
export interface Surroundings extends ConditionContext {
  readonly root: Raw;
  readonly scope: FieldScope;
  readonly stageNames: readonly string[] | null;
  readonly populations: readonly FieldScope[];
  /** By stage, the source whose rows reach it; null for the leads. */
  readonly stagePopulations: Readonly<Record<string, string | null>>;
  readonly stageTitles: Readonly<Record<string, string>>;
  readonly calendarNames: readonly string[];
  readonly sources: Readonly<Record<string, SourceDef>>;
  /** By source of activities, that of the rows which they are about; null for the leads. */
  readonly activityRows: Readonly<Record<string, string | null>>;
}

/** The rows that are the cases of a promise: those of its first stage, or of a file of records; null for the leads. */
export function populationOf(raw: Raw, { stagePopulations, populations }: Surroundings): FieldScope | null {
  const [kind] = kindNames.filter((name) => name in raw);
  const value = kind === undefined ? null : raw[kind];
  const rows = kind !== undefined && isMap(value) ? (kindOf(kind).rows?.(value) ?? null) : null;
  if (kind !== undefined && kindOf(kind).records !== undefined) return { ...recordScope, source: rows };
  const stage = firstStage(value);
  const source = stage === null ? rows : stagePopulations[stage];
  return populations.find((scope) => scope.source === source) ?? null;
}

/** The one measure of a promise, with its kind; `kind` alone where the measure itself was reported. */
export function measure(
  raw: Raw,
  path: YamlPath,
  around: Surroundings,
): { readonly kind: KindDef; readonly measure: Measure | null } | null {
  const written = kindNames.filter((kind) => kind in raw);
  const [name] = written;
  if (name === undefined) {
    const help = t`add one of ${allOf(kindNames)}: for example response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }`;
    return around.report('no-measure', path, { message: t`Nothing is measured here`, help, on: 'key' });
  }
  const [first, second] = written;
  if (first !== undefined && second !== undefined) {
    return around.report('two-measures', [...path, second], {
      message: t`Two things are measured here: ${first} and ${second}`,
      help: t`keep one of the two, and make the other a promise of its own`,
      on: 'key',
    });
  }
  const kind = kindOf(name);
  const value = raw[name];
  return { kind, measure: isMap(value) ? kind.decode(value, contextAt([...path, name], around)) : null };
}

/** The look-ups of a measure, with paths that start at it. */
export function contextAt(base: YamlPath, around: Surroundings): DecodeContext {
  const { report } = around;
  const full = (path: YamlPath): YamlPath => [...base, ...path];
  return {
    report: ({ rule, path, message, help, on, part }) => {
      report(rule, full(path), { message, help: help ?? '', on, part });
    },
    stage: (raw, path) => {
      const stage = oneOf({
        raw,
        what: 'stage',
        names: around.stageNames,
        titles: around.stageTitles,
        path: full(path),
        report,
      });
      const its = stage === null ? undefined : around.stagePopulations[stage];
      const own = around.population ?? null;
      if (stage === null || its === undefined || its === own) return stage;
      return otherPopulation({ stage, its, own }, full(path), report);
    },
    field: (raw, path, want, where = 'cases') => {
      if (typeof raw !== 'string') return null;
      const field = findField({ name: raw, scope: scopeOf(where, around), path: full(path), report });
      if (field === null || field === 'unknown') return null;
      const isNumber = field.type === 'integer' || field.type === 'decimal';
      const isTime = field.type === 'date' || field.type === 'datetime';
      if (want === 'number' && !isNumber) {
        return report('not-a-number-field', full(path), {
          message: t`The field "${raw}" is ${field.type}, and a number is needed here`,
          help: t`give "${raw}" type: decimal or type: integer`,
        });
      }
      if (want === 'time' && !isTime) {
        return report('not-a-date-field', full(path), {
          message: t`The field "${raw}" is ${field.type}, and a date is needed here`,
          help: t`give "${raw}" type: datetime and a format`,
        });
      }
      if (want === 'value' && !isNumber && field.type !== 'text') {
        return report('not-a-value-field', full(path), {
          message: t`The field "${raw}" is ${field.type}, and a text or a number is needed here`,
          help: t`name a field of text, such as the one of the owner`,
        });
      }
      return field;
    },
    activities: (raw, path, isDated) => activities(raw, full(path), around, isDated),
    rows: (raw, path) => rowsOf(raw, full(path), around),
    duration: (raw, path) => duration(raw, full(path), report),
    calendar: (raw, path, within) => calendar(raw, full(path), { limit: within }, around),
    condition: (raw, path, where = 'cases') =>
      condition(raw, scopeOf(where, around), full(path), conditionsAbout(where, around)),
  };
}

/** A source with a key of its own, whose rows are no leads. */
function rowsOf(raw: unknown, path: YamlPath, { sources, populations, report }: Surroundings): string | null {
  const own = populations.flatMap(({ source }) => source ?? []);
  const other = typeof raw === 'string' && Object.hasOwn(sources, raw) && !own.includes(raw);
  if (!other) return oneOf({ raw, what: 'source', names: own, titles: {}, path, report });
  return report('other-population', path, {
    message: t`The rows of "${raw}" are leads, or belong to them`,
    help: t`name a source that has a key of its own, and neither "lead" nor "joins"`,
  });
}

/** Activities have none of their own. */
const conditionsAbout = (where: Where, around: Surroundings): Surroundings =>
  where === 'cases' ? around : { ...around, touched: null };

type Where = 'cases' | { readonly source: string };

function scopeOf(where: Where, around: Surroundings): FieldScope {
  if (where === 'cases') return around.scope;
  const source = under(around.sources, where.source);
  return source === undefined ? recordScope : sourceScope(around.root, source);
}

/** Rows that are counted, or of which the first is looked for, have a date. */
function dated(name: string, path: YamlPath, { root, sources, report }: Surroundings): string | null {
  const source = under(sources, name);
  if (source === undefined || sourceScope(root, source).broken.has('at')) return name;
  const at = source.fields.at?.type;
  if (at === 'date' || at === 'datetime') return name;
  return report('unknown-field', path, {
    message: t`The rows of "${name}" have no date: it has no field "at" that is one`,
    help: t`add to its fields: at: { column: <header>, type: datetime, format: iso }`,
  });
}

function activities(raw: unknown, path: YamlPath, around: Surroundings, isDated = true): string | null {
  const name = activityNamed(raw, path, around);
  return name === null || !isDated ? name : dated(name, raw === undefined ? path.slice(0, -1) : path, around);
}

function activityNamed(
  raw: unknown,
  path: YamlPath,
  { activityRows, population = null, populations, report }: Surroundings,
): string | null {
  const names = Object.keys(activityRows).filter((name) => activityRows[name] === population);
  const others = typeof raw === 'string' && !names.includes(raw) ? under(activityRows, raw) : undefined;
  // What belongs to nothing that has rows was told where it says so.
  if (typeof others === 'string' && !populations.some(({ source }) => source === others)) return null;
  if (others !== undefined) {
    const [its, own] = [others ?? 'leads', population ?? 'leads'];
    return report('other-population', path, {
      message: t`The rows of "${String(raw)}" are about those of "${its}", and what is measured begins in "${own}"`,
      help: names.length === 0 ? linkOf(population) : t`name one of ${shown(names)}`,
    });
  }
  if (raw !== undefined) return oneOf({ raw, what: 'source', names, titles: {}, path, report });
  const [only] = names;
  if (names.length === 1 && only !== undefined) return only;
  const help = names.length === 0 ? linkOf(population) : t`add source: with one of ${shown(names)}`;
  return report('no-source', path.slice(0, -1), {
    message: t`It is not said which activities count`,
    help,
    on: 'key',
  });
}

const linkOf = (population: string | null): string =>
  population === null
    ? t`add a source with "lead: <the column of the lead>" under sources, or a counter`
    : t`add a source with "belongs_to: { ${population}: <the column of its key> }" under sources, or a counter`;

/**
 * A calendar is never guessed, not even where there is only one; one that was refused is not also missing.
 */
export function calendar(
  raw: unknown,
  path: YamlPath,
  { limit, key = 'within' }: { readonly limit: Duration | null; readonly key?: string },
  { root, calendarNames, report }: Pick<Surroundings, 'root' | 'calendarNames' | 'report'>,
): string | null {
  if (raw === undefined && isWritten(root, path)) return null;
  if (raw !== undefined)
    return oneOf({ raw, what: 'calendar', names: calendarNames, titles: {}, path, report });
  if (limit === null || !isBusinessTime(limit)) return null;
  const [only = ''] = calendarNames;
  const help =
    calendarNames.length === 0
      ? t`add a calendar under "calendars" and name it here: calendar: office`
      : calendarNames.length === 1
        ? t`add calendar: ${only}`
        : t`add calendar: with one of ${shown(calendarNames)}`;
  return report('no-calendar', [...path.slice(0, -1), key], {
    message: t`"${limit.text}" is business time, and no calendar is named`,
    help,
  });
}

export const isBusinessTime = ({ unit }: Duration): boolean =>
  unit === 'business-time' || unit === 'business-days';
