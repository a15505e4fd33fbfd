import type { Connection, ServerEngine } from '../model/connection.ts';
import { openPostgres } from './postgres.ts';
import type { Server, ToOpen } from './server.ts';
import { openTrino } from './trino.ts';

/** Every engine whose tables are read where they are, by its name. */
const openers: {
  readonly [E in ServerEngine]: (to: ToOpen<Extract<Connection, { engine: E }>>) => Promise<Server>;
} = { postgres: openPostgres, trino: openTrino };

/** Begins to read a server. Throws a `ServerFault`. */
export async function openServer(to: ToOpen): Promise<Server> {
  const open = openers[to.connection.engine] as (to: ToOpen) => Promise<Server>;
  return { ...(await open(to)), rowsOf: to.connection.rows };
}
