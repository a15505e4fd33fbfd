import type { ReadPlan } from '../../model/reading.ts';
import type { Dialect } from '../dialects/dialect.ts';

/** What is looked for: keys that come twice, or whole rows that do. */
export type Repeated = 'keys' | 'rows';

/** Of events it is rows that come twice: a lead has several. */
export const repeatedOf = ({ unique }: ReadPlan): Repeated => (unique === 'many' ? 'rows' : 'keys');

/** Of a row `r`. */
const HASH: Readonly<Record<Repeated, string>> = { keys: 'hash(r."key")', rows: 'hash(r)' };

/** The keys that come more than once, or that have a row which does, in a column `key`. */
export const TWICE = 'sla_twice';

/** Hashes that several rows share, in a column `h`. */
export const HASHES = 'sla_hashes';

/** A SELECT of the keys that come twice. */
export const TWICE_KEYS = `SELECT "key" FROM ${TWICE}`;

export const CREATE_HASHES = `CREATE OR REPLACE TABLE ${HASHES} (h UBIGINT)`;

/**
 * Puts the hashes there that several keys, or rows, of one part of a table have, of `parts` by the
 * remainder of the hash.
 */
export function addHashesSql({
  table,
  repeated,
  part,
  parts,
}: {
  readonly table: string;
  readonly repeated: Repeated;
  readonly part: number;
  readonly parts: number;
}): string {
  const some = parts === 1 ? '' : ` WHERE hash(r."key") % ${parts} = ${part}`;
  return `INSERT INTO ${HASHES} SELECT h FROM (SELECT ${HASH[repeated]} AS h FROM ${table} AS r${some}) GROUP BY h HAVING count(*) > 1`;
}

/**
 * Makes the table of the keys that come twice: of keys with a shared hash, those that are the same. Of
 * rows, the keys of those that share one.
 */
export function createTwiceSql(table: string, repeated: Repeated): string {
  if (repeated === 'rows')
    return `CREATE OR REPLACE TABLE ${TWICE} AS SELECT DISTINCT "key" FROM ${table} AS r WHERE ${HASH.rows} IN (SELECT h FROM ${HASHES})`;
  return `CREATE OR REPLACE TABLE ${TWICE} AS SELECT "key" FROM ${table}
     WHERE hash("key") IN (SELECT h FROM ${HASHES}) GROUP BY "key" HAVING count(*) > 1`;
}

/** Makes the same table of few rows, which are compared at once. */
export function createFewTwiceSql(table: string, repeated: Repeated): string {
  const made = `CREATE OR REPLACE TABLE ${TWICE} AS SELECT`;
  if (repeated === 'keys') return `${made} "key" FROM ${table} GROUP BY "key" HAVING count(*) > 1`;
  return `${made} DISTINCT "key" FROM (SELECT "key", ${HASH.rows} AS h FROM ${table} AS r) QUALIFY count(*) OVER (PARTITION BY h) > 1`;
}

/**
 * Of a scan the rows whose key may come twice, as a scan: `cell` is the column of the raw key, a text. A cell
 * of letters and digits is the key itself, or blank; what any other cell is, reading it tells.
 */
export function mayComeTwiceSql(scan: string, cell: string, { matchesWhole }: Dialect): string {
  const isKey = `coalesce(${matchesWhole(cell, '[0-9A-Za-z_-]+')}, false)`;
  return `(SELECT * FROM ${scan} WHERE NOT ${isKey} OR ${cell} IN (${TWICE_KEYS}))`;
}

/** Of a table of rows with evidence, those whose key comes twice, or that have a row which does. */
export function repeatedRowsSql(rows: string, repeated: Repeated): string {
  const like = repeated === 'keys' ? '"key"' : '"key", "$cells"';
  return `SELECT * FROM ${rows} WHERE "key" IN (SELECT "key" FROM ${rows} GROUP BY ${like} HAVING count(*) > 1)`;
}

/** Of rows with evidence, those that can be used and whose key comes twice. */
export function rowsOfTwiceSql(select: string): string {
  return `SELECT * FROM (${select}) WHERE "$bad" = 0 AND "key" IN (${TWICE_KEYS})`;
}

/**
 * Of a table of rows with evidence: how many are `identical` to another, and how many differ from one that
 * may stand, `superseded`.
 */
export function countRepeatsSql(rows: string): string {
  return `SELECT CAST(sum(n - d) AS BIGINT) AS identical, CAST(sum(d - 1) AS BIGINT) AS superseded
     FROM (SELECT count(*) AS n, count(DISTINCT "$cells") AS d FROM ${rows} GROUP BY "key")`;
}
