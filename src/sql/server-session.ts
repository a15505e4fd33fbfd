import type { JudgingDialect } from './dialects/dialect.ts';
import { keepSql } from './keep.ts';

/**
 * The functions, operators and types of PostgreSQL itself are meant whatever schemas its user has, and a table of
 * the session wherever one is named without its schema. A path of no schema at all is an empty text.
 */
const OWN_NAMES_FIRST = `SELECT pg_catalog.set_config('search_path', pg_catalog.concat_ws(', ', 'pg_catalog', 'pg_temp',
  pg_catalog.substring(pg_catalog.current_setting('search_path'), '.+')), true)`;

/** A statement ends after so many milliseconds, or sooner where the server, or what it says of the user, has it so. */
const endingAfter = (milliseconds: number): string =>
  `SELECT set_config('statement_timeout', CAST(least(nullif(CAST(setting AS bigint), 0), ${milliseconds}) AS text), true)
  FROM pg_catalog.pg_settings WHERE name = 'statement_timeout'`;

/**
 * What a session with a server begins with: one view of all tables, in which nothing can be written, and texts
 * of dates, instants and fractions that say all of what they are. Each statement ends after so many milliseconds.
 */
export const beginReadingSql = (
  milliseconds: number,
  writes: 'nothing' | 'own tables',
): readonly string[] => [
  `BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ ${writes === 'nothing' ? 'READ ONLY' : 'READ WRITE'}`,
  OWN_NAMES_FIRST,
  endingAfter(milliseconds),
  "SET LOCAL TimeZone = 'UTC'",
  "SET LOCAL DateStyle = 'ISO, YMD'",
  'SET LOCAL extra_float_digits = 3',
  "SET LOCAL bytea_output = 'hex'",
];

/** Whether a session may have tables of its own: `temporary`. A replica has none. */
export const MAY_KEEP = `SELECT pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY')
  AND NOT pg_catalog.pg_is_in_recovery()
  AND pg_catalog.current_setting('transaction_read_only') OPERATOR(pg_catalog.=) 'off' AS temporary`;

/** Tables of the session, each with what the server has to know to plan well. */
export const sessionTables = {
  keep: (table: string, selects: readonly string[], dialect: JudgingDialect): readonly string[] => {
    const name = dialect.identifier(table);
    return [
      `DROP TABLE IF EXISTS pg_temp.${name}`,
      ...keepSql(table, selects, dialect),
      `ANALYZE pg_temp.${name}`,
    ];
  },
  rename: (table: string, to: string, { identifier }: JudgingDialect): string =>
    `ALTER TABLE pg_temp.${identifier(table)} RENAME TO ${identifier(to)}`,
};

/** Tables of one run in a schema where others have theirs, on a server that has none of a session. */
export const scratchTables = {
  /** What its tables are called: when it began, in seconds since 1970, and what nobody guesses. */
  nameOf: (began: number, secret: string, nth: number): string => `sla_${began}_${secret}_${nth}`,
  keep: (path: string, selects: readonly string[], { keep }: JudgingDialect): readonly string[] =>
    selects.map((select, i) => (i === 0 ? keep(path, select) : `INSERT INTO ${path} ${select}`)),
  rowsOf: (path: string): string => `SELECT * FROM ${path}`,
  drop: (path: string): string => `DROP TABLE IF EXISTS ${path}`,
  /** The tables of runs that began before a second, which nobody has dropped: `name`. A Trino keeps names in small letters. */
  left: (catalog: string, schema: string, before: number, { identifier, text }: JudgingDialect): string =>
    `SELECT table_name AS name FROM ${identifier(catalog)}.information_schema.tables
  WHERE table_schema = ${text(schema.toLowerCase())} AND regexp_like(table_name, '^sla_[0-9]{10}_[0-9a-f]{16}_[0-9]+$')
  AND CAST(substr(table_name, 5, 10) AS BIGINT) < ${before}`,
};

/** The session's own number, by which another ends what it does: `pid`. */
export const OWN_PROCESS = 'SELECT pg_catalog.pg_backend_pid() AS pid';

export const END_STATEMENT_OF = 'SELECT pg_catalog.pg_cancel_backend($1)';

/** Statements that take the rows of a SELECT in parts: those of one number, for several may be open at once. */
export const rowsInParts = (nth: number) => ({
  open: (select: string): string => `DECLARE sla_rows_${nth} NO SCROLL CURSOR FOR ${select}`,
  next: (rows: number): string => `FETCH FORWARD ${rows} FROM sla_rows_${nth}`,
  close: `CLOSE sla_rows_${nth}`,
});
