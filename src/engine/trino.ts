import { setMaxListeners } from 'node:events';
import type { TrinoConnection } from '../model/connection.ts';
import type { Value } from './engine.ts';
import { type Server, ServerFault, type Text, type ToOpen, type Whose } from './server.ts';
import { AS_TEXTS, AS_VALUES, type PageOf, pagesOf, type Session } from './trino-pages.ts';
import { scratchIn } from './trino-scratch.ts';
import { boundSql } from './trino-values.ts';
import { openWire, type Patience } from './trino-wire.ts';

/** Milliseconds in which what a run has made is dropped. */
const GOODBYE = 30_000;

/** Characters of pages that are put together to one part. */
const PART = 4_000_000;

/** Who asks, where nobody is named. */
const NOBODY = 'sla';

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
    ...{ whose, secrets, signal: until, aside: 'unknown' },
  });
  const own = session(signal);
  const pages = (sql: string) => pagesOf(sql, own, AS_TEXTS);
  const valuesInParts = <T extends object>(sql: string, params: readonly Value[] = []) =>
    rowsOf<T>(boundSql(sql, params), own);
  const scratch =
    to.judges && connection.scratch !== null
      ? scratchIn(connection.scratch, (sql) => allOf(rowsOf(sql, { ...own, aside: 'never' })))
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
      const last: Session = { ...session(until), aside: 'never' };
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

function rowOf<T extends object>(
  columns: NonNullable<PageOf<unknown>['columns']>,
  cells: readonly unknown[],
): T {
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
