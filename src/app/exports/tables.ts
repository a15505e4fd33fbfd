import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { quoted } from '../../messages/quoted.ts';
import type { Agreement, PromiseDef, SourceDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Facts, factsOf, fieldsRead, stageRef, type TouchedBy } from '../../plan/facts.ts';
import type { Tables } from '../../plan/lower.ts';
import type { Sourced } from '../agreements/family.ts';

/** The tables of one run: of each source that a promise asks for, and no other. */
export interface RunTables extends Tables {
  /** In the order in which they must be read: joined sources, activities and records, then the leads. */
  all(): readonly Facts[];
  joined(): readonly Facts[];
  /** Sources with rows of their own that a promise is about. */
  populations(): readonly Facts[];
  /** The tables whose rows are cases: the leads, then the populations. */
  cases(): readonly Facts[];
  /** Of a source of activities: the table of the rows that they are about. */
  about(source: SourceDef): Facts;
  /** Files of records that the teams keep by hand: what is planned may stand there, too. */
  handKept(): readonly Facts[];
}

export function runTables({ agreement }: Sourced): RunTables {
  const own = Object.values(agreement.sources).find(({ kind }) => kind === 'leads');
  const leadsSource = own ?? noLeads(agreement);
  const touchedBy: TouchedBy = (cases, of, { source, where, before }) => {
    const rows = activities(source);
    return {
      rows: { table: rows.table, time: rows.time('at'), when: rows.flag(of, [where]) },
      before: before === null ? null : stageRef(of, before, cases),
    };
  };
  const leads: Facts = factsOf(leadsSource, 'leads', touchedBy);
  const joined = Object.values(agreement.sources)
    .filter(({ kind }) => kind === 'joined')
    .map((source, i) => factsOf(source, `joined${i}`));
  const declared = (name: string): SourceDef => {
    const source = agreement.sources[name];
    if (!source) throw new Error(`No source "${name}"`);
    return source;
  };
  const others = new Map<string, Facts>();
  const other = (key: string, source: () => SourceDef): Facts => {
    const known = others.get(key);
    if (known) return known;
    const made = factsOf(source(), `rows${others.size}`, touchedBy);
    others.set(key, made);
    return made;
  };
  const activities = (name: string): Facts => other(`activities ${name}`, () => declared(name));
  const population = (name: string): Facts => other(`population ${name}`, () => declared(name));
  const populations = () =>
    [...others].flatMap(([key, facts]) => (key.startsWith('population ') ? [facts] : []));
  return {
    leads,
    activities,
    population,
    records: (path, at, fields) =>
      other(`records ${path} ${fields.join(' ')}`, () => recordsSource(path, at, fields, leadsSource)),
    joined: () => joined,
    populations,
    cases: () => [leads, ...populations()],
    about: ({ of }) => (of === undefined ? leads : population(of)),
    handKept: () => [...others].flatMap(([key, facts]) => (key.startsWith('records ') ? [facts] : [])),
    all: () => [...joined, ...others.values(), ...(own ? [leads] : [])],
  };
}

/** What stands for the leads of an agreement about other rows alone: a source of no file, without a row. */
const noLeads = ({ timezone }: Agreement): SourceDef => ({
  ...{ name: 'leads', kind: 'leads', files: [], preset: null, timezone, key: 'key', joinsTo: 'key' },
  csv: { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 },
  ...{
    fields: {},
    nulls: [],
    duplicates: { keep: 'error' },
    recycled: null,
    maxRejected: 0,
    path: ['sources'],
  },
});

/**
 * A records file is a source of its own: comma-separated UTF-8, its date in ISO form, everything else text.
 */
function recordsSource(path: string, at: string, fields: readonly string[], leads: SourceDef): SourceDef {
  const field = (name: string, type: 'date' | 'text') =>
    ({
      name,
      column: name,
      type,
      format: type === 'date' ? 'iso' : null,
      decimal: '.',
      personal: false,
      path: [],
    }) as const;
  // The leads may be in a table, of which the file knows nothing.
  const { table: _, connection: __, sheet: ___, ...like } = leads;
  return {
    ...like,
    name: path,
    kind: 'records',
    files: [path],
    preset: null,
    csv: { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 },
    key: at,
    joinsTo: at,
    fields: Object.fromEntries([
      ...fields.map((name) => [name, field(name, 'text')]),
      [at, field(at, 'date')],
    ]),
    duplicates: { keep: 'error' },
    recycled: null,
    merged: null,
  };
}

/**
 * The exports are read as the newest version maps them. Fields that an older version judges by, and that
 * the newest does not map, can't be read.
 */
export function unmappedFields(tables: RunTables, newest: Sourced): readonly Diagnostic[] {
  const unknown = (facts: Facts, joined: readonly Facts[]): readonly string[] => {
    const known = new Set([facts, ...joined].flatMap(({ source }) => Object.keys(source.fields)));
    return [...fieldsRead(facts.columns())].filter((field) => !known.has(field));
  };
  const missing = [
    ...unknown(tables.leads, tables.joined()),
    ...tables.populations().flatMap((facts) => unknown(facts, [])),
  ];
  if (missing.length === 0) return [];
  return [
    {
      rule: 'unmapped-field',
      severity: 'error',
      message: t`An older version judges by ${allOf(missing.map(quoted))}, which the sources of version "${newest.agreement.version}" do not map`,
      help: t`map the column there as well: the exports are read as the newest version says`,
      place: newest.place(['sources'], 'key'),
      fatal: true,
    },
  ];
}

/** Rows of their own that an older version judges, in a source that the newest does not have. */
export function unmappedSources(promises: readonly PromiseDef[], newest: Sourced): readonly Diagnostic[] {
  const { sources, version } = newest.agreement;
  const gone = promises.flatMap(({ population }) =>
    population === undefined || sources[population]?.kind === 'population' ? [] : [population],
  );
  return [...new Set(gone)].map((name) => ({
    rule: 'unmapped-field',
    severity: 'error',
    message: t`An older version judges the rows of "${name}", which version "${version}" does not read`,
    help: t`name the source there as well: the exports are read as the newest version says`,
    place: newest.place(['sources'], 'key'),
    fatal: true,
  }));
}
