import { fieldsOf } from '../../kinds/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Reference } from '../../kinds/kind.ts';
import type { Agreement, FieldDef, PromiseDef, SourceDef } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import type { Measure } from '../../model/measure.ts';
import { promisesOf } from '../../model/promises.ts';

/** The names of one sort that the promises' measures and segments give. */
export function namesUsed(agreement: Agreement, sort: Reference['to']): ReadonlySet<string> {
  const names = promisesOf(agreement).flatMap(({ measure, segments }) => [
    ...referencesOf(measure)
      .filter(({ to }) => to === sort)
      .map(({ name }) => name),
    ...(sort === 'calendar' ? segments.flatMap(({ calendar }) => calendar ?? []) : []),
  ]);
  return new Set(names);
}

function referencesOf(measure: Measure): readonly Reference[] {
  return kindOf(measure.kind).references(measure);
}

/** Every condition of a promise: its scope, its segments, and those inside its measure. */
export function conditionsOf({ where, segments, measure }: PromiseDef): readonly Condition[] {
  return [
    ...(where === null ? [] : [where]),
    ...segments.map((segment) => segment.where),
    ...inside(measure),
  ];
}

/** The conditions that a value holds, wherever in it they are. */
function inside(value: unknown): readonly Condition[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('op' in value) return [value as Condition];
  return Object.values(value).flatMap(inside);
}

export function usesProfile(condition: Condition): boolean {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.some(usesProfile);
    case 'not':
      return usesProfile(condition.of);
    case 'score':
      return condition.points.some(({ when }) => usesProfile(when));
    default:
      return condition.op === 'profile';
  }
}

/** Fields that something reads, by name. An activity source's own are told apart from the leads' by the source that is read. */
export function fieldsUsed(agreement: Agreement): ReadonlySet<string> {
  const { stages, profile, sources } = agreement;
  const points = profile?.score?.points ?? [];
  const conditions = [
    ...promisesOf(agreement).flatMap(conditionsOf),
    ...Object.values(stages).flatMap(({ when }) => when ?? []),
    ...[profile?.must, profile?.mustNot].flatMap((part) => part ?? []),
    ...points.map(({ when }) => when),
  ];
  return new Set([
    ...conditions.flatMap(fieldsOf),
    ...namesUsed(agreement, 'field'),
    ...Object.values(stages).map(({ at }) => at),
    ...Object.values(sources).flatMap(({ key, joinsTo, duplicates, recycled }) => [
      key,
      joinsTo,
      ...(typeof recycled === 'object' && recycled ? [recycled.handedOver] : []),
      ...(duplicates.keep === 'latest' ? [duplicates.by] : []),
    ]),
  ]);
}

/** A joined source may be there for `--by`. */
export function isRead(source: SourceDef, agreement: Agreement): boolean {
  if (source.kind === 'leads') return true;
  if (source.kind === 'activities') return namesUsed(agreement, 'source').has(source.name);
  const used = fieldsUsed(agreement);
  return Object.values(source.fields).some(
    (field) => field.name !== source.key && (used.has(field.name) || cutsReports(field)),
  );
}

/** Texts, whole numbers and flags may be there to cut a report with `--by`. */
export function cutsReports({ type, personal }: FieldDef): boolean {
  return !personal && (type === 'text' || type === 'integer' || type === 'boolean');
}

/** What a lead meets when its clock starts: the promise's own conditions, and those of the stage that starts it. */
export function scopeOf(
  { where, measure }: PromiseDef,
  { stages }: Agreement,
): readonly (Condition | null)[] {
  const when = (stage: string): Condition | null => stages[stage]?.when ?? null;
  switch (measure.kind) {
    case 'count':
    case 'sum':
      return [where, measure.where, when(measure.stage)];
    case 'share':
      return [where, measure.of.where, when(measure.of.stage)];
    case 'response':
    case 'attempts':
      return [where, when(measure.from)];
    case 'occurrence':
      return [];
  }
}
