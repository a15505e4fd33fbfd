import type { Agreement, PromiseDef } from '../model/agreement.ts';
import type { YamlPath } from '../model/diagnostic.ts';

/** Sections that a promise only names. */
const SECTIONS = new Set(['calendars', 'stages', 'profile', 'sources', 'timezone', 'year_starts']);

/** Terms that stand in the promise itself; all others stand in its measure. */
const OWN = new Set([
  'id',
  'title',
  'promise',
  'target',
  'where',
  'min_cases',
  'max_unknown',
  'at_risk',
  'book_by',
]);

/** Where an agreement states the term of a promise. */
export function pathOf(rule: string, promise: PromiseDef, agreement: Agreement): YamlPath {
  const [section = '', name = '', ...rest] = rule.split('.');
  if (section === 'fields') return fieldPath(rest[0] ?? name, agreement);
  if (SECTIONS.has(section)) return name === '' ? [section] : [section, name];
  if (section === 'segments') {
    const index = promise.segments.findIndex(({ id }) => id === name);
    return index < 0 ? [...promise.path, 'segments'] : [...promise.path, 'segments', index, ...rest];
  }
  if (section === 'measure') return [...promise.path, promise.measure.kind];
  if (OWN.has(section)) return [...promise.path, section];
  const steps = rule.split('.');
  return [...promise.path, ...(section === promise.measure.kind ? [] : [promise.measure.kind]), ...steps];
}

function fieldPath(name: string, { sources }: Agreement): YamlPath {
  const source = Object.values(sources).find(({ fields }) => Object.hasOwn(fields, name));
  return source?.fields[name]?.path ?? ['sources'];
}
