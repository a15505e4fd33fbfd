/** A value of a server as a text; null where there is none. */
export type Text = string | null;

/** A session with a server: all that it reads is of one moment. */
export interface Server {
  /** `replica.example.fr:5432/odoo`. */
  readonly where: string;
  /** All rows of a statement, by the names of its columns. */
  rows<T extends object>(sql: string, params?: readonly string[]): Promise<readonly T[]>;
  /** The rows of a SELECT in parts, so that no more than one is held. */
  parts(select: string): AsyncIterable<readonly (readonly Text[])[]>;
  close(): Promise<void>;
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
  | 'untrusted'
  | 'too-long'
  | 'too-many'
  | 'lost'
  | 'rows'
  | 'too-large'
  | 'unreadable'
  | 'other';

/** What a server, or the way to it, refuses. No secret is in what it says. */
export class ServerFault extends Error {
  readonly kind: FaultKind;
  /** As of a `Server`. */
  readonly where: string;

  constructor(kind: FaultKind, where: string, said: string) {
    super(said);
    this.where = where;
    this.name = 'ServerFault';
    this.kind = kind;
  }
}
