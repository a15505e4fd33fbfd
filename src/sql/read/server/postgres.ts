import { postgres } from '../../dialects/postgres.ts';
import type { Relation, RelationColumn, RowsWanted, ServerSyntax } from './syntax.ts';

const RELATIONS = `FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;

const RELATION =
  'NULL AS catalog, n.nspname AS schema, c.relname AS name, pg_catalog.pg_table_is_visible(c.oid) AS visible';

const { identifier, cast, text } = postgres;

/** What is asked of a PostgreSQL about its tables. */
export const postgresTables: ServerSyntax = {
  kept: (name) => name,
  named: (table) => [
    `SELECT ${RELATION},
    pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT') AS readable
  ${RELATIONS} AND (c.relname = ${text(table)} OR n.nspname || '.' || c.relname = ${text(table)}) ORDER BY n.nspname, c.relname`,
  ],
  all: () =>
    `SELECT ${RELATION}, true AS readable
  ${RELATIONS} AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') ORDER BY 2, 3 LIMIT 5000`,
  columns: columnsSql,
  typeOf: ({ base, kind }) => {
    if (kind === 'e') return 'VARCHAR';
    return kind === 'b' && Object.hasOwn(TYPES, base) ? (TYPES[base] ?? null) : null;
  },
  isFiner: () => false,
  version: null,
  path: ({ schema, name }) => `${identifier(schema)}.${identifier(name)}`,
  word: wordFor,
  rows: rowsSql,
};

function columnsSql({ schema, name }: Relation): string {
  return `WITH RECURSIVE column_types AS (
    SELECT a.attnum, a.attname, a.attrelid, a.atttypid, a.atttypmod, a.atttypid AS at
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = ${text(schema)} AND c.relname = ${text(name)} AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT c.attnum, c.attname, c.attrelid, c.atttypid, c.atttypmod, t.typbasetype
    FROM column_types c JOIN pg_catalog.pg_type t ON t.oid = c.at WHERE t.typtype = 'd')
  SELECT c.attname AS name, pg_catalog.format_type(c.atttypid, c.atttypmod) AS type, t.typname AS base,
    t.typtype AS kind, pg_catalog.has_column_privilege(c.attrelid, c.attnum, 'SELECT') AS readable
  FROM column_types c JOIN pg_catalog.pg_type t ON t.oid = c.at WHERE t.typtype <> 'd' ORDER BY c.attnum`;
}

/** The types of the embedded engine by the names that the server's own have. */
const TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['text', 'varchar', 'bpchar', 'char', 'name', 'citext', 'uuid', 'json', 'jsonb', 'time'].map((type) => [
      type,
      'VARCHAR',
    ]),
  ),
  ...{ int2: 'SMALLINT', int4: 'INTEGER', int8: 'BIGINT', oid: 'BIGINT' },
  ...{ numeric: 'NUMERIC', float4: 'FLOAT', float8: 'DOUBLE', bool: 'BOOLEAN' },
  ...{ date: 'DATE', timestamp: 'TIMESTAMP', timestamptz: 'TIMESTAMP WITH TIME ZONE' },
};

function rowsSql({ relation: { schema, name }, columns, others, where = null }: RowsWanted): string {
  const texts = columns.map((column) => cast(identifier(column.name), 'text'));
  const rest = others === null ? [] : [wordFor(others)];
  return `SELECT ${[...texts, ...rest].join(', ')} FROM ${identifier(schema)}.${identifier(name)}${where === null ? '' : ` WHERE ${where}`}`;
}

/** A text that two rows share whose cells in these columns are the same word by word; an empty one is as none. */
function wordFor(columns: readonly RelationColumn[]): string {
  if (columns.length === 0) return 'CAST(NULL AS text)';
  const cells = columns.map(({ name }, i) => {
    const cell = cast(identifier(name), 'text');
    return `CASE WHEN ${cell} <> '' THEN ${text(`${i}:`)} || length(${cell}) || ':' || ${cell} END`;
  });
  return `md5(array_to_string(ARRAY[${cells.join(', ')}], ','))`;
}
