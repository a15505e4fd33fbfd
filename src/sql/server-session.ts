/**
 * What a session with a server begins with: one view of all tables, in which nothing can be written, and texts
 * of dates, instants and fractions that say all of what they are. Each statement ends after so many milliseconds.
 */
export const beginReadingSql = (milliseconds: number): readonly string[] => [
  'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY',
  `SET LOCAL statement_timeout = ${milliseconds}`,
  "SET LOCAL TimeZone = 'UTC'",
  "SET LOCAL DateStyle = 'ISO, YMD'",
  'SET LOCAL extra_float_digits = 3',
  "SET LOCAL bytea_output = 'hex'",
];

/** The session's own number, by which another ends what it does: `pid`. */
export const OWN_PROCESS = 'SELECT pg_backend_pid() AS pid';

export const END_STATEMENT_OF = 'SELECT pg_cancel_backend($1)';

const CURSOR = 'sla_rows';

/** Statements that take the rows of a SELECT in parts. */
export const rowsInParts = {
  open: (select: string): string => `DECLARE ${CURSOR} NO SCROLL CURSOR FOR ${select}`,
  next: (rows: number): string => `FETCH FORWARD ${rows} FROM ${CURSOR}`,
  close: `CLOSE ${CURSOR}`,
};
