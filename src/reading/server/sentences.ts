import type { FaultKind, ServerFault } from '../../engine/server.ts';
import { t } from '../../messages/index.ts';
import { type ServerEngine, type ServerTable, variableOf } from '../../model/connection.ts';

type Said = readonly [message: string, help: string];

/** What is told of a fault. */
export function sentencesOf(
  { kind, message, whose: { engine, where } }: ServerFault,
  table: ServerTable,
): Said {
  const about = { ...table, where, said: message === '' ? kind : message };
  const own = OF_ENGINE[engine](about);
  const all = { messages: { ...messages(about), ...own.messages }, helps: { ...helps(about), ...own.helps } };
  return [all.messages[kind], all.helps[kind]];
}

interface About extends ServerTable {
  readonly where: string;
  /** What the server said, or what speaks to it. */
  readonly said: string;
}

const FILE = '.sla/connections.yaml';

/** What engines say each in their own way, and what they all say alike. */
type OwnMessage =
  | 'wrong-password'
  | 'no-password'
  | 'unknown-database'
  | 'no-tls'
  | 'too-many'
  | 'too-large'
  | 'unreadable';
type OwnHelp = OwnMessage | 'nobody' | 'unknown-host' | 'not-allowed' | 'untrusted' | 'elsewhere' | 'rows';

type Sentences<K extends FaultKind> = Readonly<Record<K, string>>;

/** What is wrong. */
const messages = ({ connection, table, where, said }: About): Sentences<Exclude<FaultKind, OwnMessage>> => ({
  nobody: t`No server answers at ${where}`,
  silent: t`${where} does not answer`,
  'unknown-host': t`There is no host of the name in ${where}`,
  'not-allowed': t`${where} does not let this user in: ${said}`,
  forbidden: t`The user of "${connection}" may not read "${table}" of ${where}: ${said}`,
  untrusted: t`${where} does not prove that it is that host: ${said}`,
  'in-the-clear': t`A password or a token would be sent to ${where} without TLS`,
  elsewhere: t`${where} would have ${said} asked in its place, which is another server`,
  'too-long': t`${where} ended a statement that took too long, or that somebody ended: ${said}`,
  'only-tls': t`${where} speaks TLS alone, and was asked without it`,
  'too-complex': t`${where} does not plan what it was asked: ${said}`,
  lost: t`${where} went away while it was read: ${said}`,
  rows: t`${where} can not make the rows of "${table}": ${said}`,
  refused: t`${where} does not read "${table}" as it was asked: ${said}`,
  other: t`${where} gives no answer: ${said}`,
});

/** What to do. */
const helps = ({ connection }: About): Sentences<Exclude<FaultKind, OwnHelp>> => ({
  silent: t`check that this machine may reach it (a firewall, a VPN), and its host and port`,
  forbidden: t`ask for GRANT SELECT, or name a view that may be read`,
  'in-the-clear': t`write https, or take it out of the environment`,
  'too-long': t`name a view of fewer rows, or a materialized one`,
  'only-tls': t`write https in place of http for "${connection}"`,
  'too-complex': t`write scratch: CATALOG.SCHEMA for "${connection}" in ${FILE}, where a run may make tables of its own, or rows: come`,
  lost: t`run it again`,
  refused: t`correct the table or its view there, or run it again if it was changed meanwhile`,
  other: t`check "${connection}" in ${FILE}`,
});

interface Own {
  readonly messages: Sentences<OwnMessage>;
  readonly helps: Sentences<OwnHelp>;
}

function ofPostgres({ connection, table, where, said }: About): Own {
  const correct = t`correct host and port of "${connection}" in ${FILE}`;
  return {
    messages: {
      'wrong-password': t`${where} does not accept the password`,
      'no-password': t`${where} asks for a password`,
      'unknown-database': t`There is no database of the name in ${where}`,
      'no-tls': t`${where} does not speak TLS, and nothing is asked without it but of this machine`,
      'too-many': t`${where} takes no more connections: ${said}`,
      'too-large': t`A cell of "${table}" of ${where} is longer than a text can be`,
      unreadable: t`${where} sends what is no answer of a PostgreSQL`,
    },
    helps: {
      nobody: t`start it, or correct host and port of "${connection}" in ${FILE}`,
      'unknown-host': t`correct host of "${connection}" in ${FILE}`,
      'wrong-password': t`set PGUSER and PGPASSWORD, or the line of that host in ~/.pgpass`,
      'no-password': t`set PGPASSWORD, or add a line for that host to ~/.pgpass`,
      'not-allowed': t`set PGUSER to a user that may read there, or ask for a line in its pg_hba.conf`,
      'unknown-database': t`correct database of "${connection}" in ${FILE}`,
      'no-tls': t`set ssl = on there, or go through a tunnel: --connection ${connection}=postgres://localhost:PORT/DATABASE`,
      untrusted: t`write the certificates that it is signed with under "${connection}": ca: certs/ca.pem, and the host as its certificate names it`,
      elsewhere: correct,
      'too-many': t`try again later, or ask for one more`,
      rows: t`correct the view, or name another; asked in psql, it says which row`,
      'too-large': t`name a view in which it is shortened: left(..., 1000)`,
      unreadable: correct,
    },
  };
}

function ofTrino({ connection, table, where, said }: About): Own {
  const user = variableOf(connection, 'USER');
  const password = variableOf(connection, 'PASSWORD');
  const token = variableOf(connection, 'TOKEN');
  const correct = t`correct "server" of "${connection}" in ${FILE}`;
  return {
    messages: {
      'wrong-password': t`${where} does not accept the password or the token: ${said}`,
      'no-password': t`${where} asks who it is that asks`,
      'unknown-database': t`There is no catalog, or no schema, of the name in ${where}: ${said}`,
      'no-tls': t`${where} does not speak TLS: ${said}`,
      'too-many': t`${where} takes no more statements for now: ${said}`,
      'too-large': t`A page of the rows of "${table}" of ${where} is longer than is read at once`,
      unreadable: t`${where} sends what is no answer of a Trino`,
    },
    helps: {
      nobody: t`start it, or ${correct}`,
      'unknown-host': correct,
      'wrong-password': t`correct ${user} and ${password}, or ${token}; where it asks for none, leave ${password} out`,
      'no-password': t`set ${user} and ${password}, or ${token}`,
      'not-allowed': t`set ${user} to a user that may read there, or ask for the right to`,
      'unknown-database': t`correct "catalog" of "${connection}" in ${FILE}`,
      'no-tls': t`write the port at which it does, or http where it is this machine or a tunnel from it: --connection ${connection}=http://localhost:PORT/CATALOG`,
      untrusted: t`write the certificates that it is signed with under "${connection}": tls: { ca: certs/ca.pem }, and the host as its certificate names it`,
      elsewhere: t`write that address as "server" of "${connection}" if it is the one that you mean; behind a proxy the coordinator needs http-server.process-forwarded=true`,
      'too-many': t`try again later`,
      rows: t`correct the view, or name another; asked in the Trino CLI, it says more`,
      'too-large': t`name a view in which long cells are shortened: substr(..., 1, 1000)`,
      unreadable: correct,
    },
  };
}

const OF_ENGINE: Readonly<Record<ServerEngine, (about: About) => Own>> = {
  postgres: ofPostgres,
  trino: ofTrino,
};
