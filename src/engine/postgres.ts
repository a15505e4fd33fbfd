import type { Client, ClientConfig } from 'pg';
import type { PostgresConnection } from '../model/connection.ts';
import { beginReadingSql, END_STATEMENT_OF, OWN_PROCESS, rowsInParts } from '../sql/server-session.ts';
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
  const asked = async <T>(act: () => Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    try {
      return await act();
    } catch (error) {
      signal.throwIfAborted();
      throw faultOf(error, client, whereOf(to.connection));
    }
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
  const answer = async <T extends object>(text: string, most: object) =>
    (await asked(() => client.query({ ...most, text, types: TEXTS }))).rows as readonly T[];
  const rows: Server['rows'] = async <T extends object>(sql: string) => answer<T>(sql, {});
  try {
    signal.addEventListener('abort', cancel, { once: true });
    const most = { query_timeout: CONNECTING };
    pid = (await answer<{ pid: string }>(OWN_PROCESS, most))[0]?.pid ?? '';
    for (const statement of beginReadingSql(LONGEST)) await answer(statement, most);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    engine: 'postgres',
    where: whereOf(to.connection),
    home: { catalog: null, schema: null },
    rows,
    close,
    async *parts(select) {
      await rows(rowsInParts.open(select));
      for (let size = FIRST; ; ) {
        const text = rowsInParts.next(size);
        const part = await asked(() =>
          client.query<Text[]>({ text, rowMode: 'array', types: TEXTS as ClientConfig['types'] }),
        );
        if (part.rows.length === 0) break;
        yield part.rows;
        size = sizeAfter(part.rows);
      }
      await rows(rowsInParts.close);
    },
  };
}

const whereOf = ({ host, port, database }: PostgresConnection): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}/${database}`;

/** All values as the texts that the server sends. */
const TEXTS = { getTypeParser: () => (text: string) => text } as unknown as NonNullable<
  ClientConfig['types']
>;

/** Rows that the next part has: of long texts few. */
function sizeAfter(rows: readonly (readonly Text[])[]): number {
  let characters = 1;
  for (const row of rows) for (const cell of row) characters += cell?.length ?? 0;
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
