import type { Client, ClientConfig } from 'pg';
import { t } from '../messages/index.ts';
import type { PostgresConnection } from '../model/connection.ts';
import { written } from '../sql/dialects/index.ts';
import {
  beginReadingSql,
  END_STATEMENT_OF,
  MAY_KEEP,
  OWN_PROCESS,
  rowsInParts,
  sessionTables,
} from '../sql/server-session.ts';
import type { Value } from './engine.ts';
import { faultOf } from './postgres-faults.ts';
import { guardReading, leave } from './postgres-stream.ts';
import type { Server, Text, ToOpen as ToOpenAny } from './server.ts';

/** Milliseconds until a connection counts as none, and a statement as too long. */
const [CONNECTING, LONGEST] = [10_000, 600_000];

/** Rows of the first part, few as their texts may be long, and most of any; characters that a part is to come to. */
const [FIRST, MOST, PART] = [16, 16_384, 8_000_000];

type ToOpen = ToOpenAny<PostgresConnection>;

/**
 * Begins to read a PostgreSQL: one transaction, of one moment, in which nothing can be written. Ctrl-C ends the
 * statement on the server too. Throws a `ServerFault`. Long because its methods share one client, and who closes it
 * must know what it waits for.
 */
export async function openPostgres(to: ToOpen): Promise<Server> {
  const { signal } = to;
  signal.throwIfAborted();
  const client = await connected(to);
  const told = async <T>(act: () => Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    try {
      return await act();
    } catch (error) {
      signal.throwIfAborted();
      throw faultOf(error, client, whereOf(to.connection));
    }
  };
  // A session runs one statement after the other: those that wait have been asked for, and not sent.
  let before: Promise<unknown> = Promise.resolve();
  const asked = <T>(act: () => Promise<T>): Promise<T> => {
    const answer = before.then(() => told(act));
    before = answer.catch(() => undefined);
    return answer;
  };
  let pid = '';
  const cancel = (): void => {
    const ended = pid === '' ? Promise.resolve() : endStatement(to, pid);
    void ended.finally(() => leave(client));
  };
  const close = async (): Promise<void> => {
    signal.removeEventListener('abort', cancel);
    await leave(client);
  };
  const answer = async <T extends object>(text: string, most: object, types = TEXTS) =>
    (await asked(() => client.query({ ...most, text, types }))).rows as readonly T[];
  const rows: Server['rows'] = async <T extends object>(sql: string) => answer<T>(sql, {});
  let cursors = 0;
  async function* inParts<T extends object>(
    select: string,
    how: object,
    values: readonly Value[] = [],
  ): AsyncIterable<{ rows: T[] }> {
    const { open, next, close: end } = rowsInParts(cursors++);
    await answer(open(select), { values });
    for (let size = FIRST; ; ) {
      const text = next(size);
      const part = await asked(() => client.query<T & unknown[]>({ ...how, text }));
      if (part.rows.length === 0) break;
      yield part as { rows: T[] };
      size = sizeAfter(part.rows);
    }
    await rows(end);
  }
  let mayKeep = false;
  try {
    signal.addEventListener('abort', cancel, { once: true });
    const most = { query_timeout: CONNECTING };
    pid = (await answer<{ pid: string }>(OWN_PROCESS, most))[0]?.pid ?? '';
    if (to.judges) mayKeep = (await answer<{ temporary: string }>(MAY_KEEP, most))[0]?.temporary === 't';
    const begin = beginReadingSql(LONGEST, mayKeep ? 'own tables' : 'nothing');
    for (const statement of begin) await answer(statement, most);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    engine: 'postgres',
    where: whereOf(to.connection),
    home: { catalog: null, schema: null },
    rows,
    values: async <T extends object>(sql: string, values: readonly Value[] = []) =>
      answer<T>(sql, { values }, VALUES),
    tables: mayKeep ? tablesOf(rows) : null,
    whyNoTables: t`its user may make no temporary tables there, without which each question reads all rows anew`,
    close,
    async *parts(select) {
      for await (const { rows: part } of inParts<Text[]>(select, { rowMode: 'array', types: TEXTS }))
        yield part;
    },
    async *valuesInParts<T extends object>(sql: string, values: readonly Value[] = []) {
      for await (const { rows: part } of inParts<T>(sql, { types: VALUES }, values)) yield part;
    },
  };
}

const whereOf = ({ host, port, database }: PostgresConnection): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}/${database}`;

/** All values as the texts that the server sends. */
const TEXTS = { getTypeParser: () => (text: string) => text } as unknown as NonNullable<
  ClientConfig['types']
>;

/** Tables of the session, made by its statements. */
function tablesOf(run: Server['rows']): Server['tables'] {
  const dialect = written.postgres;
  if (dialect === undefined) throw new Error('There is no dialect of PostgreSQL');
  return {
    named: 'by the session',
    async keep(table, selects) {
      for (const sql of sessionTables.keep(table, selects, dialect)) await run(sql);
    },
    async rename(table, to) {
      await run(sessionTables.rename(table, to, dialect));
    },
  };
}

const number = (text: string): Value => {
  const value = Number(text);
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(text) : value;
};

/** A list of numbers, without nulls: `{1,2}`. */
const numbers = (text: string): Value => (text === '{}' ? [] : text.slice(1, -1).split(',').map(number));

/** By the number that the server has for a type: of truths, whole numbers, fractions, and lists of both. */
const PARSERS: Readonly<Record<number, (text: string) => Value>> = {
  16: (text) => text === 't',
  ...Object.fromEntries([20, 21, 23, 26, 700, 701, 1700].map((type) => [type, number])),
  ...Object.fromEntries([1005, 1007, 1016, 1021, 1022, 1231].map((type) => [type, numbers])),
};

/** Values as those of an engine. */
const VALUES = {
  getTypeParser: (type: number) => PARSERS[type] ?? ((text: string) => text),
} as unknown as NonNullable<ClientConfig['types']>;

/** Rows that the next part has: of long texts few. */
function sizeAfter(rows: readonly object[]): number {
  let characters = 1;
  for (const row of rows)
    for (const cell of Object.values(row)) characters += typeof cell === 'string' ? cell.length : 1;
  return Math.max(1, Math.min(MOST, Math.floor((PART * rows.length) / characters)));
}

async function clientOf({ connection, user, password, ca }: ToOpen): Promise<Client> {
  const { default: pg } = await import('pg');
  const { host, port, database, tls } = connection;
  const client = new pg.Client({
    ...{ host, port, database, application_name: 'sla', keepAlive: true },
    ...{ user: user ?? undefined, password: password ?? undefined, connectionTimeoutMillis: CONNECTING },
    // A server that ends its statements answers by then.
    query_timeout: LONGEST + CONNECTING,
    ssl: tls ? { rejectUnauthorized: true, ...(ca === null ? {} : { ca }) } : false,
  });
  guardReading(client);
  return client;
}

async function connected(to: ToOpen): Promise<Client> {
  const client = await clientOf(to);
  // What is wrong while nothing is asked is told by the next statement.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await leave(client);
    to.signal.throwIfAborted();
    throw faultOf(error, client, whereOf(to.connection));
  }
  return client;
}

/** From a session of its own, for the other waits for the answer. */
async function endStatement(to: ToOpen, pid: string): Promise<void> {
  const client = await clientOf(to);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(END_STATEMENT_OF, [pid]);
  } catch {
    // The server ends it when it finds nobody to send the rows to.
  } finally {
    await leave(client);
  }
}
