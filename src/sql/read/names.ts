import { duckdb } from '../dialects/duckdb.ts';
import { followedSql } from './merged.ts';

/**
 * Activities that name their lead by another of its fields than the key. The table of a source's names has a
 * row for each way to name a lead: `name`, and `into`, the lead that has it. Several leads may have one name, and
 * `nth` numbers them.
 */

/** Whether a row stands there once more, for one more lead that it names. */
const AGAIN = '$again';

/** The condition that leaves each row once. */
export const ONCE = `NOT "${AGAIN}"`;

/** The key of rows that name no lead: no key begins with a blank. */
const NOBODY = ' ';

/** Addresses are alike whatever their case; ids are not. */
export const foldedAddress = (text: string): string =>
  `CASE WHEN contains(${text}, ${duckdb.text('@')}) THEN lower(${text}) ELSE ${text} END`;

interface NamesOf {
  /** The table of leads with their `key`, and what they are named by in the columns. */
  readonly leads: string;
  readonly columns: readonly string[];
  /** Whether they are named by their key too. */
  readonly byKey: boolean;
  /** The table of merges; null where none are told. */
  readonly merged: string | null;
}

/** Makes the table of names: those of a lead that was merged into another are the other's. */
export function createNamesSql(table: string, { leads, columns, byKey, merged }: NamesOf): string {
  const told = [...(byKey ? ['key'] : []), ...columns].map((column) => `l.${duckdb.identifier(column)}`);
  const follow = merged === null ? null : `(${followedSql(merged)})`;
  const into = follow === null ? 'l."key"' : 'coalesce(m."into", l."key")';
  const join = follow === null ? '' : ` LEFT JOIN ${follow} AS m ON m.id = l."key"`;
  const away = byKey && follow !== null ? ` UNION ALL SELECT id, "into" FROM ${follow}` : '';
  return `CREATE TABLE ${duckdb.identifier(table)} AS
    SELECT *, row_number() OVER (PARTITION BY name ORDER BY "into") AS nth FROM (
      SELECT DISTINCT ${foldedAddress('name')} AS name, "into" FROM (
        SELECT unnest([${told.join(', ')}]) AS name, ${into} AS "into" FROM ${duckdb.identifier(leads)} AS l${join}${away})
      WHERE name IS NOT NULL AND "into" IS NOT NULL)`;
}

/** Rows of activities under the keys of the leads that they name, as a SELECT; once for each such lead. */
export function namedRowsSql(rows: string, names: string): string {
  return `SELECT r.* REPLACE (coalesce(n."into", ${duckdb.text(NOBODY)}) AS "key"), coalesce(n.nth > 1, false) AS "${AGAIN}"
    FROM ${duckdb.identifier(rows)} AS r LEFT JOIN ${duckdb.identifier(names)} AS n ON n.name = ${foldedAddress('r."key"')}`;
}

/** The cells by which rows name a lead: `name`. */
export function namesOfLeadSql(rows: string, names: string): string {
  return `SELECT DISTINCT r."key" AS name FROM ${duckdb.identifier(rows)} AS r
    JOIN ${duckdb.identifier(names)} AS n ON n.name = ${foldedAddress('r."key"')} WHERE n."into" = $1 ORDER BY 1`;
}

/** How many rows name a lead that is there, `found`, and how many name several, `shared`: one row. */
export function countNamedSql(rows: string, names: string, leads: string): string {
  return `SELECT count(*) FILTER (WHERE n.leads > 0) AS found, count(*) FILTER (WHERE n.leads > 1) AS shared
    FROM ${duckdb.identifier(rows)} AS r LEFT JOIN (
      SELECT name, count(*) AS leads FROM ${duckdb.identifier(names)}
      WHERE "into" IN (SELECT "key" FROM ${duckdb.identifier(leads)}) GROUP BY name) AS n ON n.name = ${foldedAddress('r."key"')}`;
}
