import { afterAll, expect } from 'vitest';
import { postgres, whereIsPostgres } from '../../servers/postgres.ts';
import { inTurns } from '../../turns.ts';
import { folderWith } from '../folder.ts';
import { onTable } from './agreement.ts';

const { describe, it } = inTurns();

const SCHEMA = 'served_ways';
const OWNERS = ['Zoë', 'zoë', 'İNCONNU', 'À DÉFINIR', 'inconnu', 'Éa', 'Z\nx'];
const IDS = ['a1', 'B1', 'É1', '_z', 'a-1', '10', 'b1', 'A 1', '9'];
const ROWS = IDS.map((id, i) => [
  id,
  OWNERS[i % OWNERS.length],
  '2026-01-05 09:00:00',
  '2026-01-05 10:00:00',
]);

/** Functions and operators that have the names of those that are meant, before these in the user's path. */
const FALSE_FRIENDS = [
  ...['lower(text)', 'translate(text, text, text)', 'current_setting(text)', 'pg_backend_pid()'].map(
    (name) => `CREATE FUNCTION ${name} RETURNS text LANGUAGE sql AS $$ SELECT CAST('other' AS text) $$`,
  ),
  'CREATE FUNCTION always(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$',
  'CREATE OPERATOR = (leftarg = text, rightarg = text, function = always)',
  'CREATE DOMAIN numeric AS text',
];

/** Users by how they are called, with the path of schemas that each has. */
const PATHS = { served_first: `"${SCHEMA}", pg_catalog`, served_none: null } as const;

const made = postgres?.schema(SCHEMA, [
  "CREATE COLLATION folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
  `CREATE TABLE leads (id text COLLATE "fr-x-icu", owner text COLLATE folded, qualified timestamp, contacted timestamp)`,
  `INSERT INTO leads VALUES ${ROWS.map((row) => `(${row.map((cell) => `'${cell}'`).join(', ')})`).join(', ')}`,
  ...FALSE_FRIENDS,
  ...Object.entries(PATHS).flatMap(([user, path]) => [
    `DROP ROLE IF EXISTS ${user}`,
    `CREATE ROLE ${user} LOGIN`,
    `GRANT USAGE ON SCHEMA "${SCHEMA}" TO ${user}`,
    `GRANT SELECT ON leads TO ${user}`,
    ...(path === null
      ? [
          "SELECT pg_catalog.set_config('search_path', '', false)",
          `ALTER ROLE ${user} SET search_path FROM CURRENT`,
        ]
      : [`ALTER ROLE ${user} SET search_path = ${path}`]),
  ]),
]);

const named = (where: string): string =>
  onTable(where)
    .replace('    key: id', '    key: id\n    nulls: [inconnu, à définir]')
    .replace('{ at: qualified_at }', '{ at: qualified_at, when: { not: { owner: { matches: "^Z.x$" } } } }');
const { hostname, port, pathname } = new URL(postgres?.url ?? 'postgres://x:1/z');
const folder = folderWith({
  'file/a.sla.yaml': named('files: leads.csv'),
  'file/leads.csv': [
    'id,owner,qualified,contacted',
    ...ROWS.map((row) => row.map((cell) => `"${cell}"`).join(',')),
  ].join('\n'),
  ...Object.fromEntries(
    Object.keys(PATHS).flatMap((user) => [
      [`${user}/.git/HEAD`, 'ref: refs/heads/main\n'],
      [
        `${user}/.sla/connections.yaml`,
        `replica: { engine: postgres, host: ${hostname}, port: ${port}, database: ${pathname.slice(1)}, user: ${user}, rows: stay }\n`,
      ],
      [`${user}/a.sla.yaml`, named(`connection: replica\n    table: ${SCHEMA}.leads`)],
    ]),
  ),
});

afterAll(() => {
  folder.remove();
  if (made)
    postgres?.schema(
      SCHEMA,
      Object.keys(PATHS).flatMap((user) => [`DROP OWNED BY ${user}`, `DROP ROLE ${user}`]),
    );
});

describe.runIf(postgres !== null)(`a server that has its own ways${whereIsPostgres}`, () => {
  it.each(Object.keys(PATHS))(
    'compares texts letter by letter, by functions of its own, whatever the tables and the path of "%s" say',
    async (user) => {
      const casesOf = async (where: string) => {
        const { out, status } = await folder.sla('cases', where, '--format', 'json');
        return { status, cases: JSON.parse(out).results, ledger: JSON.parse(out).ledger };
      };
      const stayed = await casesOf(user);
      expect(stayed).toEqual(await casesOf('file'));
      expect(stayed.cases.map(({ lead }: { readonly lead: string }) => lead)).toEqual([...IDS].sort());
    },
  );
});
