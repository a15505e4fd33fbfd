import type { Dialect } from '../dialects/dialect.ts';
import { endOf } from './ends.ts';

/** Something that a promise takes for an event of a lead, as columns of a table. */
export interface EventColumns {
  readonly table: string;
  readonly time: string;
  /** The flag of the rows that are events; null where all are. */
  readonly when: string | null;
}

/** The latest instant of some events, a date without a time to its end: one row, `last`; null where there is none. */
export const latestSql = (event: EventColumns, dialect: Dialect): string =>
  latestOf(instants(event, dialect));

/**
 * The same of rows of known leads. With a number of rows only that many of the latest are looked at: where one of them is of a known
 * lead, no other row can be later; where none is, `last` is null and nothing is said of the others.
 */
export function latestOfLeadsSql(
  event: EventColumns,
  leads: string,
  rows: number | null,
  dialect: Dialect,
): string {
  const ends = instants(event, dialect);
  const looked = rows === null ? ends : `${ends} ORDER BY last DESC NULLS LAST LIMIT ${rows}`;
  return latestOf(`SELECT * FROM (${looked}) WHERE key IN (SELECT key FROM ${dialect.identifier(leads)})`);
}

const latestOf = (rows: string): string => `SELECT max(last) AS last FROM (${rows})`;

function instants({ table, time, when }: EventColumns, dialect: Dialect): string {
  const test = when === null ? '' : ` WHERE ${dialect.identifier(when)}`;
  return `SELECT key, ${endOf(time, dialect)} AS last FROM ${dialect.identifier(table)}${test}`;
}
