import { chosenBy, conditionsIn, fieldsOf, touchesOf } from '../../kinds/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Reference, Timing } from '../../kinds/kind.ts';
import { scopeConditions } from '../../kinds/scope.ts';
import type { Agreement, FieldDef, PromiseDef, SourceDef } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import type { Measure } from '../../model/measure.ts';
import { promisesOf } from '../../model/promises.ts';

/** The names of one sort that the promises' measures and segments give, and how a month is closed. */
export function namesUsed(agreement: Agreement, sort: Reference['to']): ReadonlySet<string> {
  const names = measured(agreement).flatMap(({ measure, segments }) => [
    ...referencesOf(measure)
      .filter(({ to }) => to === sort)
      .map(({ name }) => name),
    ...(sort === 'calendar' ? segments.flatMap(({ calendar }) => calendar ?? []) : []),
  ]);
  const { closing, funnel, plan, experiments, disputes } = agreement;
  const touches = allConditions(agreement).flatMap(touchesOf);
  if (sort === 'stage')
    return new Set([...names, ...funnel, ...touches.flatMap(({ before }) => before ?? [])]);
  if (sort === 'source') return new Set([...names, ...touches.map(({ source }) => source)]);
  const calendars = [
    closing?.calendar,
    plan?.capacity?.calendar,
    experiments?.calendar,
    disputes?.calendar,
  ].flatMap((name) => name ?? []);
  return new Set([...names, ...(sort === 'calendar' ? calendars : [])]);
}

/** The promises, and the KPIs of experiments. */
const measured = (agreement: Agreement): readonly PromiseDef[] => [
  ...promisesOf(agreement),
  ...(agreement.experiments?.tried ?? []).flatMap(({ kpis }) => kpis),
];

function referencesOf(measure: Measure): readonly Reference[] {
  return kindOf(measure.kind).references(measure);
}

/** Every condition of a promise: its scope, its segments, and those inside its measure. */
export function conditionsOf({ where, segments, measure }: PromiseDef): readonly Condition[] {
  return [
    ...(where === null ? [] : [where]),
    ...segments.map((segment) => segment.where),
    ...conditionsIn(measure),
  ];
}

function allConditions(agreement: Agreement): readonly Condition[] {
  const { stages, profile, waivers } = agreement;
  const points = profile?.score?.points ?? [];
  return [
    ...measured(agreement).flatMap(conditionsOf),
    ...(agreement.experiments?.tried ?? []).flatMap(({ leads, persona }) => [
      leads,
      ...(persona === null ? [] : [persona]),
    ]),
    ...Object.values(stages).flatMap(({ when }) => when ?? []),
    ...waivers.flatMap(({ where }) => where ?? []),
    ...[profile?.must, profile?.mustNot, profile?.answers?.outside, profile?.answers?.inside].flatMap(
      (part) => part ?? [],
    ),
    ...points.map(({ when }) => when),
  ];
}

/**
 * Fields that something reads, by name. An activity source's own are told apart from the leads' by the
 * source that is read.
 */
export function fieldsUsed(agreement: Agreement): ReadonlySet<string> {
  const { stages, sources, views = {} } = agreement;
  const conditions = allConditions(agreement);
  return new Set([
    ...conditions.flatMap(fieldsOf),
    ...conditions.flatMap(touchesOf).flatMap(({ where }) => fieldsOf(where)),
    ...namesUsed(agreement, 'field'),
    ...Object.values(stages).map(({ at }) => at),
    ...Object.values(views).flatMap(({ by, personal }) => [...by, ...personal]),
    ...Object.values(sources).flatMap(chosenBy),
    ...Object.values(sources).flatMap(
      ({ key, fields, joinsTo, leadBy = [], duplicates, recycled, merged, owners }) => [
        key,
        ...leadBy,
        ...(fields[key]?.parts ?? []).map(({ name }) => name),
        joinsTo,
        ...(typeof recycled === 'object' && recycled ? [recycled.handedOver] : []),
        ...(duplicates.keep === 'latest' ? [duplicates.by] : []),
        ...(merged ? [merged.field] : []),
        ...(owners ? ['owner', owners.owner, owners.from, owners.to] : []),
      ],
    ),
  ]);
}

/** A joined source may be there for `--by`. */
export function isRead(source: SourceDef, agreement: Agreement): boolean {
  if (source.kind === 'leads') return true;
  if (source.kind === 'population')
    return promisesOf(agreement).some(({ population }) => population === source.name);
  if (source.kind === 'activities')
    return (
      namesUsed(agreement, 'source').has(source.name) ||
      Object.values(agreement.sources).some(({ owners }) => owners?.source === source.name)
    );
  const used = fieldsUsed(agreement);
  return Object.values(source.fields).some(
    (field) => field.name !== source.key && (used.has(field.name) || cutsReports(field)),
  );
}

/** Texts, whole numbers and flags may be there to cut a report with `--by`. */
export function cutsReports({ type, personal }: FieldDef): boolean {
  return !personal && (type === 'text' || type === 'integer' || type === 'boolean');
}

/**
 * What a lead meets to be a case of a promise: the promise's own conditions, and those of the stage that
 * makes it a case.
 */
export function scopeOf(promise: PromiseDef, { stages }: Agreement): readonly Condition[] {
  const { measure } = promise;
  const scope = kindOf(measure.kind).scope(measure);
  const when = scope === null ? null : (stages[scope.stage]?.when ?? null);
  return [...scopeConditions(promise), ...(when === null ? [] : [when])];
}

/** The clock of a promise; null where nothing is timed. */
export function timingOf({ measure }: PromiseDef): Timing | null {
  return kindOf(measure.kind).timing(measure);
}
