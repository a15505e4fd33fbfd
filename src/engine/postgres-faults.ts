import type { Client } from 'pg';
import { type FaultKind, ServerFault } from './server.ts';

const KINDS: readonly (readonly [code: RegExp, kind: FaultKind])[] = [
  [/^ECONNREFUSED$|^ENOENT$/, 'nobody'],
  [/^E(?:NOTFOUND|AI_AGAIN)$/, 'unknown-host'],
  [/^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/, 'silent'],
  [/^(?:28P01)$/, 'wrong-password'],
  [/^28/, 'not-allowed'],
  [/^3D000$/, 'unknown-database'],
  [/^42501$/, 'forbidden'],
  [/^57014$/, 'too-long'],
  // What a replica reads was changed where it comes from.
  [/^40001$/, 'lost'],
  [/^53300$/, 'too-many'],
  [/^(?:57P|08|ECONNRESET|EPIPE)/, 'lost'],
  [/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_|ERR_TLS/, 'untrusted'],
  [/^ERR_STRING_TOO_LONG$/, 'too-large'],
  [/^UNREADABLE$/, 'unreadable'],
  [/^(?:22|23|38|39|P0|XX)/, 'rows'],
];

const SENTENCES: readonly (readonly [said: RegExp, kind: FaultKind])[] = [
  [/does not support SSL/i, 'no-tls'],
  [/timeout expired|Connection terminated due to connection timeout|Query read timeout/i, 'silent'],
  [/password must be a string|no password/i, 'no-password'],
  [/Connection terminated|not queryable/i, 'lost'],
];

/** What went wrong, by the codes and the sentences of the server and of what speaks to it. */
export function faultOf(
  error: unknown,
  { password = '' }: Pick<Client, 'password'>,
  where: string,
): ServerFault {
  const { message, code = '' } = firstOf(error);
  const kind =
    SENTENCES.find(([sentence]) => sentence.test(message))?.[1] ??
    KINDS.find(([name]) => name.test(String(code)))?.[1] ??
    'other';
  const [line = ''] = message.split('\n');
  const said = kind === 'rows' ? withoutCells(line, String(code)) : line;
  return new ServerFault(
    kind,
    { engine: 'postgres', where },
    password ? said.replaceAll(password, '***') : said,
  );
}

/**
 * What a server says of a row that it can not make quotes the cell, which may be somebody's; what a function of
 * the database says may be anything.
 */
const withoutCells = (said: string, code: string): string =>
  code.startsWith('22') ? said.replace(/".*"|'.*'|[:] .*/, '...') : `SQLSTATE ${code}`;

/** Of several addresses of a host each has its own refusal. */
function firstOf(error: unknown): Error & { readonly code?: unknown } {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0];
  return error instanceof Error ? error : new Error(String(error));
}
