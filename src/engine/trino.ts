import { setMaxListeners } from 'node:events';
import type { TrinoConnection } from '../model/connection.ts';
import type { Value } from './engine.ts';
import { type Server, ServerFault, type Text, type ToOpen, type Whose } from './server.ts';
import { faultOf, faultOfStatement, type TrinoError, Unanswered } from './trino-faults.ts';
import { scratchIn } from './trino-scratch.ts';
import { isSpooled, MAY_LAY_ASIDE, type Spooled, spooledRows } from './trino-spooled.ts';
import { boundSql, type Told, textsOf, valuesOf, withWholeNumbers } from './trino-values.ts';
import { openWire, type Patience, type Wire } from './trino-wire.ts';

/** Milliseconds until a statement that gives no row counts as too long. */
const LONGEST = 600_000;

/** Milliseconds in which what a run has made is dropped. */
const GOODBYE = 30_000;

/** Characters of pages that are put together to one part. */
const PART = 4_000_000;

/** Who asks, where nobody is named. */
const NOBODY = 'sla';

/** A page of the answer to a statement, as far as it matters here. */
interface Page {
  readonly nextUri?: string;
  readonly columns?: readonly { readonly name: string; readonly type?: string }[];
  readonly data?: readonly unknown[] | Spooled;
  readonly error?: TrinoError;
}

/**
 * Begins to read a Trino by its protocol of HTTP. Statements have no transaction: what is to be of one moment names
 * its snapshot. Ctrl-C and every fault end the statement on the server too. Throws a `ServerFault`.
 */
export async function openTrino(to: ToOpen<TrinoConnection>, patience: Patience = {}): Promise<Server> {
  const { connection, ca, signal, password, token } = to;
  const whose: Whose = { engine: 'trino', where: whereOf(connection) };
  const secrets = [password, token].filter((secret): secret is string => secret !== null && secret !== '');
  if (secrets.length > 0 && !connection.server.startsWith('https:'))
    throw new ServerFault('in-the-clear', whose, '');
  const headers = headersOf(to);
  const session = (until: AbortSignal): Session => ({
    wire: openWire({ server: connection.server, headers, ca, signal: until, patience }),
    ...{ whose, secrets, signal: until, laysAside: true },
  });
  const own = session(signal);
  const pages = (sql: string) => pagesOf(sql, own, AS_TEXTS);
  const valuesInParts = <T extends object>(sql: string, params: readonly Value[] = []) =>
    rowsOf<T>(boundSql(sql, params), own);
  const scratch =
    to.judges && connection.scratch !== null
      ? scratchIn(connection.scratch, (sql) => allOf(rowsOf(sql, own)))
      : null;
  return {
    ...whose,
    home: { catalog: connection.catalog, schema: connection.schema },
    async rows<T extends object>(sql: string) {
      const rows: T[] = [];
      for await (const { columns = [], data = [] } of pages(sql))
        for (const cells of data) rows.push(rowOf<T>(columns, cells));
      return rows;
    },
    values: <T extends object>(sql: string, params: readonly Value[] = []) =>
      allOf(valuesInParts<T>(sql, params)),
    valuesInParts,
    ...{ tables: scratch, whyNoTables: null },
    async *parts(select) {
      let part: (readonly Text[])[] = [];
      let characters = 0;
      for await (const { data = [], length } of pages(select)) {
        for (const cells of data) part.push(cells);
        characters += length;
        if (characters < PART) continue;
        yield part;
        [part, characters] = [[], 0];
      }
      if (part.length > 0) yield part;
    },
    async close() {
      own.wire.close();
      if (scratch === null) return;
      // The run may have been interrupted: what it made is dropped all the same.
      const until = AbortSignal.timeout(GOODBYE);
      // Every statement that is under way listens.
      setMaxListeners(0, until);
      const last = session(until);
      await scratch.end((sql) => allOf(rowsOf(sql, last)));
      last.wire.close();
    },
  };
}

/** The rows of a statement in parts, with the values of an engine. */
async function* rowsOf<T extends object>(sql: string, session: Session): AsyncIterable<readonly T[]> {
  for await (const { columns = [], data } of pagesOf(sql, session, AS_VALUES))
    yield data.map((cells) => rowOf<T>(columns, cells));
}

async function allOf<T>(parts: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const rows: T[] = [];
  for await (const part of parts) for (const row of part) rows.push(row);
  return rows;
}

function rowOf<T extends object>(columns: Page['columns'] & object, cells: readonly unknown[]): T {
  return Object.fromEntries(columns.map(({ name }, i) => [name, cells[i] ?? null])) as T;
}

/** The server, without its scheme, and the catalog. */
const whereOf = ({ server, catalog }: TrinoConnection): string =>
  `${server.replace(/^https?:\/\//, '')}/${catalog}`;

function headersOf({ connection, user, password, token }: ToOpen<TrinoConnection>) {
  const who = user ?? NOBODY;
  const grant =
    token !== null
      ? `Bearer ${token}`
      : password !== null
        ? `Basic ${Buffer.from(`${who}:${password}`).toString('base64')}`
        : null;
  const said: Readonly<Record<string, string | null>> = {
    // Whom a token stands for, the server knows.
    'X-Trino-User': token !== null && user === null ? null : who,
    'X-Trino-Source': 'sla',
    'X-Trino-Time-Zone': 'UTC',
    'X-Trino-Catalog': connection.catalog,
    'X-Trino-Schema': connection.schema,
    Authorization: grant,
  };
  const known = Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, Buffer.from(value).toString('latin1')]));
}

/** How the cells of an answer are taken from its JSON. */
interface HowRead<Cell> {
  readonly asRead: (json: string) => string;
  readonly cellsOf: (page: Told) => readonly (readonly Cell[])[] | null;
}

const AS_TEXTS: HowRead<Text> = { asRead: (json) => json, cellsOf: textsOf };
const AS_VALUES: HowRead<Value> = { asRead: withWholeNumbers, cellsOf: valuesOf };

interface Session {
  readonly wire: Wire;
  readonly whose: Whose;
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
  /** Whether the server may lay rows aside; false once they lay where nobody is asked. */
  laysAside: boolean;
}

type PageOf<Cell> = Omit<Page, 'data'> & {
  readonly data: readonly (readonly Cell[])[];
  readonly length: number;
};

/** The pages of an answer, which the server makes as they are asked for. Who leaves early ends the statement. */
async function* pagesOf<Cell>(
  sql: string,
  session: Session,
  how: HowRead<Cell>,
): AsyncGenerator<PageOf<Cell>> {
  const { whose, secrets, signal, laysAside } = session;
  let isBegun = false;
  try {
    for await (const page of pagesFrom(sql, session, how)) {
      isBegun = true;
      yield page;
    }
  } catch (error) {
    signal.throwIfAborted();
    const isAside = error instanceof Unanswered && error.why.isAside === true;
    if (!laysAside || isBegun || !isAside) throw faultOf(error, whose, secrets);
    session.laysAside = false;
    yield* pagesOf(sql, session, how);
  }
}

async function* pagesFrom<Cell>(
  sql: string,
  { wire, whose, secrets, laysAside }: Session,
  { cellsOf, asRead }: HowRead<Cell>,
): AsyncGenerator<PageOf<Cell>> {
  let next: string | undefined;
  let isEnded = false;
  let since = Date.now();
  let rows = 0;
  try {
    let text = await wire.post('/v1/statement', sql, laysAside ? MAY_LAY_ASIDE : {});
    for (;;) {
      const page = pageOf(asRead(text));
      const { columns, data: given = [] } = page;
      const found = isSpooled(given) ? await spooledRows(given, rows, wire, asRead) : given;
      const data = areRows(found, columns) ? cellsOf({ ...(columns && { columns }), data: found }) : null;
      if (data === null) throw new Unanswered({ isUnreadable: true });
      next = page.nextUri;
      if (page.error) {
        isEnded = true;
        throw faultOfStatement(page.error, whose, secrets);
      }
      if (data.length > 0) {
        rows += data.length;
        yield { ...page, data, length: text.length };
        since = Date.now();
      }
      if (next === undefined) break;
      if (Date.now() - since > LONGEST) throw new ServerFault('too-long', whose, '');
      text = await wire.get(next);
    }
    isEnded = true;
  } finally {
    if (!isEnded && next !== undefined) await wire.drop(next);
  }
}

function pageOf(text: string): Page {
  try {
    const page: unknown = JSON.parse(text);
    if (isPage(page)) return page;
  } catch {
    // Told as what is none.
  }
  throw new Unanswered({ isUnreadable: true });
}

/** Whether the parts of a page are what they are to be. */
function isPage(page: unknown): page is Page {
  if (typeof page !== 'object' || page === null || Array.isArray(page)) return false;
  const { nextUri, columns, data } = page as { readonly [key in keyof Page]: unknown };
  return (
    (nextUri === undefined || typeof nextUri === 'string') &&
    (columns === undefined || Array.isArray(columns)) &&
    (data === undefined || Array.isArray(data) || isSpooled(data))
  );
}

/** Whether all are rows, of which no cell is missing, or one too many. */
const areRows = (
  rows: readonly unknown[],
  columns: Page['columns'],
): rows is readonly (readonly unknown[])[] =>
  rows.every((row) => Array.isArray(row) && row.length === columns?.length);
