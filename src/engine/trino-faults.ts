import { type FaultKind, ServerFault, type Whose } from './server.ts';

interface Why {
  /** Of HTTP, with what was said. */
  readonly status?: number;
  readonly said?: string;
  /** Of the connection. */
  readonly error?: unknown;
  readonly isSilent?: boolean;
  readonly isTooLong?: boolean;
  /** What came is no answer of a Trino. */
  readonly isUnreadable?: boolean;
  /** Where the server would have us ask instead. */
  readonly elsewhere?: string;
  /** Whether that is where it has laid rows aside. */
  readonly isAside?: boolean;
}

/** A request that has no answer. */
export class Unanswered extends Error {
  readonly why: Why;
  /** Whether the way to the server broke, and not the server refused. */
  readonly isLost: boolean;

  constructor(why: Why) {
    super(why.error instanceof Error ? why.error.message : (why.said ?? ''));
    this.why = why;
    this.isLost = why.isSilent === true || (why.error !== undefined && !IS_FINAL.test(codeOf(why.error)));
  }
}

/** Why a statement failed, as the server says it. */
export interface TrinoError {
  readonly message?: string;
  readonly errorName?: string;
  readonly errorType?: string;
}

/** Codes of a connection that is not made, however often it is tried. */
const IS_FINAL =
  /^(?:ENOTFOUND|ECONNREFUSED)$|CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_|ERR_TLS|EPROTO|WRONG_VERSION|ERR_INVALID|^Z_DATA|^HPE_/;

const CODES: readonly (readonly [code: RegExp, kind: FaultKind])[] = [
  [/^ECONNREFUSED$/, 'nobody'],
  [/^E(?:NOTFOUND|AI_AGAIN)$/, 'unknown-host'],
  [/^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/, 'silent'],
  [/^EPROTO$|WRONG_VERSION/, 'no-tls'],
  [/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_|ERR_TLS/, 'untrusted'],
  // A name or a token holds what no header can.
  [/^ERR_INVALID_CHAR$/, 'not-allowed'],
  [/^(?:HPE_|Z_DATA)/, 'unreadable'],
];

const NAMES: readonly (readonly [name: RegExp, kind: FaultKind])[] = [
  [/^(?:(?:CATALOG|SCHEMA)_)?NOT_FOUND$/, 'unknown-database'],
  [/^PERMISSION_DENIED$/, 'forbidden'],
  [
    /^(?:EXCEEDED_\w+_LIMIT|USER_CANCELED|ADMINISTRATIVELY_\w+|ABANDONED_QUERY|EXCEEDED_TIME_LIMIT)$/,
    'too-long',
  ],
  [/^QUERY_(?:HAS_TOO_MANY_STAGES|TEXT_TOO_LARGE)$/, 'too-complex'],
  [/^(?:QUERY_QUEUE_FULL|CLUSTER_OUT_OF_MEMORY|SERVER_STARTING_UP|NO_NODES_AVAILABLE)$/, 'too-many'],
  [/^(?:SERVER_SHUTTING_DOWN|REMOTE_\w+|PAGE_TRANSPORT_\w+|TOO_MANY_REQUESTS_FAILED|WORKER_\w+)$/, 'lost'],
  [
    /^(?:TABLE|COLUMN)_NOT_FOUND$|^(?:TYPE_MISMATCH|NOT_SUPPORTED|SYNTAX_ERROR|INVALID_ARGUMENTS)$/,
    'refused',
  ],
];

/** What went wrong with a request; throws whatever is of another kind. */
export function faultOf(error: unknown, whose: Whose, secrets: readonly string[]): ServerFault {
  if (!(error instanceof Unanswered)) throw error;
  const { status, said = '', isSilent, isTooLong, isUnreadable, elsewhere, error: cause } = error.why;
  const fault = (kind: FaultKind, text = ''): ServerFault =>
    new ServerFault(kind, whose, withoutSecrets(text, secrets));
  if (isSilent) return fault('silent');
  if (isTooLong) return fault('too-large');
  if (isUnreadable) return fault('unreadable');
  if (elsewhere !== undefined) return fault('elsewhere', elsewhere);
  if (speaksTls(cause) || (status === 400 && /plain HTTP|HTTPS port/i.test(said))) return fault('only-tls');
  if (status !== undefined) return fault(kindOfStatus(status, secrets.length > 0), lineOf(said, status));
  const code = codeOf(cause);
  return fault(CODES.find(([name]) => name.test(code))?.[1] ?? 'lost', withoutPlaces(error.message));
}

/** Whether what came where HTTP was awaited is a word of TLS: an alert, of any version. */
const speaksTls = (error: unknown): boolean =>
  error instanceof Error &&
  'rawPacket' in error &&
  Buffer.isBuffer(error.rawPacket) &&
  error.rawPacket[0] === 0x15 &&
  error.rawPacket[1] === 3;

/** What OpenSSL says of itself and its own files is left out: `write EPROTO 80..:SSL routines:f:wrong version number:..`. */
const withoutPlaces = (said: string): string => /:SSL routines:[^:]*:([^:]+):/.exec(said)?.[1] ?? said;

function kindOfStatus(status: number, isKnown: boolean): FaultKind {
  if (status === 401) return isKnown ? 'wrong-password' : 'no-password';
  if (status === 403) return 'not-allowed';
  if (status === 429) return 'too-many';
  return status >= 500 ? 'lost' : 'unreadable';
}

/** What is said with a status: of a page only the status, for its text is laid out for people. */
function lineOf(said: string, status: number): string {
  const [line = ''] = said.trim().split('\n');
  return line === '' || line.startsWith('<') ? `HTTP ${status}` : `HTTP ${status}, ${line.slice(0, 200)}`;
}

/** What went wrong with a statement. */
export function faultOfStatement(
  { message = '', errorName = '', errorType = '' }: TrinoError,
  whose: Whose,
  secrets: readonly string[],
): ServerFault {
  const kind =
    NAMES.find(([name]) => name.test(errorName))?.[1] ??
    (errorType === 'USER_ERROR' ? 'rows' : errorType === 'INSUFFICIENT_RESOURCES' ? 'too-many' : 'other');
  // Where in the statement it is says nothing to who did not write it.
  const [line = ''] = message.replace(/^line \d+:\d+: /, '').split('\n');
  // What it says of a row quotes the cell, which may be somebody's; a function may say anything.
  const said = kind === 'rows' || kind === 'other' ? errorName : line;
  return new ServerFault(kind, whose, withoutSecrets(said, secrets));
}

const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);

function codeOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && 'code' in first ? String(first.code) : '';
}
