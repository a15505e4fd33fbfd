import { mark, say, t } from '../../messages/index.ts';
import { type Connection, isLoopback } from '../../model/connection.ts';
import {
  type Addressed,
  type ConnectionForm,
  type ConnectionMap,
  decodedParts,
  inTheClear,
  type Problem,
  textOf,
} from './form.ts';

const PORT = 5432;

const KEEP_OUT = mark`remove it, and change it where it is used, for git keeps it; set PGPASSWORD, or add a line to ~/.pgpass`;

/** `postgres://user@host:port/database`, or the same as a map. */
export const postgres: ConnectionForm = {
  scheme: /^postgres(?:ql)?:$/,
  keys: ['host', 'port', 'database', 'user', 'tls', 'ca'],
  keepOut: () => say(KEEP_OUT),
  ofUrl,
  ofMap,
};

function ofUrl(name: string, url: URL): Addressed | Problem {
  const help = t`write postgres://HOST:5432/DATABASE, such as postgres://replica.example.fr/odoo`;
  const parts = decodedParts([url.username, url.password, url.hostname, url.pathname.slice(1)]);
  if (parts === null) return { message: t`The address of "${name}" is none`, help };
  const [user, password, host, database] = parts;
  const { tls, wrong } = tlsOf(url.searchParams);
  if (wrong !== null)
    return {
      message: t`"${wrong}" is not read in the address of "${name}"`,
      help: t`leave it out: TLS is verified for every host but this machine; sslmode=verify-full asks for it there too`,
    };
  if (!host || !database) return { message: t`The address of "${name}" names no host, or no database`, help };
  const at = host.replace(/^\[(.*)\]$/, '$1');
  const known = { name, engine: 'postgres', host: at, port: Number(url.port || PORT), database } as const;
  return {
    connection: { ...known, user: user || null, tls: tls || !isLoopback(at), ca: null },
    password: password || null,
  };
}

/** Parts of a web address that are not one have no meaning here. */
function tlsOf(asked: URLSearchParams): { readonly tls: boolean; readonly wrong: string | null } {
  for (const [key, value] of asked)
    if (key !== 'sslmode' || value !== 'verify-full') return { tls: true, wrong: key };
  return { tls: asked.size > 0, wrong: null };
}

function ofMap(map: ConnectionMap): Connection | null {
  const { name, raw, refuse } = map;
  const [host, database] = [textOf(map, 'host', true), textOf(map, 'database', true)];
  const [user, ca] = [textOf(map, 'user', false), textOf(map, 'ca', false)];
  if (host?.includes('@') || host?.includes('://'))
    refuse(
      'host',
      t`"host" of "${name}" is no name of a host`,
      t`write the name or the address of the server alone`,
    );
  const port = raw.port ?? PORT;
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535)
    refuse('port', t`"port" of "${name}" is a number from 1 to 65535`, t`write port: 5432`);
  if (raw.tls !== undefined && typeof raw.tls !== 'boolean')
    refuse(
      'tls',
      t`"tls" of "${name}" is true or false`,
      t`leave it out: it is true for every host but this machine`,
    );
  if (raw.tls === false && host !== null && !isLoopback(host)) {
    const { message, help } = inTheClear(
      name,
      t`leave tls out, and write ca: certs/ca.pem where its certificate is your own; or go through a tunnel to localhost`,
    );
    refuse('tls', message, help);
  }
  if (host === null || database === null) return null;
  const tls = raw.tls === true || !isLoopback(host) || ca !== null;
  return { name, engine: 'postgres', host, port: Number(port), database, user, tls, ca };
}
