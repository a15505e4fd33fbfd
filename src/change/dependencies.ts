import { chosenBy, conditionsIn, fieldsOf, touchesOf, usesProfile } from '../kinds/fields.ts';
import { kindOf } from '../kinds/index.ts';
import { isOfLeads } from '../kinds/scope.ts';
import type { Agreement, PromiseDef, SourceDef } from '../model/agreement.ts';
import type { Condition } from '../model/condition.ts';
import type { YamlPath } from '../model/diagnostic.ts';
import { sourcesOf } from '../model/promises.ts';
import type { Meaning } from './canonical.ts';
import {
  calendarMeaning,
  excuseMeaning,
  type FileDigests,
  fieldMeaning,
  profileMeaning,
  sourceMeaning,
  stageMeaning,
  yearMeaning,
} from './meaning.ts';
import { datesOf } from './steps.ts';

/**
 * What a promise rests on, by rule: `calendars.office`, `stages.qualified`, `profile`,
 * `fields.contacted_at` ...
 */
export type Dependencies = ReadonlyMap<string, Meaning>;

/** `fields.country` of the leads, `fields.activities.at` of any other source. */
export const fieldRule = ({ kind, name: source }: SourceDef, name: string): string =>
  kind === 'leads' ? `fields.${name}` : `fields.${source}.${name}`;

/**
 * Everything that the promise names, and what those name in turn, as the agreement defines it. Long because
 * its steps call each other, as what is named names more, and all add to one map.
 */
export function dependenciesOf(
  promise: PromiseDef,
  agreement: Agreement,
  digests: FileDigests = {},
  seen: ReadonlySet<string> = new Set(),
): Dependencies {
  const found = new Map<string, Meaning>([['timezone', agreement.timezone]]);
  // A share is cut by whatever its reader asks for.
  if (promise.target.per !== 'week' && promise.target.per !== 'month')
    found.set('year_starts', yearMeaning(agreement));
  const sources = Object.values(agreement.sources);
  // The columns of records are declared nowhere.
  const leads = kindOf(promise.measure.kind).records ? [] : sourcesOf(agreement, promise.population);

  const field = (name: string, within: readonly SourceDef[]): void => {
    // A lead's own field goes before one of the same name that is joined.
    const source = within.find(({ fields }) => Object.hasOwn(fields, name));
    const def = source?.fields[name];
    if (!source || !def) return;
    found.set(fieldRule(source, name), fieldMeaning(def));
    of(source);
  };
  /** A source as such, and the fields of the leads by which its rows find theirs. */
  const of = (source: SourceDef): void => {
    found.set(`sources.${source.name}`, sourceMeaning(source));
    for (const name of chosenBy(source)) {
      const def = source.fields[name];
      if (def) found.set(fieldRule(source, name), fieldMeaning(def));
    }
    const [own] = sources.filter(({ kind }) => kind === 'leads');
    const names = source.leadBy ?? (source.kind === 'joined' ? [source.joinsTo] : []);
    for (const name of names) {
      const def = own?.fields[name];
      if (own && def && name !== own.key) found.set(fieldRule(own, name), fieldMeaning(def));
    }
  };
  const condition = (test: Condition | null, within: readonly SourceDef[]): void => {
    for (const name of fieldsOf(test)) field(name, within);
    touched(test);
    if (test !== null && usesProfile(test)) profile();
  };
  const touched = (test: Condition | null): void => {
    for (const { source, where, before } of touchesOf(test)) {
      const own = sources.filter(({ name }) => name === source);
      for (const name of ['at', ...fieldsOf(where)]) field(name, own);
      if (before !== null) stage(before);
    }
  };
  const profile = (): void => {
    const own = agreement.profile;
    if (own === null || found.has('profile')) return;
    found.set('profile', profileMeaning(own));
    for (const test of [own.must, own.mustNot]) condition(test, leads);
    for (const { when } of own.score?.points ?? []) condition(when, leads);
  };
  const stage = (id: string): void => {
    const def = agreement.stages[id];
    if (!def) return;
    found.set(`stages.${id}`, stageMeaning(def));
    field(def.at, leads);
    condition(def.when, leads);
  };
  const calendar = (id: string | null): void => {
    const def = id === null ? undefined : agreement.calendars[id];
    if (def) found.set(`calendars.${id}`, calendarMeaning(def, digests));
  };

  const { measure } = promise;
  const references = kindOf(measure.kind).references(measure);
  const named = sources.filter(({ name }) =>
    references.some((reference) => reference.to === 'source' && reference.name === name),
  );
  /** Of a deadline or a pause in the row it is a field of the row, whatever other sources call by that name. */
  const ofOwnRow = ([part]: YamlPath): boolean =>
    part === 'by' ||
    (part === 'pause' && !references.some(({ to, path }) => to === 'source' && path[0] === part));
  for (const { to, name, path } of references) {
    if (to === 'stage') stage(name);
    else if (to === 'calendar') calendar(name);
    else if (to === 'field') field(name, ofOwnRow(path) ? leads : [...named, ...leads]);
  }
  for (const source of named) {
    of(source);
    field('at', [source]);
  }
  // References give the fields of the measure's conditions, but not that they speak of the profile.
  for (const test of conditionsIn(measure)) {
    touched(test);
    if (usesProfile(test)) profile();
  }
  condition(promise.where, leads);
  for (const segment of promise.segments) {
    condition(segment.where, leads);
    calendar(segment.calendar);
  }
  for (const id of promise.excusedBy ?? []) {
    const other = agreement.commitments.find((each) => each.id === id);
    if (other === undefined || seen.has(id)) continue;
    found.set(`excuses.${id}`, excuseMeaning(other));
    const more = dependenciesOf(other, agreement, digests, new Set([...seen, promise.id, id]));
    for (const [rule, meaning] of more) found.set(rule, meaning);
  }
  const steps = datesOf(promise, digests);
  if (steps !== undefined) found.set('steps', steps);
  const main = sources.find(({ kind, name }) =>
    promise.population === undefined ? kind === 'leads' && isOfLeads(promise) : name === promise.population,
  );
  if (main) found.set(`sources.${main.name}`, sourceMeaning(main));
  return found;
}
