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
  'excused_by',
]);

/** Where an agreement states the term of a promise. */
export function pathOf(rule: string, promise: PromiseDef, agreement: Agreement): YamlPath {
  const [section = '', name = '', ...rest] = rule.split('.');
  if (section === 'fields' || SECTIONS.has(section)) return sectionPath(rule, agreement);
  if (section === 'segments') {
    const index = promise.segments.findIndex(({ id }) => id === name);
    return index < 0 ? [...promise.path, 'segments'] : [...promise.path, 'segments', index, ...rest];
  }
  if (section === 'excuses') {
    const other = agreement.commitments.find(({ id }) => id === name);
    return other?.path ?? [...promise.path, 'excused_by'];
  }
  if (section === 'measure') return [...promise.path, promise.measure.kind];
  if (OWN.has(section)) return [...promise.path, section];
  const steps = rule.split('.');
  return [...promise.path, ...(section === promise.measure.kind ? [] : [promise.measure.kind]), ...steps];
}

/** Where it states what a promise only names. */
export function sectionPath(rule: string, agreement: Agreement): YamlPath {
  const [section = '', name = '', field] = rule.split('.');
  if (section === 'fields') return fieldPath(name, field, agreement);
  if (section === 'reads') return ['commitments'];
  return name === '' ? [section] : [section, name];
}

/** `field` is absent of the leads' own, whose name then is `name`. */
function fieldPath(name: string, field: string | undefined, { sources }: Agreement): YamlPath {
  const all = Object.values(sources);
  const source = field === undefined ? all.find(({ kind }) => kind === 'leads') : sources[name];
  return source?.fields[field ?? name]?.path ?? ['sources'];
}
