import type { Engine } from '../../engine/engine.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { ReadPlan } from '../../model/reading.ts';
import type { Facts } from '../../plan/facts.ts';
import type { Servers } from '../../reading/read-task.ts';
import { rowsCame, rowsStay } from '../../reading/server/problems.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { factLiterals, factRowsSql } from '../../sql/facts/literals.ts';
import { shown } from '../agreements/find.ts';
import { readPlan } from './files.ts';
import { type InPlace, type NotInPlace, serveInPlace } from './in-place.ts';
import { isKeptByHand } from './kept-by-hand.ts';
import { asAsked, asShown, type ReadExports, readHere, type ToRead, withNoRows } from './read-all.ts';
import { serversOf } from './servers.ts';
import { NOTHING, spreadOf } from './spread.ts';
import { filesWanted, joinedColumn } from './wanted.ts';

/**
 * Reads every source that was asked for, the leads last; of each server in one transaction. A fatal finding ends it.
 * Where it is asked for and can be, the rows stay on their server, and `engine` is where their facts are.
 */
export async function readExports(toRead: ToRead): Promise<ReadExports> {
  const { sourced, selection, io, engine } = toRead;
  const judges = toRead.whyHere !== undefined;
  const servers = serversOf(sourced.agreement.file, selection, io, judges);
  let isKept = false;
  try {
    const placed = servers && judges ? await servedExports(servers, toRead) : null;
    if (placed !== null && !('why' in placed)) {
      isKept = true;
      engine.owns(servers as Servers);
      return placed;
    }
    if (placed === null) return await readHere(servers, toRead);
    const { why, of, isRefused, fault, help, warnings = [] } = placed;
    const told = (finding: Diagnostic) => asShown(finding, sourced, io);
    if (isRefused) return nothingRead([fault ?? rowsStay(of, why, help), ...warnings].map(told), io);
    const read = await readHere(servers, toRead);
    return { ...read, whyHere: why, findings: [...read.findings, told(rowsCame(of, why, help))] };
  } finally {
    if (!isKept) await servers?.close();
  }
}

const nothingRead = (findings: readonly Diagnostic[], io: Io): ReadExports => ({
  ...{ ledgers: {}, inputs: [], reports: [], findings, unread: new Set<string>() },
  ...{ shown: (file: string) => shown(file, io), ...NOTHING },
});

/** The exports as facts on the server that has them all; null where there is none, or the reading here tells why. */
async function servedExports(servers: Servers, toRead: ToRead): Promise<ReadExports | NotInPlace | null> {
  const { tables, sourced, selection, engine: home, io, whyHere = () => null } = toRead;
  const { wanted, findings } = await filesWanted({ tables, sourced, selection, io });
  if (findings.some(({ fatal }) => fatal)) return null;
  const onServer = wanted.filter(({ server }) => server !== undefined);
  if (onServer.length === 0) return null;
  const others = wanted.filter(({ server }) => server === undefined).map(({ facts }) => facts);
  const names = new Set(onServer.map(({ server }) => server?.connection));
  const isScattered = names.size > 1 || others.some(({ source }) => !isKeptByHand(source));
  const joins: ReadPlan['joins'][number][] = [];
  const sources = onServer.map(({ facts, files, server, fields }) => {
    const isJoined = tables.joined().includes(facts);
    const plan = asAsked(readPlan(facts, { files, server }, facts === tables.leads ? joins : []), toRead);
    if (isJoined) joins.push({ table: facts.table, on: facts.source.joinsTo, fields });
    return { facts, plan: isJoined ? { ...plan, columns: Object.values(fields).map(joinedColumn) } : plan };
  });
  const placed = await serveInPlace({
    sources,
    tables,
    servers,
    home,
    files: io.files,
    whyHere,
    isScattered,
  });
  if (placed === null || 'why' in placed) return placed;
  return withKeptByHand(placed, others, servers, toRead);
}

/** Beside facts on a server the files that people keep by hand: their rows are few, and go there. */
async function withKeptByHand(
  { engine, reports: served }: InPlace,
  others: readonly Facts[],
  servers: Servers,
  toRead: ToRead,
): Promise<ReadExports> {
  const { tables, sourced, io, engine: home } = toRead;
  const read = await readHere(servers, toRead, (facts) => others.includes(facts));
  const order = tables.all();
  const reports = [...served, ...read.reports].sort(
    (a, b) => order.indexOf(a.facts) - order.indexOf(b.facts),
  );
  const exports = {
    ...read,
    ledgers: Object.fromEntries(reports.map(({ facts, report }) => [facts.source.name, report.ledger])),
    inputs: order.flatMap((facts) => {
      const of = facts.source.name;
      const own = served.find((each) => each.facts === facts)?.report.inputs;
      return own ?? read.inputs.filter(({ source }) => source === of);
    }),
    findings: [
      ...served.flatMap(({ report }) => report.warnings.map((each) => asShown(each, sourced, io))),
      ...read.findings,
    ],
    ...{ reports, engine },
  };
  if (read.findings.some(({ fatal }) => fatal)) return exports;
  for (const facts of others) await engine.keep(facts.table, await rowsOfFacts(facts, home, engine.dialect));
  const without = withNoRows(tables, new Set()).filter((facts) => !order.includes(facts));
  for (const facts of without) await engine.keep(facts.table, await rowsOfFacts(facts, home, engine.dialect));
  return {
    ...exports,
    ...(await spreadOf(
      reports.map(({ facts }) => facts),
      tables.handKept(),
      engine,
    )),
  };
}

/** The rows of facts that are here, as SELECTs of literals. */
async function rowsOfFacts(facts: Facts, home: Engine, dialect: JudgingDialect): Promise<readonly string[]> {
  const columns = facts.columns();
  const rows = await home.rows(factRowsSql(facts.table, columns, home.dialect));
  return factLiterals(columns, facts.source.fields, rows, dialect);
}
