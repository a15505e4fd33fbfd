/** Where a server is that holds tables. What it takes to be let in is no part of it. */
export interface Connection {
  /** As agreements call it. */
  readonly name: string;
  readonly engine: 'postgres';
  /** A name, an address, or the folder of a socket of this machine. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Null: whom the environment names. */
  readonly user: string | null;
  /** Whether what travels is encrypted, and who answers proves who it is. */
  readonly tls: boolean;
  /** Path of the certificates to believe, as it is written; null for those that the system believes. */
  readonly ca: string | null;
}

/** Whether a host is this machine, so that nothing travels. */
export const isLoopback = (host: string): boolean =>
  host.startsWith('/') || /^(?:localhost|127(?:[.]\d{1,3}){3}|::1)$/i.test(host);

/** Whether a name has signs that end it where it is sent to a server: what follows would be read as settings. */
export const hasControls = (name: string): boolean => /\p{Cc}/u.test(name);

/** A table of a server, as a source names it. */
export interface ServerTable {
  readonly connection: string;
  readonly table: string;
}

/** How people and reports name a table of a server, where a file stands elsewhere. */
export const nameOfTable = ({ connection, table }: ServerTable): string => `${connection}:${table}`;
