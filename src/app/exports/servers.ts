import { dirname, join } from 'node:path';
import type { Server } from '../../engine/server.ts';
import { openServer } from '../../engine/servers.ts';
import { FileProblem } from '../../files/disk.ts';
import { type ReadConnections, readConnections } from '../../language/connections/read.ts';
import { connectionOfUrl } from '../../language/connections/url.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { nearest } from '../../messages/nearest.ts';
import { quoted } from '../../messages/quoted.ts';
import { type Connection, type ServerEngine, variableOf } from '../../model/connection.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { Selection } from '../../model/requests.ts';
import type { Servers } from '../../reading/read-task.ts';
import { shown } from '../agreements/find.ts';
import { leavesRepository, rootOf } from '../agreements/inside-repository.ts';

/** Where connections are said, in the folder of an agreement or in one above it, up to the root of the repository. */
const CONNECTIONS = '.sla/connections.yaml';

/**
 * The servers that an agreement may read: those of the repository's own file, and those that were typed for this run.
 * Undefined where the command asks none. Each is asked once it is needed, and all that is read of it is of one moment.
 */
export function serversOf(
  agreementFile: string,
  { connections: typed }: Pick<Selection, 'connections'>,
  io: Io,
  judges = false,
): Servers | undefined {
  if (typed === undefined) return undefined;
  const opened = new Map<string, Promise<Server | Diagnostic>>();
  const open = async (name: string): Promise<Server | Diagnostic> => {
    const found = await connectionFor(name, typed, agreementFile, io);
    if ('rule' in found) return found;
    const { connection, password, ca } = found;
    const { user, ...known } = credentialsOf(connection, io);
    return openServer({
      ...{ connection, ca, signal: io.signal, user, token: known.token, judges },
      password: password ?? known.password,
    });
  };
  return {
    open(name) {
      const known = opened.get(name) ?? open(name);
      opened.set(name, known);
      return known;
    },
    async close() {
      for (const one of opened.values()) {
        const server = await one.catch(() => null);
        if (server !== null && 'close' in server) await server.close();
      }
      opened.clear();
    },
  };
}

/** What the environment says to those engines whose programs all look there. */
const COMMON: Readonly<Record<ServerEngine, { readonly user: string; readonly password: string } | null>> = {
  postgres: { user: 'PGUSER', password: 'PGPASSWORD' },
  trino: null,
};

/** Whom the environment names for a connection, and what it says for them. */
function credentialsOf({ name, engine, user }: Connection, { env }: Io) {
  const common = COMMON[engine];
  const own = (what: 'USER' | 'PASSWORD' | 'TOKEN') => env[variableOf(name, what)] || undefined;
  return {
    user: own('USER') ?? user ?? (common === null ? undefined : env[common.user]) ?? null,
    password: own('PASSWORD') ?? (common === null ? undefined : env[common.password]) ?? null,
    token: own('TOKEN') ?? null,
  };
}

interface Found {
  readonly connection: Connection;
  readonly password: string | null;
  readonly ca: string | null;
}

async function connectionFor(
  name: string,
  typed: Readonly<Record<string, string>>,
  agreementFile: string,
  io: Io,
): Promise<Found | Diagnostic> {
  const url = Object.hasOwn(typed, name) ? typed[name] : undefined;
  const found = url === undefined ? null : connectionOfUrl(name, url);
  if (found !== null && 'message' in found)
    return problem(t`--connection ${name}: ${found.message}`, found.help, 'wrong-option');
  const folder = await folderOfConnections(agreementFile, io);
  const { connections, diagnostics } = await connectionsIn(folder, io);
  const [wrong] = diagnostics;
  if (wrong) return wrong;
  const connection = Object.hasOwn(connections, name) ? connections[name] : undefined;
  // Rows that stay wherever the repository says so stay on another server too, unless its address says otherwise.
  if (found !== null) {
    const { rows } = found.connection.rows === undefined && connection ? connection : found.connection;
    return {
      ...found,
      connection: rows === undefined ? found.connection : { ...found.connection, rows },
      ca: null,
    };
  }
  if (connection === undefined) return unknown(name, Object.keys(connections));
  const ca = await certificates(connection, folder, io);
  return typeof ca === 'object' && ca !== null ? ca : { connection, password: null, ca };
}

/** The nearest that holds connections; else the root. */
async function folderOfConnections(agreementFile: string, io: Io): Promise<string> {
  const root = await rootOf(agreementFile, io);
  for (let folder = dirname(agreementFile); folder !== root; folder = dirname(folder))
    if ((await io.files.stat(pathIn(folder))) !== null) return folder;
  return root;
}

const pathIn = (folder: string): string => join(folder, ...CONNECTIONS.split('/'));

async function connectionsIn(folder: string, io: Io): Promise<ReadConnections> {
  const path = pathIn(folder);
  if ((await io.files.stat(path)) === null) return { connections: {}, diagnostics: [] };
  if (await leavesRepository(path, join(folder, 'x'), io))
    return { connections: {}, diagnostics: [outside(CONNECTIONS)] };
  try {
    return readConnections(shown(path, io), await io.files.read(path));
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    const help = t`put the connections there as a file, or name one with --connection`;
    return { connections: {}, diagnostics: [problem(error.message, help)] };
  }
}

/** The text of the certificates that a connection believes. */
async function certificates(
  { ca, name }: Connection,
  folder: string,
  io: Io,
): Promise<string | null | Diagnostic> {
  if (ca === null) return null;
  const path = join(folder, ca);
  if (await leavesRepository(path, join(folder, 'x'), io)) return outside(ca);
  if ((await io.files.stat(path))?.kind !== 'file')
    return problem(
      t`The certificates "${ca}" of the connection "${name}" are not there`,
      t`put them there, as a path from the folder that holds .sla, or correct ca in ${CONNECTIONS}`,
    );
  return new TextDecoder().decode(await io.files.read(path));
}

const problem = (message: string, help: string, rule = 'no-connection'): Diagnostic => ({
  ...{ rule, severity: 'error', message, help, fatal: true },
});

const outside = (path: string): Diagnostic =>
  problem(
    t`"${path}" leads to a file outside the repository`,
    t`keep the connections in the repository itself`,
    'outside-path',
  );

function unknown(name: string, names: readonly string[]): Diagnostic {
  const near = nearest(name, names);
  const write = t`write ${name}: postgres://HOST/DATABASE (or https://HOST/CATALOG of a Trino) into ${CONNECTIONS}, or name it for this run with --connection ${name}=postgres://HOST/DATABASE`;
  const known = allOf(names.map(quoted));
  return problem(
    t`There is no connection "${name}"`,
    near !== null
      ? t`did you mean "${near}"? the connections are ${known}`
      : names.length > 0
        ? t`the connections are ${known}; ${write}`
        : write,
  );
}
