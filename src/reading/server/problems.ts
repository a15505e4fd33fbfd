import type { FaultKind, ServerFault } from '../../engine/server.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReadPlan } from '../../model/reading.ts';

type Named = NonNullable<ReadPlan['server']>;

/** A problem for which there is no answer, told where the agreement names the server's table. */
function finding(
  rule: 'no-table' | 'no-server' | 'no-connection',
  { path }: Named,
  key: 'table' | 'connection',
  [message, help]: readonly [message: string, help: string],
): Diagnostic {
  return { rule, severity: 'error', message, help, path: [...path, key], fatal: true };
}

export const tableFinding = (named: Named, message: string, help: string): Diagnostic =>
  finding('no-table', named, 'table', [message, help]);

export const noTableRight = (table: string, named: Named, where: string): Diagnostic =>
  tableFinding(
    named,
    t`The user of "${named.connection}" may not read the table "${table}" of ${where}`,
    t`ask for GRANT SELECT ON ${table} TO the user, or name a view that may be read`,
  );

export const noColumnRight = (column: string, named: Named, where: string): Diagnostic =>
  tableFinding(
    named,
    t`The user of "${named.connection}" may not read the column "${column}" of "${named.table}" of ${where}`,
    t`ask for GRANT SELECT on that column, or name another`,
  );

/** Of a command that asks no server, whatever an agreement names. */
export const notAsked = (named: Named): Diagnostic =>
  finding('no-connection', named, 'connection', [
    t`"${named.table}" is a table of the server "${named.connection}", and no server is asked here`,
    t`name an export in its place: --leads FILE or --source NAME=FILE`,
  ]);

/** What a server, or the way to it, says against the run. */
export function faultFinding({ kind, message, where }: ServerFault, named: Named): Diagnostic {
  const said = sentences(message, named, where)[kind];
  if (kind === 'rows' || kind === 'too-large') return tableFinding(named, ...said);
  return finding('no-server', named, 'connection', said);
}

/** What is wrong and what to do, of each kind. Long because the kinds are many, and each is one line. */
function sentences(
  said: string,
  { connection, table }: Named,
  where: string,
): Readonly<Record<FaultKind, readonly [message: string, help: string]>> {
  const file = '.sla/connections.yaml';
  return {
    nobody: [
      t`No server answers at ${where}`,
      t`start it, or correct host and port of "${connection}" in ${file}`,
    ],
    silent: [
      t`${where} does not answer`,
      t`check that this machine may reach it (a firewall, a VPN), and its host and port`,
    ],
    'unknown-host': [
      t`There is no host of the name in ${where}`,
      t`correct host of "${connection}" in ${file}`,
    ],
    'wrong-password': [
      t`${where} does not accept the password`,
      t`set PGUSER and PGPASSWORD, or the line of that host in ~/.pgpass`,
    ],
    'no-password': [
      t`${where} asks for a password`,
      t`set PGPASSWORD, or add a line for that host to ~/.pgpass`,
    ],
    'not-allowed': [
      t`${where} does not let this user in: ${said}`,
      t`set PGUSER to a user that may read there, or ask for a line in its pg_hba.conf`,
    ],
    'unknown-database': [
      t`There is no database of the name in ${where}`,
      t`correct database of "${connection}" in ${file}`,
    ],
    forbidden: [
      t`The user of "${connection}" may not read "${table}" of ${where}: ${said}`,
      t`ask for GRANT SELECT, or name a view that may be read`,
    ],
    'no-tls': [
      t`${where} does not speak TLS, and nothing is asked without it but of this machine`,
      t`set ssl = on there, or go through a tunnel: --connection ${connection}=postgres://localhost:PORT/DATABASE`,
    ],
    untrusted: [
      t`${where} does not prove that it is that host: ${said}`,
      t`write the certificates that it is signed with under "${connection}": ca: certs/ca.pem, and the host as its certificate names it`,
    ],
    'too-long': [
      t`${where} ended a statement that took too long, or that somebody ended: ${said}`,
      t`name a view of fewer rows, or a materialized one`,
    ],
    'too-many': [t`${where} takes no more connections: ${said}`, t`try again later, or ask for one more`],
    lost: [t`${where} went away while it was read: ${said}`, t`run it again`],
    rows: [
      t`${where} can not make the rows of "${table}": ${said}`,
      t`correct the view, or name another; asked in psql, it says which row`,
    ],
    'too-large': [
      t`A cell of "${table}" of ${where} is longer than a text can be`,
      t`name a view in which it is shortened: left(..., 1000)`,
    ],
    unreadable: [
      t`${where} sends what is no answer of a PostgreSQL`,
      t`correct host and port of "${connection}" in ${file}`,
    ],
    other: [t`${where} gives no answer: ${said}`, t`check "${connection}" in ${file}`],
  };
}
