import type { JudgingDialect } from './dialects/dialect.ts';
import { keepSql } from './keep.ts';

/**
 * What a session with a server begins with: one view of all tables, in which nothing can be written, and texts
 * of dates, instants and fractions that say all of what they are. Each statement ends after so many milliseconds.
 */
export const beginReadingSql = (
  milliseconds: number,
  writes: 'nothing' | 'own tables',
): readonly string[] => [
  `BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ ${writes === 'nothing' ? 'READ ONLY' : 'READ WRITE'}`,
  `SET LOCAL statement_timeout = ${milliseconds}`,
  // A table of the session is meant wherever one is named without its schema.
  ...(writes === 'nothing'
    ? []
    : ["SELECT set_config('search_path', 'pg_temp, ' || current_setting('search_path'), true)"]),
  "SET LOCAL TimeZone = 'UTC'",
  "SET LOCAL DateStyle = 'ISO, YMD'",
  'SET LOCAL extra_float_digits = 3',
  "SET LOCAL bytea_output = 'hex'",
];

/** Whether a session may have tables of its own: `temporary`. A replica has none. */
export const MAY_KEEP = `SELECT has_database_privilege(current_database(), 'TEMPORARY') AND NOT pg_is_in_recovery()
  AND current_setting('transaction_read_only') = 'off' AS temporary`;

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

/** The session's own number, by which another ends what it does: `pid`. */
export const OWN_PROCESS = 'SELECT pg_backend_pid() AS pid';

export const END_STATEMENT_OF = 'SELECT pg_cancel_backend($1)';

/** Statements that take the rows of a SELECT in parts: those of one number, for several may be open at once. */
export const rowsInParts = (nth: number) => ({
  open: (select: string): string => `DECLARE sla_rows_${nth} NO SCROLL CURSOR FOR ${select}`,
  next: (rows: number): string => `FETCH FORWARD ${rows} FROM sla_rows_${nth}`,
  close: `CLOSE sla_rows_${nth}`,
});
