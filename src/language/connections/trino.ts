import { t } from '../../messages/index.ts';
import {
  type Connection,
  hasControls,
  isLoopback,
  type TrinoConnection,
  variableOf,
} from '../../model/connection.ts';
import { isMap } from '../decode/report.ts';
import {
  type Addressed,
  type ConnectionForm,
  type ConnectionMap,
  decodedParts,
  inTheClear,
  type Problem,
  textOf,
} from './form.ts';

/** `https://host:port/catalog/schema?scratch=catalog.schema`, or a map with the server apart. */
export const trino: ConnectionForm = {
  scheme: /^https?:$/,
  keys: ['server', 'catalog', 'schema', 'user', 'tls', 'scratch'],
  keepOut: (name) =>
    t`remove it, and change it where it is used, for git keeps it; set ${variableOf(name, 'PASSWORD')} or ${variableOf(name, 'TOKEN')}`,
  ofUrl,
  ofMap,
};

function ofUrl(name: string, url: URL): Addressed | Problem {
  const help = t`write https://HOST:8443/CATALOG or https://HOST:8443/CATALOG/SCHEMA, such as https://trino.example.fr/iceberg/crm`;
  const [catalogPart = '', schemaPart = '', ...more] = url.pathname.slice(1).split('/');
  const parts = decodedParts([url.username, url.password, catalogPart, schemaPart]);
  if (parts === null || more.join('') !== '' || url.hash !== '')
    return { message: t`The address of "${name}" is none`, help };
  const [user, password, catalog, schema] = parts;
  if (!catalog) return { message: t`The address of "${name}" names no catalog`, help };
  if (isClear(url)) return clearOf(name);
  const { scratch, ...others } = Object.fromEntries(url.searchParams);
  const [unread] = Object.keys(others);
  if (unread !== undefined)
    return {
      message: t`"${unread}" is not read in the address of "${name}"`,
      help: t`leave it out: behind the ? stand scratch=CATALOG.SCHEMA and rows=stay or rows=come`,
    };
  const place = scratch === undefined ? null : scratchAt(scratch, catalog);
  if (place === undefined) return noScratch(name);
  return {
    connection: {
      ...{ name, engine: 'trino', server: url.origin, catalog, schema: schema || null },
      ...{ user: user || null, ca: null, scratch: place },
    },
    password: password || null,
  };
}

const clearOf = (name: string): Problem =>
  inTheClear(name, t`write https, or go through a tunnel to localhost`);

/** Whether what is asked would leave this machine as everybody can read it. */
const isClear = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && !isLoopback(hostname.replace(/^\[(.*)\]$/, '$1'));

function ofMap(map: ConnectionMap): Connection | null {
  const { name, refuse } = map;
  const server = textOf(map, 'server', true);
  const [catalog, schema] = [textOf(map, 'catalog', true), textOf(map, 'schema', false)];
  const [user, ca] = [textOf(map, 'user', false), caOf(map)];
  const scratch = scratchOf(map, catalog);
  const url = server !== null && URL.canParse(server) ? new URL(server) : null;
  const isBare =
    url !== null && url.pathname === '/' && url.username + url.password + url.search + url.hash === '';
  if (url === null || !isBare || !trino.scheme.test(url.protocol)) {
    if (server !== null)
      refuse(
        'server',
        t`"server" of "${name}" is no address of a Trino`,
        t`write the scheme, the host and the port alone: https://trino.example.fr:8443`,
      );
    return null;
  }
  if (isClear(url)) {
    const { message, help } = clearOf(name);
    refuse('server', message, help);
  }
  if (url.protocol === 'http:' && ca !== null)
    refuse(
      'tls',
      t`"tls" of "${name}" is for an address that begins with https`,
      t`write https, or leave it out`,
    );
  if (catalog === null) return null;
  return { name, engine: 'trino', server: url.origin, catalog, schema, user, ca, scratch };
}

/** `scratch: iceberg.sla_scratch`, or a schema of the connection's own catalog. */
function scratchOf(map: ConnectionMap, own: string | null): TrinoConnection['scratch'] {
  const text = textOf(map, 'scratch', false);
  const place = text === null ? null : scratchAt(text, own ?? '');
  if (place !== undefined) return place;
  const { message, help } = noScratch(map.name);
  map.refuse('scratch', message, help);
  return null;
}

/** Undefined where it is no schema. */
function scratchAt(text: string, own: string): NonNullable<TrinoConnection['scratch']> | undefined {
  const parts = text.split('.');
  const [schema = '', catalog = own] = parts.reverse();
  const isPlace = parts.length <= 2 && parts.every((part) => part.trim() !== '') && !hasControls(text);
  return isPlace ? { catalog, schema } : undefined;
}

const noScratch = (name: string): Problem => ({
  message: t`"scratch" of "${name}" is no schema`,
  help: t`write CATALOG.SCHEMA, such as iceberg.sla_scratch: a schema where its user may create tables`,
});

/** `tls: { ca: certs/ca.pem }` */
function caOf({ name, raw, refuse }: ConnectionMap): string | null {
  if (raw.tls === undefined) return null;
  const keys = isMap(raw.tls) ? Object.keys(raw.tls) : [];
  if (isMap(raw.tls) && keys.length === 1 && keys[0] === 'ca')
    return textOf({ name, raw: raw.tls, refuse: (_, ...said) => refuse('tls', ...said) }, 'ca', true);
  refuse(
    'tls',
    t`"tls" of "${name}" is a map with "ca" alone`,
    t`leave it out, for https is verified; write tls: { ca: certs/ca.pem } where its certificate is your own`,
  );
  return null;
}
