import type { Engine } from '../../engine/engine.ts';
import { inPlace } from '../../engine/in-place.ts';
import { type FaultKind, type Server, ServerFault } from '../../engine/server.ts';
import { number } from '../../engine/cell.ts';
import { mark, plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import { rejectWords } from '../../messages/reject-words.ts';
import type { Ledger } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { nameOfTable } from '../../model/connection.ts';
import type { LoadReport, ReadPlan } from '../../model/reading.ts';
import type { Facts } from '../../plan/facts.ts';
import { readSource } from '../../reading/read-source.ts';
import { faultFinding } from '../../reading/server/problems.ts';
import type { Servers } from '../../reading/read-task.ts';
import {
  type ServedTable,
  servedTable,
  tableRead,
  typedSourceOf,
  whyNotServed,
} from '../../reading/server/served-table.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { written } from '../../sql/dialects/index.ts';
import { fieldsOfColumns } from '../../sql/read/columns.ts';
import { portablePattern } from '../../sql/portable-pattern.ts';
import {
  cellsSql,
  clocksSql,
  FAULT,
  keysCountedSql,
  surveyed,
  surveySql,
  type TypedSource,
} from '../../sql/server-facts/cells.ts';
import { typedFactsSql } from '../../sql/server-facts/facts.ts';
import { SIGNS, signsSql } from '../../sql/server-facts/texts.ts';
import { whyNotByStatements } from './by-statements.ts';
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
export interface NotInPlace {
  readonly why: string;
  /** The table that is named where it is told. */
  readonly of: NonNullable<ReadPlan['server']>;
  /** Whether they may not be brought here either. */
  readonly isRefused: boolean;
  /** What is wrong with the server or the way to it, if it is that. */
  readonly fault?: Diagnostic | undefined;
}

/** The same of one reason. */
interface Why {
  readonly why: string;
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
  // Where nothing is judged in place, it is no news that rows come.
  if (!isRefused && dialect.lacks.has('percentiles')) return null;
  const why =
    !isRefused && server.tables === null
      ? t`its user may make no temporary tables there, without which each question reads all rows anew`
      : whyNot(task, dialect);
  if (why !== null) return { why, of: named, isRefused };
  try {
    const placed = await served(task, server, inPlace(server, dialect, home));
    return placed !== null && 'why' in placed ? { ...placed, of: named, isRefused } : placed;
  } catch (error) {
    if (!(error instanceof ServerFault)) throw error;
    // The transaction has ended: what is asked next begins another.
    await servers.close();
    const { message, kind, cause } = error;
    const fault = OF_WAY.has(kind)
      ? faultFinding(cause instanceof ServerFault ? cause : error, named)
      : undefined;
    return { why: message === '' ? kind : message, of: named, isRefused, fault };
  }
}

/** Faults that say nothing of the rows, and may be gone when it is asked again. */
const OF_WAY: ReadonlySet<FaultKind> = new Set(['nobody', 'silent', 'lost', 'too-long', 'too-many']);

/** Why it can not be, by what the agreement says alone; null where it can. */
function whyNot({ sources, isScattered, whyHere }: Task, dialect: JudgingDialect): string | null {
  if (isScattered) return t`its sources are not all tables of one connection`;
  if (dialect.lacks.has('percentiles')) return t`${dialect.name} has no exact percentiles`;
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
    reports.push({ facts, report: reportOf(counted, { plan, task, facts, table }) });
  }
  return { engine, reports };
}

interface Counted {
  readonly ledger: Ledger;
  /** Of the rows that are rejected. */
  readonly warnings: readonly Diagnostic[];
  readonly dst: LoadReport['dst'];
}

/** Makes the facts of one table, and counts what became of its rows. */
async function countedRows(
  { table, source: { name } }: Facts,
  source: TypedSource,
  engine: Engine,
): Promise<Counted | Why> {
  const { plan } = source;
  const cells = `${table}$cells`;
  await engine.keep(cells, [cellsSql(source, engine.dialect)]);
  const faults = await engine.rows<{ fault: number; n: number }>(surveySql(cells, engine.dialect));
  const countOf = (fault: number) => number(faults.find((row) => row.fault === fault)?.n ?? 0);
  if (countOf(FAULT.other) > 0)
    return { why: t`some rows of "${name}" hold a number or a key that is told row by row` };
  const read = faults.reduce((sum, { n }) => sum + number(n), 0);
  const excluded: Record<string, number> = {};
  const rejected: Record<string, number> = {};
  const add = (to: Record<string, number>, reason: string, n: number): void => {
    if (n > 0) to[reason] = (to[reason] ?? 0) + n;
  };
  if (plan.unlinked === 'of no lead') add(excluded, mark`of no lead`, countOf(FAULT.blankKey));
  else if (plan.unlinked === 'of no row') add(excluded, mark`of no row`, countOf(FAULT.blankKey));
  else add(rejected, 'blank-key', countOf(FAULT.blankKey));
  add(excluded, mark`blank row`, countOf(FAULT.blankRow));
  for (const [i] of surveyed(source).entries())
    add(rejected, 'implausible-date', countOf(FAULT.firstDate + i));
  const refused = Object.values(rejected).reduce((sum, n) => sum + n, 0);
  if (refused > plan.maxRejected * read)
    return { why: t`too many rows of "${name}" are rejected, which is told row by row` };
  await engine.keep(table, [typedFactsSql({ ...source, cells }, engine.dialect)]);
  const [made] = await engine.rows<{ n: number; keys: number }>(keysCountedSql(table, engine.dialect));
  const judged = made?.n ?? 0;
  if (plan.unique !== 'many' && judged > (made?.keys ?? 0))
    return { why: t`rows of "${name}" with one key differ, which is told row by row` };
  add(excluded, mark`identical duplicate`, countOf(0) - judged);
  const warnings = [
    ...(read === 0 ? [noRowsThere(plan)] : []),
    ...Object.entries(rejected).map(([reason, n]) => rejectedThere(reason, n, plan)),
  ];
  const clocks = clocksSql(cells, source, engine.dialect);
  const [dst] = clocks === null ? [] : await engine.rows<LoadReport['dst']>(clocks);
  return { ledger: { read, judged, excluded, rejected }, warnings, dst: dst ?? { gap: 0, overlap: 0 } };
}

function reportOf(
  { ledger, warnings, dst }: Counted,
  { plan, task, facts, table }: ToServe & { readonly task: Task; readonly table: ServedTable },
): LoadReport {
  const { server } = plan;
  if (server === undefined) throw new Error(`"${plan.source}" is no table of a server`);
  let askedFor = 0;
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
      },
    ],
    ...{ tables: [tableRead(table, ledger.read)], fatal: [], warnings, dst, preferredLeft: 0 },
    rejects: async () => [],
    rowsOf: async (key, limit) => {
      const { home, files, servers } = task;
      const report = await readSource({
        ...{ engine: home, files, servers },
        plan: {
          ...plan,
          ...{ table: `${facts.table}$of${askedFor++}`, onlyKeys: [key], joins: [] },
          columns: fieldsOfColumns(plan.columns)
            .filter((field) => plan.fields[field])
            .map((field) => ({ name: field, kind: 'text', field })),
        },
      });
      return report.rowsOf(key, limit);
    },
    findsRowsSoon: true,
  };
}

/** Rows that are rejected where nobody sees them. */
function rejectedThere(reason: string, n: number, { source, server }: ReadPlan): Diagnostic {
  const cause = rejectWords(reason);
  return {
    ...{ rule: reason, severity: 'warning' },
    message: plural(
      n,
      t`${whole(n)} row of "${source}" rejected, ${cause}`,
      t`${whole(n)} rows of "${source}" rejected, ${cause}`,
    ),
    help: t`correct the cells in the CRM; with rows: come, "sla check --rejects FILE" lists every one`,
    ...placeOf(server),
  };
}

const placeOf = (server: ReadPlan['server']): Pick<Diagnostic, 'path'> =>
  server === undefined ? {} : { path: [...server.path, 'table'] };

const noRowsThere = ({ server, source }: ReadPlan): Diagnostic => ({
  ...{ rule: 'no-rows', severity: 'warning', ...placeOf(server) },
  message: t`The table "${server?.table ?? source}" has no rows`,
  help: t`check what its user may read: a server may hide rows from some`,
});
