import { isAbsolute } from 'node:path';
import { microsOf } from '../../engine/cell.ts';
import type { Engine } from '../../engine/engine.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { Input, Ledger } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { FactColumn, LoadReport, ReadPlan } from '../../model/reading.ts';
import type { Selection } from '../../model/requests.ts';
import type { Micros } from '../../model/time.ts';
import { type Facts, fieldsRead } from '../../plan/facts.ts';
import { readSource } from '../../reading/read-source.ts';
import type { Servers } from '../../reading/read-task.ts';
import { columnEndsSql } from '../../sql/facts/column-ends.ts';
import type { Sourced } from '../agreements/family.ts';
import { shown } from '../agreements/find.ts';
import { withCurrencies } from './currencies.ts';
import { withEvidence } from './evidence.ts';
import { exportFiles, readPlan } from './files.ts';
import { asOwnProblem, isOwnProblem, keptByHand, withoutRows } from './kept-by-hand.ts';
import { mergedOf } from './merged.ts';
import { isNamed, readLinks, underLeads, unnamedTable } from './names.ts';
import { serversOf } from './servers.ts';
import type { RunTables } from './tables.ts';
import { yamlRecords } from './yaml-records.ts';

/** The earliest and the latest instant of a time column; a date without a time counts to its end. */
interface ColumnEnds {
  readonly first: Micros;
  readonly last: Micros;
}

/** What the exports hold, once they are tables of the engine. */
export interface ReadExports {
  readonly ledgers: Readonly<Record<string, Ledger>>;
  readonly inputs: readonly Input[];
  readonly reports: readonly { readonly facts: Facts; readonly report: LoadReport }[];
  readonly findings: readonly Diagnostic[];
  /** Of all instants read; null where there is none. Files kept by hand do not tell the latest. */
  readonly earliest: Micros | null;
  readonly latest: Micros | null;
  /** Time columns that hold at least one date without a time. */
  readonly dateOnly: ReadonlySet<string>;
  /** Time columns of which every cell means one instant. */
  readonly exact: ReadonlySet<string>;
  /** Of each time column that holds any instant, by table and column. */
  readonly ends: ReadonlyMap<string, ColumnEnds>;
  /**
   * The tables of files kept by hand that could not be read: their promises have no verdict.
   */
  readonly unread: ReadonlySet<string>;
  /** An export's absolute path as the reader knows it. */
  readonly shown: (file: string) => string;
}

/** The tables to fill, as the newest version maps them, from the files of a selection. */
export interface ToRead {
  readonly tables: RunTables;
  readonly sourced: Sourced;
  /** Of the agreement, oldest first. */
  readonly versions: readonly Sourced[];
  readonly selection: Selection;
  /** The instant that was asked for; null where the data tell the present. */
  readonly asOf: Micros | null;
  readonly engine: Engine;
  readonly io: Io;
}

/**
 * Reads every source that was asked for, the leads last; of each server in one transaction. A fatal finding ends it.
 */
export async function readExports(toRead: ToRead): Promise<ReadExports> {
  const servers = serversOf(toRead.sourced.agreement.file, toRead.selection, toRead.io);
  try {
    return await readWith(servers, toRead);
  } finally {
    await servers?.close();
  }
}

/** Long because all of it adds to what was read. */
async function readWith(servers: Servers | undefined, toRead: ToRead): Promise<ReadExports> {
  const { tables, sourced, selection, engine, io } = toRead;
  const ledgers: Record<string, Ledger> = {};
  const asKnown = (file: string) => shown(file, io);
  const inputs: Input[] = [];
  const reports: { facts: Facts; report: LoadReport }[] = [];
  const joins: ReadPlan['joins'][number][] = [];
  const { wanted, findings, unread } = await filesWanted({ tables, sourced, selection, io });
  if (findings.some(({ fatal }) => fatal))
    return { ledgers, inputs, reports, findings, unread: tablesOf(unread), shown: asKnown, ...NOTHING };
  await engine.confine(wanted.flatMap(({ files, server }) => (server ? [] : files)));
  const own = wanted.find(({ facts }) => facts === tables.leads);
  const { files: ownFiles = [], server: ownServer } = own ?? {};
  const read = { files: ownFiles, server: ownServer, servers };
  const leads = { source: tables.leads.source, ...read, sourced, engine, io };
  const links = await readLinks(leads, wanted);
  findings.push(...[...links.fatal, ...links.warnings].map((finding) => asShown(finding, sourced, io)));
  for (const { facts, files, server, fields } of links.fatal.length > 0 ? [] : wanted) {
    const joined = tables.joined().includes(facts);
    const yaml = await yamlRecords(facts.source, server ? [] : files, io);
    if (yaml.findings.length > 0) {
      findings.push(...yaml.findings.map((finding) => asOwnProblem(facts, { ...finding, fatal: true })));
      unread.add(facts);
      continue;
    }
    const mapped = readPlan(facts, { files, server }, facts === tables.leads ? joins : []);
    const asked = {
      ...asAsked(mapped, toRead),
      plain: yaml.records,
      merged: mergedOf(facts.source, tables.leads.source),
      ...(isNamed(facts.source) ? { table: unnamedTable(facts) } : {}),
    };
    const { allowOutside } = selection;
    const { plan, findings: evidence } = await withEvidence({
      ...{ plan: asked, sourced, allowOutside },
      ...{ engine, io },
    });
    const came = await readSource({
      engine,
      files: io.files,
      ...(servers ? { servers } : {}),
      plan: joined ? { ...plan, columns: Object.values(fields).map(joinedColumn) } : plan,
    });
    const report = await underLeads(facts, keptByHand(facts, came), engine);
    if (report.fatal.length < came.fatal.length) unread.add(facts);
    findings.push(
      ...[...report.fatal, ...report.warnings].map((finding) => asShown(finding, sourced, io)),
      ...evidence,
    );
    ledgers[facts.source.name] = report.ledger;
    inputs.push(
      ...report.inputs.map((input) => ({ ...input, file: server ? input.file : asKnown(input.file) })),
    );
    reports.push({ facts, report });
    if (joined) joins.push({ table: facts.table, on: facts.source.joinsTo, fields });
    if (report.fatal.length > 0) break;
  }
  for (const facts of withNoRows(tables, unread)) await withoutRows(facts, engine);
  const spread = findings.some(({ fatal }) => fatal)
    ? NOTHING
    : await spreadOf(
        reports.map(({ facts }) => facts),
        tables.handKept(),
        engine,
      );
  return { ledgers, inputs, reports, findings, unread: tablesOf(unread), shown: asKnown, ...spread };
}

/** What could not be read, and the leads of an agreement that has none. */
const withNoRows = (tables: RunTables, unread: ReadonlySet<Facts>): readonly Facts[] => [
  ...unread,
  ...(tables.all().includes(tables.leads) ? [] : [tables.leads]),
];

/** What the agreement and the request say of how a source is read. */
function asAsked(plan: ReadPlan, { versions, asOf }: ToRead): ReadPlan {
  const agreements = versions.map(({ agreement }) => agreement);
  return { ...plan, fields: withCurrencies(plan.fields, agreements), asOf };
}

/** What is read of a source, and from where. */
interface Wanted {
  readonly facts: Facts;
  readonly files: readonly string[];
  readonly server?: ReadPlan['server'];
  /** What it gives to the leads, where it joins them. */
  readonly fields: Readonly<Record<string, FieldDef>>;
}

/** The files of every source that was asked for, and what is wrong with them; the leads last. */
async function filesWanted({
  tables,
  sourced,
  selection,
  io,
}: Omit<ToRead, 'engine' | 'asOf' | 'versions'>): Promise<{
  readonly wanted: readonly Wanted[];
  readonly findings: Diagnostic[];
  readonly unread: Set<Facts>;
}> {
  const wanted: Wanted[] = [];
  const findings: Diagnostic[] = [];
  const unread = new Set<Facts>();
  const needed = fieldsRead(tables.leads.columns());
  for (const facts of tables.all()) {
    const joined = tables.joined().includes(facts);
    const fields = joined ? joinedFields(facts, needed) : {};
    if (joined && Object.keys(fields).length === 0) continue;
    const found = await exportFiles(facts.source, sourced, selection, io);
    findings.push(...found.findings.map((finding) => asOwnProblem(facts, finding)));
    if (found.findings.some((finding) => isOwnProblem(facts, finding))) unread.add(facts);
    else if (found.files.length > 0) wanted.push({ facts, files: found.files, server: found.server, fields });
  }
  return { wanted, findings, unread };
}

const tablesOf = (all: ReadonlySet<Facts>): ReadonlySet<string> =>
  new Set([...all].map(({ table }) => table));

/** The reader of an export names it by its absolute path, or what the agreement says by its path in there. */
function asShown({ path, ...finding }: Diagnostic, sourced: Sourced, io: Io): Diagnostic {
  if (path !== undefined) return { ...finding, place: sourced.place(path) };
  const { place } = finding;
  // What is no path is a table of a server, or was made known before.
  const named = place && isAbsolute(place.file) ? shown(place.file, io) : place?.file;
  return place && named !== undefined ? { ...finding, place: { ...place, file: named } } : finding;
}

const NOTHING = {
  earliest: null,
  latest: null,
  dateOnly: new Set<string>(),
  exact: new Set<string>(),
  ends: new Map<string, ColumnEnds>(),
};

/**
 * A joined source gives the leads those of its fields that they do not have and that something reads; once
 * it is read, its agreed words are looked at too.
 */
function joinedFields({ source }: Facts, needed: ReadonlySet<string>): Readonly<Record<string, FieldDef>> {
  const fields = Object.entries(source.fields).filter(([name]) => name !== source.key);
  if (!fields.some(([name]) => needed.has(name))) return {};
  return Object.fromEntries(fields.filter(([name, { values }]) => needed.has(name) || values !== undefined));
}

function joinedColumn({ name, type }: FieldDef): FactColumn {
  if (type === 'date' || type === 'datetime') return { name, kind: 'time', field: name };
  return { name, kind: type === 'integer' || type === 'decimal' ? 'number' : 'text', field: name };
}

/**
 * A date without a time counts to its end: a day in the data is a day of the data. A meeting that is
 * planned in a file kept by hand does not move the present: such files tell the latest instant only where
 * nothing else does.
 */
export async function spreadOf(
  all: readonly Facts[],
  handKept: readonly Facts[],
  engine: Engine,
): Promise<Pick<ReadExports, 'earliest' | 'latest' | 'dateOnly' | 'exact' | 'ends'>> {
  const dateOnly = new Set<string>();
  const exact = new Set<string>();
  const ends = new Map<string, ColumnEnds>();
  let earliest: Micros | null = null;
  let latest: Micros | null = null;
  let planned: Micros | null = null;
  for (const facts of all) {
    const times = facts.columns().filter(({ kind }) => kind === 'time');
    if (times.length === 0) continue;
    const names = times.map(({ name }) => name);
    const [row] = await engine.rows(columnEndsSql(facts.table, names, engine.dialect));
    for (const [i, column] of times.entries()) {
      const { name } = column;
      const [low, high] = [microsOf(row?.[`low${i}`]), microsOf(row?.[`high${i}`])];
      if (low === null || high === null) continue;
      const widest = microsOf(row?.[`wide${i}`]);
      if (widest !== null && widest >= 43_200) dateOnly.add(name);
      if (widest === 0) exact.add(name);
      if ('ahead' in column) continue;
      earliest = Math.min(earliest ?? low, low);
      ends.set(`${facts.table} ${name}`, { first: low, last: high });
      if (handKept.includes(facts)) planned = Math.max(planned ?? high, high);
      else latest = Math.max(latest ?? high, high);
    }
  }
  return { earliest, latest: latest ?? planned, dateOnly, exact, ends };
}
