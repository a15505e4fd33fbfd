import { say, mark, t } from '../../messages/index.ts';
import { type Connection, hasControls, isLoopback } from '../../model/connection.ts';
import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import { isId } from '../../model/id.ts';
import { isMap, type Raw } from '../decode/report.ts';
import { parseYaml } from '../yaml/parse.ts';
import { connectionOfUrl } from './url.ts';

export interface ReadConnections {
  /** Empty where anything in the file is wrong. */
  readonly connections: Readonly<Record<string, Connection>>;
  readonly diagnostics: readonly Diagnostic[];
}

const KEYS = ['engine', 'host', 'port', 'database', 'user', 'tls', 'ca'] as const;

/** Keys that would hold a secret, whatever they are called. */
const SECRET = /pass|pwd|secret|token|credential/i;

const KEEP_OUT = mark`remove it, and change it where it is used, for git keeps it; set PGPASSWORD, or add a line to ~/.pgpass`;

const FORM = mark`write replica: postgres://replica.example.fr/odoo`;

type Wrong = (path: YamlPath, message: string, help: string, on?: 'key' | 'value') => void;

/** Reads a file of connections. What is told of it repeats no value, for one may be a secret. */
export function readConnections(shownAs: string, input: string | Uint8Array): ReadConnections {
  const { value, readable, source, diagnostics } = parseYaml(shownAs, input);
  const problems: Diagnostic[] = diagnostics.map(({ rule, severity, place }) => {
    const at = place === undefined ? {} : { place };
    return {
      rule,
      severity,
      message: t`This is not the YAML of connections`,
      help: say(FORM),
      ...at,
      fatal: true,
    };
  });
  const wrong: Wrong = (path, message, help, on) => {
    const place = source.place(path, on);
    problems.push({ rule: 'wrong-connection', severity: 'error', message, help, place, fatal: true });
  };
  const found = new Map<string, Connection>();
  if (readable && value !== null) {
    if (!isMap(value)) wrong([], t`The connections are no map of names`, say(FORM));
    else
      for (const [name, raw] of Object.entries(value)) {
        const connection = connectionOf(name, raw, wrong);
        if (connection) found.set(name, connection);
      }
  }
  return { connections: problems.length > 0 ? {} : Object.fromEntries(found), diagnostics: problems };
}

function connectionOf(name: string, raw: unknown, wrong: Wrong): Connection | null {
  if (!isId(name)) {
    wrong(
      [name],
      t`The name of a connection is lower-case letters, digits, "-" and "_"`,
      t`write for example replica`,
      'key',
    );
    return null;
  }
  if (typeof raw === 'string') return ofAddress(name, raw, wrong);
  if (isMap(raw)) return ofMap(name, raw, wrong);
  wrong(
    [name],
    t`"${name}" is neither an address nor a map of its keys`,
    t`write ${name}: postgres://replica.example.fr/odoo`,
  );
  return null;
}

function ofAddress(name: string, address: string, wrong: Wrong): Connection | null {
  const found = connectionOfUrl(name, address);
  if ('message' in found) wrong([name], found.message, found.help);
  else if (found.password !== null)
    wrong([name], t`The address of "${name}" holds a password`, say(KEEP_OUT));
  else return found.connection;
  return null;
}

function ofMap(name: string, raw: Raw, wrong: Wrong): Connection | null {
  let isSound = true;
  const refuse = (key: string, message: string, help: string, on?: 'key'): void => {
    isSound = false;
    wrong(key === '' ? [name] : [name, key], message, help, on);
  };
  for (const key of Object.keys(raw)) {
    if (SECRET.test(key)) refuse(key, t`"${key}" of "${name}" is a secret in a file`, say(KEEP_OUT), 'key');
    else if (!KEYS.some((known) => known === key))
      refuse(key, t`A connection has no "${key}"`, t`its keys are ${KEYS.join(', ')}`, 'key');
  }
  const text = (key: 'host' | 'database' | 'user' | 'ca', isAsked: boolean): string | null => {
    const value = raw[key];
    if (typeof value === 'string' && value.trim() !== '' && !hasControls(value)) return value;
    if (value !== undefined || isAsked)
      refuse(value === undefined ? '' : key, t`"${key}" of "${name}" is one text`, t`add "${key}:"`);
    return null;
  };
  if (raw.engine !== 'postgres')
    refuse(
      raw.engine === undefined ? '' : 'engine',
      t`The engine of "${name}" is none that is read`,
      t`write engine: postgres`,
    );
  const [host, database, user, ca] = [
    text('host', true),
    text('database', true),
    text('user', false),
    text('ca', false),
  ];
  if (host?.includes('@') || host?.includes('://'))
    refuse(
      'host',
      t`"host" of "${name}" is no name of a host`,
      t`write the name or the address of the server alone`,
    );
  const port = raw.port ?? 5432;
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535)
    refuse('port', t`"port" of "${name}" is a number from 1 to 65535`, t`write port: 5432`);
  if (raw.tls !== undefined && typeof raw.tls !== 'boolean')
    refuse(
      'tls',
      t`"tls" of "${name}" is true or false`,
      t`leave it out: it is true for every host but this machine`,
    );
  if (raw.tls === false && host !== null && !isLoopback(host))
    refuse(
      'tls',
      t`"${name}" would be asked without TLS`,
      t`leave tls out, and write ca: certs/ca.pem where its certificate is your own; or go through a tunnel to localhost`,
    );
  if (!isSound || host === null || database === null) return null;
  const tls = raw.tls === true || !isLoopback(host) || ca !== null;
  return { name, engine: 'postgres', host, port: Number(port), database, user, tls, ca };
}
