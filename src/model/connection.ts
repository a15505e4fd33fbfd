/** Where a server is that holds tables. What it takes to be let in is no part of it. */
export type Connection = PostgresConnection | TrinoConnection;

export type ServerEngine = Connection['engine'];

/** What is said of every server. */
interface AnyConnection {
  /** As agreements call it. */
  readonly name: string;
  /** Null: whom the environment names. */
  readonly user: string | null;
  /** Path of the certificates to believe, as it is written; null for those that the system believes. */
  readonly ca: string | null;
  /**
   * Whether the rows of its tables stay there, so that what would bring them here is refused, or come whatever is
   * asked; missing: they stay where what is asked can be judged there.
   */
  readonly rows?: RowsOf;
}

export type RowsOf = 'stay' | 'come';

export const isRowsOf = (said: unknown): said is RowsOf => said === 'stay' || said === 'come';

export interface PostgresConnection extends AnyConnection {
  readonly engine: 'postgres';
  /** A name, an address, or the folder of a socket of this machine. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Whether what travels is encrypted, and who answers proves who it is. */
  readonly tls: boolean;
}

export interface TrinoConnection extends AnyConnection {
  readonly engine: 'trino';
  /** `https://trino.example.fr:8443`, without a path; `http` of this machine alone. */
  readonly server: string;
  /** Where names of tables are looked up that do not say it themselves. */
  readonly catalog: string;
  readonly schema: string | null;
  /** Where a run may make tables of its own, which it drops; null where nothing is written. */
  readonly scratch: { readonly catalog: string; readonly schema: string } | null;
}

/** Where a server looks tables up whose names do not say it; null where it knows by itself. */
export interface Home {
  readonly catalog: string | null;
  readonly schema: string | null;
}

/** Whether a host is this machine, so that nothing travels. */
export const isLoopback = (host: string): boolean =>
  host.startsWith('/') || /^(?:localhost|127(?:[.]\d{1,3}){3}|::1)$/i.test(host);

/** Whether a name has signs that end it where it is sent to a server: what follows would be read as settings. */
export const hasControls = (name: string): boolean => /\p{Cc}/u.test(name);

/** What the environment calls something of one connection: `SLA_REPLICA_USER`. */
export const variableOf = (connection: string, what: 'USER' | 'PASSWORD' | 'TOKEN'): string =>
  `SLA_${connection.toUpperCase().replaceAll('-', '_')}_${what}`;

/** A table of a server, as a source names it. */
export interface ServerTable {
  readonly connection: string;
  readonly table: string;
}

/** How people and reports name a table of a server, where a file stands elsewhere. */
export const nameOfTable = ({ connection, table }: ServerTable): string => `${connection}:${table}`;
