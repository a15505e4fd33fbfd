import type { Server } from '../../src/engine/server.ts';
import { openServer } from '../../src/engine/servers.ts';
import { connectionOfUrl } from '../../src/language/connections/url.ts';
import type { CountedRow } from '../sql/printed/counts.ts';

/** A cluster on which statements are tried, and tables are made to be read. */
interface Cluster {
  /** `http://127.0.0.1:58080/lake`, whose other catalog is `memory`. */
  readonly url: string;
  /** A schema of a catalog with what these statements make in it, in place of what it held. */
  schema(
    name: string,
    statements: readonly string[],
    catalog?: string,
  ): Promise<{ readonly rows: (sql: string) => Promise<readonly CountedRow[]> }>;
}

const url = process.env.SLA_TRINO;

/** Null where `SLA_TRINO` names no cluster, as `.ci/trino start` does. */
export const trino: Cluster | null = url === undefined ? null : clusterAt(url);

/** What the title of a test says that does not run. */
export const whereIsTrino = trino === null ? ' (not run: SLA_TRINO names no cluster)' : '';

function clusterAt(where: string): Cluster {
  return {
    url: where,
    async schema(name, statements, catalog = 'lake') {
      const server = await opened(where.replace(/[^/]+$/, catalog), name);
      await server.values(`CREATE SCHEMA IF NOT EXISTS ${catalog}.${name}`);
      const held = await server.rows<{ name: string }>(
        `SELECT table_name AS name, table_type AS type FROM ${catalog}.information_schema.tables WHERE table_schema = '${name}'`,
      );
      for (const { name: table, type } of held as readonly { name: string; type: string }[])
        await server.values(
          `DROP ${type === 'VIEW' ? 'VIEW' : 'TABLE'} IF EXISTS "${table.replaceAll('"', '""')}"`,
        );
      for (const statement of statements) await server.values(statement);
      return { rows: (sql) => server.values<CountedRow>(sql) };
    },
  };
}

/** Where statements name tables by their names alone. */
function opened(where: string, schema: string): Promise<Server> {
  const found = connectionOfUrl('lake', `${where}/${schema}`);
  if ('message' in found) throw new Error(found.message);
  const { signal } = new AbortController();
  const nobody = { user: null, password: null, token: null, ca: null };
  return openServer({ connection: found.connection, ...nobody, signal });
}
