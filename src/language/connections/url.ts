import { t } from '../../messages/index.ts';
import { type Connection, hasControls, isLoopback } from '../../model/connection.ts';

/** Where a server is by its address, with the secret that it may hold. */
export interface Addressed {
  readonly connection: Connection;
  readonly password: string | null;
}

/** What is wrong with an address: the address itself is never repeated, for it may hold a secret. */
export interface Problem {
  readonly message: string;
  readonly help: string;
}

const PORT = 5432;

/** Reads `postgres://user@host:port/database`. */
export function connectionOfUrl(name: string, text: string): Addressed | Problem {
  const help = t`write postgres://HOST:5432/DATABASE, such as postgres://replica.example.fr/odoo`;
  if (!URL.canParse(text)) return { message: t`The address of "${name}" is none`, help };
  const url = new URL(text);
  if (!/^postgres(?:ql)?:$/.test(url.protocol))
    return { message: t`The address of "${name}" is not that of a PostgreSQL`, help };
  // What stands before it is the rest of a password: it is neither repeated nor taken for a name.
  if (/@/.test(url.pathname + url.search + url.hash))
    return {
      message: t`The address of "${name}" has an "@" after its host`,
      help: t`leave the password out of it, or write its /, ? and # as %2F, %3F and %23`,
    };
  const parts = [url.username, url.password, url.hostname, url.pathname.slice(1)].map(decoded);
  const [user = null, password = null, host = null, database = null] = parts;
  if (parts.some((part) => part === null || hasControls(part)))
    return { message: t`The address of "${name}" is none`, help };
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

/** Null where a "%" begins no sign. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
