import { mark, say, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { type Connection, isRowsOf, type ServerEngine } from '../../model/connection.ts';
import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import { isId } from '../../model/id.ts';
import { isMap, type Raw } from '../decode/report.ts';
import { parseYaml } from '../yaml/parse.ts';
import { type ConnectionMap, rowsOfNone } from './form.ts';
import { forms } from './forms.ts';
import { connectionOfUrl } from './url.ts';

export interface ReadConnections {
  /** Empty where anything in the file is wrong. */
  readonly connections: Readonly<Record<string, Connection>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Keys that every engine has. */
const OF_ALL: readonly string[] = ['engine', 'rows'];

/** Keys that would hold a secret, whatever they are called. */
const SECRET = /pass|pwd|secret|token|credential/i;

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
    wrong([name], t`The address of "${name}" holds a password`, forms[found.connection.engine].keepOut(name));
  else return found.connection;
  return null;
}

function ofMap(name: string, raw: Raw, wrong: Wrong): Connection | null {
  let isSound = true;
  const refuse: ConnectionMap['refuse'] = (key, message, help, on) => {
    isSound = false;
    wrong(key === '' ? [name] : [name, key], message, help, on);
  };
  const engine = Object.keys(forms).find((known) => known === raw.engine) as ServerEngine | undefined;
  const form = forms[engine ?? 'postgres'];
  if (engine === undefined)
    raw.engine === undefined
      ? refuse(
          '',
          t`"${name}" does not say its engine`,
          t`write "engine:" with one of ${allOf(Object.keys(forms))}, or an address alone; names stand at the left edge: "replica: postgres://HOST/DATABASE"`,
        )
      : refuse(
          'engine',
          t`The engine of "${name}" is none that is read`,
          t`write one of ${allOf(Object.keys(forms))} behind "engine:"`,
        );
  for (const key of Object.keys(raw)) {
    if (SECRET.test(key))
      refuse(key, t`"${key}" of "${name}" is a secret in a file`, form.keepOut(name), 'key');
    else if (engine !== undefined && !OF_ALL.includes(key) && !form.keys.includes(key))
      refuse(
        key,
        t`A connection has no "${key}"`,
        t`its keys are ${allOf(['engine', ...form.keys, 'rows'])}`,
        'key',
      );
  }
  const { rows } = raw;
  const { message, help: leaveOut } = rowsOfNone(name);
  if (rows !== undefined && !isRowsOf(rows)) refuse('rows', message, leaveOut);
  const connection = engine === undefined ? null : form.ofMap({ name, raw, refuse });
  if (!isSound || connection === null) return null;
  return isRowsOf(rows) ? { ...connection, rows } : connection;
}
