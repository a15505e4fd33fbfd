import type { Engine } from '../../engine/engine.ts';
import { inPlace } from '../../engine/in-place.ts';
import { type FaultKind, type Server, ServerFault } from '../../engine/server.ts';
import { t } from '../../messages/index.ts';
import { nameOfTable } from '../../model/connection.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LoadReport, ReadPlan } from '../../model/reading.ts';
import type { Facts } from '../../plan/facts.ts';
import { readSource } from '../../reading/read-source.ts';
import type { Servers } from '../../reading/read-task.ts';
import { faultFinding, rowsNotPinned } from '../../reading/server/problems.ts';
import {
  type ServedTable,
  servedTable,
  tableRead,
  typedSourceOf,
  whyNotServed,
} from '../../reading/server/served-table.ts';
import { type Moment, momentOf } from '../../reading/server/version.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { written } from '../../sql/dialects/index.ts';
import { portablePattern } from '../../sql/portable-pattern.ts';
import { fieldsOfColumns } from '../../sql/read/columns.ts';
import { SIGNS, signsSql } from '../../sql/server-facts/texts.ts';
import { whyNotByStatements } from './by-statements.ts';
import { type Counted, countedRows, type Why } from './rows-in-place.ts';
import type { RunTables } from './tables.ts';

/** A source as it is to be read, whose rows may stay on their server. */
interface ToServe {
  readonly facts: Facts;
  readonly plan: ReadPlan;
}

/** Sources that became facts on their server, where they are judged. */
export interface InPlace {
  readonly engine: Engine;
  readonly reports: readonly { readonly facts: Facts; readonly report: LoadReport }[];
}

/** Why rows are brought here and not judged where they are. */
export interface NotInPlace extends Why {
  /** The table that is named where it is told. */
  readonly of: NonNullable<ReadPlan['server']>;
  /** Whether they may not be brought here either. */
  readonly isRefused: boolean;
  /** What to do, where the server had to be asked. */
  readonly help?: string | undefined;
  /** What is wrong with the server or the way to it, if it is that. */
  readonly fault?: Diagnostic | undefined;
}

interface Task {
  readonly tables: RunTables;
  readonly sources: readonly ToServe[];
  readonly servers: Servers;
  /** The embedded engine, and what it reads files with. */
  readonly home: Engine;
  readonly files: Parameters<typeof readSource>[0]['files'];
  /** Whether some rows are in files, or on another server. */
  readonly isScattered: boolean;
  readonly whyHere: (dialect: JudgingDialect) => string | null;
}

/**
 * Makes facts of tables on the server that has them all. Null where the reading here is to tell what is wrong: then
 * nothing is left of it.
 */
export async function serveInPlace(task: Task): Promise<InPlace | NotInPlace | null> {
  const { sources, servers, home } = task;
  const [first] = sources;
  const named = first?.plan.server;
  if (named === undefined) return null;
  const server = await opened(servers, named.connection);
  if (server === null || server.rowsOf === 'come') return null;
  const isRefused = server.rowsOf === 'stay';
  const dialect = inWords(server);
  // Where nobody keeps anything, each question finds all again: rows stay there where that is asked for.
  if (!isRefused && server.tables === null && server.whyNoTables === null) return null;
  const why = (isRefused || server.tables !== null ? null : server.whyNoTables) ?? whyNot(task, dialect);
  if (why !== null) return { why, of: named, isRefused };
  try {
    const placed = await served(task, server, inPlace(server, dialect, home));
    return placed !== null && 'why' in placed ? { ...placed, of: named, isRefused } : placed;
  } catch (error) {
    if (!(error instanceof ServerFault)) throw error;
    // The transaction has ended: what is asked next begins another.
    await servers.close();
    const { message, kind, cause, help } = error;
    const fault = OF_WAY.has(kind)
      ? faultFinding(cause instanceof ServerFault ? cause : error, named)
      : undefined;
    return { why: message === '' ? kind : message, of: named, isRefused, fault, help };
  }
}

/** Faults that say nothing of the rows, and may be gone when it is asked again. */
const OF_WAY: ReadonlySet<FaultKind> = new Set(['nobody', 'silent', 'lost', 'too-long', 'too-many']);

/** Why it can not be, by what the agreement says alone; null where it can. */
function whyNot({ sources, isScattered, whyHere }: Task, dialect: JudgingDialect): string | null {
  if (isScattered) return t`its sources are not all tables of one connection`;
  return (
    whyHere(dialect) ??
    whyNotByStatements(
      sources.map(({ facts }) => facts),
      dialect,
    )
  );
}

async function opened(servers: Servers, connection: string): Promise<Server | null> {
  try {
    const server = await servers.open(connection);
    return 'rule' in server ? null : server;
  } catch (error) {
    // Who reads there next is told why.
    if (error instanceof ServerFault) return null;
    throw error;
  }
}

/** The dialect of a server, in which patterns are written as it reads them. */
function inWords({ engine }: Server): JudgingDialect {
  const dialect = written[engine];
  if (dialect === undefined) throw new Error(`There is no dialect of ${engine}`);
  return {
    ...dialect,
    matches: (text, pattern) => dialect.matches(text, portablePattern(pattern) ?? pattern),
  };
}

async function served(task: Task, server: Server, engine: Engine): Promise<InPlace | Why | null> {
  const { sources, servers, home, files, tables: run } = task;
  const of = (facts: Facts) => ({
    isEvent: !run.cases().includes(facts),
    isJoined: run.joined().includes(facts),
  });
  const tables: (ToServe & { readonly table: ServedTable })[] = [];
  for (const source of sources) {
    const table = await servedTable({ engine: home, files, plan: source.plan, servers });
    if (table === null) return null;
    const why = whyNotServed(source.plan, table);
    if (why !== null) return { why };
    tables.push({ ...source, table });
  }
  await engine.keep(SIGNS, [signsSql(engine.dialect)]);
  const reports: { facts: Facts; report: LoadReport }[] = [];
  for (const { facts, plan, table } of tables) {
    const source = await typedSourceOf(plan, table, { server, dialect: engine.dialect, ...of(facts) });
    const counted = await countedRows(facts, source, engine);
    if ('why' in counted) return counted;
    const moment = await momentOf(server, table.opened.relation);
    reports.push({ facts, report: reportOf(counted, { plan, task, facts, table, moment }) });
  }
  return { engine, reports };
}

function reportOf(
  { ledger, warnings, dst, preferredLeft }: Counted,
  {
    plan,
    task,
    facts,
    table,
    moment,
  }: ToServe & { readonly task: Task; readonly table: ServedTable; readonly moment: Moment },
): LoadReport {
  const { server } = plan;
  if (server === undefined) throw new Error(`"${plan.source}" is no table of a server`);
  let askedFor = 0;
  /** The rows of one key, as the reading here has them. */
  const readOf = (key: string): Promise<LoadReport> => {
    const { home, files, servers } = task;
    return readSource({
      ...{ engine: home, files, servers },
      plan: {
        ...plan,
        ...{ table: `${facts.table}$of${askedFor++}`, onlyKeys: [key], joins: [] },
        columns: fieldsOfColumns(plan.columns)
          .filter((field) => plan.fields[field])
          .map((field) => ({ name: field, kind: 'text', field })),
      },
    });
  };
  return {
    ledger,
    inputs: [
      {
        source: plan.source,
        file: nameOfTable(server),
        bytes: 0,
        sha256: '',
        rows: ledger.read,
        stayed: true,
        ...(moment.of === 'version' ? { snapshot: moment.version } : {}),
      },
    ],
    warnings: [...warnings, ...(moment.of === 'statement' ? [rowsNotPinned(server)] : [])],
    ...{ tables: [tableRead(table, ledger.read)], fatal: [], dst, preferredLeft },
    // All of them are not brought here.
    rejects: async (limit, key) => (key === undefined ? [] : (await readOf(key)).rejects(limit, key)),
    rowsOf: async (key, limit) => (await readOf(key)).rowsOf(key, limit),
    ...{ findsRowsSoon: true, stays: true },
  };
}
