import { duckdb } from '../../dialects/duckdb.ts';

/** Opens a file as a database of a name, to be read alone. */
export const attachDatabaseSql = (file: string, name: string): string =>
  `ATTACH IF NOT EXISTS ${duckdb.text(file)} AS ${name} (READ_ONLY, TYPE duckdb)`;

/** The tables of a database: `schema` and `table`. */
export const tablesSql = (name: string): string =>
  `SELECT schema_name AS schema, table_name AS "table" FROM duckdb_tables()
   WHERE database_name = ${duckdb.text(name)} AND NOT internal ORDER BY 1, 2`;

/** A table of a database, as it stands behind FROM. */
export const tableInSql = (name: string, schema: string, table: string): string =>
  [name, schema, table].map(duckdb.identifier).join('.');
