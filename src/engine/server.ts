import type { Connection, Home, RowsOf, ServerEngine } from '../model/connection.ts';
import type { Value } from './engine.ts';

/** A value of a server as a text; null where there is none. */
export type Text = string | null;

/** A session with a server, which only reads. */
export interface Server {
  readonly engine: ServerEngine;
  /** `replica.example.fr:5432/odoo`. */
  readonly where: string;
  readonly home: Home;
  /** What its connection says of rows. */
  readonly rowsOf?: RowsOf | undefined;
  /** All rows of a statement, by the names of its columns, which it names itself; each value is a text. */
  rows<T extends object>(sql: string): Promise<readonly T[]>;
  /** The same with numbers, truths and lists as such; of parameters `$1`, `$2` ... where it judges. */
  values<T extends object>(sql: string, params?: readonly Value[]): Promise<readonly T[]>;
  /** The same in parts, so that no more than one is held. */
  valuesInParts<T extends object>(sql: string, params?: readonly Value[]): AsyncIterable<readonly T[]>;
  /** Tables of this session alone, which end with it; null where there can be none. */
  readonly tables: SessionTables | ScratchTables | null;
  /** Why there can be none, though others have some there; null where nobody has any. */
  readonly whyNoTables: string | null;
  /** The rows of a SELECT of texts in parts, so that no more than one is held. */
  parts(select: string): AsyncIterable<readonly (readonly Text[])[]>;
  close(): Promise<void>;
}

/** Tables that statements of the session ask for by their own names. */
interface SessionTables {
  readonly named: 'by the session';
  /** As of an `Engine`. */
  keep(table: string, selects: readonly string[]): Promise<void>;
  rename(table: string, to: string): Promise<void>;
}

/** Tables among those of others, under names that nobody guesses. */
export interface ScratchTables {
  readonly named: 'among others';
  /** The schema: `iceberg.sla_scratch`. */
  readonly where: string;
  /** Holds the rows of SELECTs; the SELECT by which statements ask for them. */
  hold(selects: readonly string[]): Promise<string>;
}

/** What it takes to open a session. */
export interface ToOpen<C extends Connection = Connection> {
  readonly connection: C;
  /** Null: whom the engine takes by itself. */
  readonly user: string | null;
  readonly password: string | null;
  /** Stands for a user and a password. */
  readonly token: string | null;
  /** Certificates to believe; null for those that the system believes. */
  readonly ca: string | null;
  readonly signal: AbortSignal;
  /** Whether promises are judged on the server too, and not only rows read. */
  readonly judges?: boolean;
}

/** Why a server gives no answer. */
export type FaultKind =
  | 'nobody'
  | 'silent'
  | 'unknown-host'
  | 'wrong-password'
  | 'no-password'
  | 'not-allowed'
  | 'unknown-database'
  | 'forbidden'
  | 'no-tls'
  | 'only-tls'
  | 'untrusted'
  | 'in-the-clear'
  | 'elsewhere'
  | 'too-long'
  | 'too-many'
  | 'too-complex'
  | 'lost'
  | 'rows'
  | 'too-large'
  | 'unreadable'
  | 'refused'
  | 'other';

/** Which server, of which engine. */
export type Whose = Pick<Server, 'engine' | 'where'>;

/** What a server, or the way to it, refuses. No secret is in what it says. */
export class ServerFault extends Error {
  readonly kind: FaultKind;
  readonly whose: Whose;
  /** What to do, where its kind alone does not tell. */
  readonly help: string | undefined;

  constructor(
    kind: FaultKind,
    whose: Whose,
    said: string,
    options: ErrorOptions & { readonly help?: string } = {},
  ) {
    super(said, options);
    this.help = options.help;
    this.whose = whose;
    this.name = 'ServerFault';
    this.kind = kind;
  }
}
