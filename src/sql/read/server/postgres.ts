import { postgres } from '../../dialects/postgres.ts';

/** A table or a view of a server. */
export interface Relation {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  /** Whether its name alone is enough. */
  readonly visible: string;
  /** Whether the user may read all of it, or some columns. */
  readonly readable: string;
}

const RELATIONS = `FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;

/** The tables and views that a name may mean, with its schema or without it. */
export const relationsNamedSql = `SELECT c.oid, n.nspname AS schema, c.relname AS name,
    pg_catalog.pg_table_is_visible(c.oid) AS visible,
    pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT') AS readable
  ${RELATIONS} AND (c.relname = $1 OR n.nspname || '.' || c.relname = $1) ORDER BY n.nspname, c.relname`;

/** The names of all tables and views, but for very many: `schema`, `name` and `visible`. */
export const allRelationsSql = `SELECT n.nspname AS schema, c.relname AS name, pg_catalog.pg_table_is_visible(c.oid) AS visible
  ${RELATIONS} AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') ORDER BY 1, 2 LIMIT 5000`;

/** A column of a table, with its own type and that which a domain stands for. */
export interface RelationColumn {
  readonly name: string;
  /** As the server writes it. */
  readonly type: string;
  /** Of the type that it rests on: its name, and what kind of type that is. */
  readonly base: string;
  readonly kind: string;
  readonly readable: string;
}

/** The columns of the table with the number `$1`, in their order. */
export const relationColumnsSql = `WITH RECURSIVE column_types AS (
    SELECT a.attnum, a.attname, a.attrelid, a.atttypid, a.atttypmod, a.atttypid AS at
    FROM pg_catalog.pg_attribute a WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT c.attnum, c.attname, c.attrelid, c.atttypid, c.atttypmod, t.typbasetype
    FROM column_types c JOIN pg_catalog.pg_type t ON t.oid = c.at WHERE t.typtype = 'd')
  SELECT c.attname AS name, pg_catalog.format_type(c.atttypid, c.atttypmod) AS type, t.typname AS base,
    t.typtype AS kind, pg_catalog.has_column_privilege(c.attrelid, c.attnum, 'SELECT') AS readable
  FROM column_types c JOIN pg_catalog.pg_type t ON t.oid = c.at WHERE t.typtype <> 'd' ORDER BY c.attnum`;

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

/** What a column is to the embedded engine; null where no field is read from such a one. */
export function typeOfColumn({ base, kind }: RelationColumn): string | null {
  if (kind === 'e') return 'VARCHAR';
  return kind === 'b' && Object.hasOwn(TYPES, base) ? (TYPES[base] ?? null) : null;
}

/** The rows of a table: each of some columns as the text of its value, then what more is asked. */
export function rowsAsTextsSql(
  { schema, name }: Relation,
  columns: readonly string[],
  more: readonly string[],
): string {
  const { identifier, cast } = postgres;
  const texts = columns.map((column) => cast(identifier(column), 'text'));
  return `SELECT ${[...texts, ...more].join(', ')} FROM ${identifier(schema)}.${identifier(name)}`;
}
