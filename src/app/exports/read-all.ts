import { isAbsolute } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import type { Input, Ledger } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { LoadReport, ReadPlan } from '../../model/reading.ts';
import type { Selection } from '../../model/requests.ts';
import type { Micros } from '../../model/time.ts';
import type { Facts } from '../../plan/facts.ts';
import { readSource } from '../../reading/read-source.ts';
import type { Servers } from '../../reading/read-task.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import type { Sourced } from '../agreements/family.ts';
import { shown } from '../agreements/find.ts';
import { withCurrencies } from './currencies.ts';
import { withEvidence } from './evidence.ts';
import { readPlan } from './files.ts';
import { asOwnProblem, keptByHand, withoutRows } from './kept-by-hand.ts';
import { mergedOf } from './merged.ts';
import { isNamed, readLinks, underLeads, unnamedTable } from './names.ts';
import { NOTHING, type Spread, spreadOf } from './spread.ts';
import type { RunTables } from './tables.ts';
import { filesWanted, joinedColumn } from './wanted.ts';
import { yamlRecords } from './yaml-records.ts';

/** What the exports hold, once they are tables of the engine. */
export interface ReadExports extends Spread {
  readonly ledgers: Readonly<Record<string, Ledger>>;
  readonly inputs: readonly Input[];
  readonly reports: readonly { readonly facts: Facts; readonly report: LoadReport }[];
  readonly findings: readonly Diagnostic[];
  /**
   * The tables of files kept by hand that could not be read: their promises have no verdict.
   */
  readonly unread: ReadonlySet<string>;
  /** Where the facts are, where that is not the engine of the run. */
  readonly engine?: Engine;
  /** Why rows of a server were brought here, where they might have been judged there. */
  readonly whyHere?: string;
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
  /** Why the promises can not be judged on a server, as a sentence; null where they can; missing where nobody asks. */
  readonly whyHere?: (dialect: JudgingDialect) => string | null;
}

/**
 * Reads the sources that are asked for into the embedded engine, the leads last; of each server in one transaction. A
 * fatal finding ends it. Long because all of it adds to what was read.
 */
export async function readHere(
  servers: Servers | undefined,
  toRead: ToRead,
  isAsked: (facts: Facts) => boolean = () => true,
): Promise<ReadExports> {
  const { tables, sourced, selection, engine, io } = toRead;
  const ledgers: Record<string, Ledger> = {};
  const asKnown = (file: string) => shown(file, io);
  const inputs: Input[] = [];
  const reports: { facts: Facts; report: LoadReport }[] = [];
  const joins: ReadPlan['joins'][number][] = [];
  const { wanted: all, findings, unread } = await filesWanted({ tables, sourced, selection, io });
  const wanted = all.filter(({ facts }) => isAsked(facts));
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
export const withNoRows = (tables: RunTables, unread: ReadonlySet<Facts>): readonly Facts[] => [
  ...unread,
  ...(tables.all().includes(tables.leads) ? [] : [tables.leads]),
];

/** What the agreement and the request say of how a source is read. */
export function asAsked(plan: ReadPlan, { versions, asOf }: ToRead): ReadPlan {
  const agreements = versions.map(({ agreement }) => agreement);
  return { ...plan, fields: withCurrencies(plan.fields, agreements), asOf };
}

const tablesOf = (all: ReadonlySet<Facts>): ReadonlySet<string> =>
  new Set([...all].map(({ table }) => table));

/** The reader of an export names it by its absolute path, or what the agreement says by its path in there. */
export function asShown({ path, ...finding }: Diagnostic, sourced: Sourced, io: Io): Diagnostic {
  if (path !== undefined) return { ...finding, place: sourced.place(path) };
  const { place } = finding;
  // What is no path is a table of a server, or was made known before.
  const named = place && isAbsolute(place.file) ? shown(place.file, io) : place?.file;
  return place && named !== undefined ? { ...finding, place: { ...place, file: named } } : finding;
}
