import { duckdb } from '../../dialects/duckdb.ts';
import { storedType } from '../typed/column-kind.ts';

/** A table for the rows of a server: columns `c0`, `c1` ... of these types, and the place of each row. */
export const createFetchedSql = (table: string, types: readonly string[]): string =>
  `CREATE TABLE ${duckdb.identifier(table)} (${[...columns(types, storedType), '"$row" BIGINT'].join(', ')})`;

/** A table for a part of them, as texts. */
export const createPartSql = (table: string, types: readonly string[]): string =>
  `CREATE OR REPLACE TABLE ${duckdb.identifier(table)} (${columns(types, () => 'VARCHAR').join(', ')})`;

const columns = (types: readonly string[], typed: (type: string) => string): readonly string[] =>
  types.map((type, i) => `c${i} ${typed(type)}`);

/** Adds a part to them, whose first row has that place. */
export function addPartSql(part: string, to: string, types: readonly string[], first: number): string {
  const values = types.map((type, i) => valueOfText(`c${i}`, type));
  return `INSERT INTO ${duckdb.identifier(to)}
    SELECT ${[...values, `${first} + rowid`].join(', ')} FROM ${duckdb.identifier(part)}`;
}

export const dropPartSql = (part: string): string => `DROP TABLE IF EXISTS ${duckdb.identifier(part)}`;

/**
 * The value of a server's text. A time that the engine can not hold is without end here as there: it is
 * refused, and never blank.
 */
function valueOfText(text: string, type: string): string {
  if (!/^(?:DATE|TIMESTAMP)/.test(type)) return duckdbCast(text, storedType(type));
  const known = `TRY_CAST(${text} AS ${type})`;
  return `CASE WHEN ${text} IS NOT NULL THEN coalesce(${known}, CAST('infinity' AS ${type})) END`;
}

const duckdbCast = (text: string, type: string): string =>
  type === 'VARCHAR' ? text : `CAST(${text} AS ${type})`;
