/** The keys that come more than once, in a column `key`. */
export const TWICE = 'sla_twice';

/** Hashes that several rows share, in a column `h`. */
export const HASHES = 'sla_hashes';

/** A SELECT of the keys that come twice. */
export const TWICE_KEYS = `SELECT "key" FROM ${TWICE}`;

export const CREATE_HASHES = `CREATE OR REPLACE TABLE ${HASHES} (h UBIGINT)`;

/** Puts the hashes there that several keys of one part of a table have, of `parts` by the remainder of the hash. */
export function addHashesSql({
  table,
  part,
  parts,
}: {
  readonly table: string;
  readonly part: number;
  readonly parts: number;
}): string {
  const some = parts === 1 ? '' : ` WHERE hash("key") % ${parts} = ${part}`;
  return `INSERT INTO ${HASHES} SELECT h FROM (SELECT hash("key") AS h FROM ${table}${some}) GROUP BY h HAVING count(*) > 1`;
}

/** Makes the table of the keys that come twice: of keys with a shared hash, those that are the same. */
export function createTwiceSql(table: string): string {
  return `CREATE OR REPLACE TABLE ${TWICE} AS SELECT "key" FROM ${table}
     WHERE hash("key") IN (SELECT h FROM ${HASHES}) GROUP BY "key" HAVING count(*) > 1`;
}

/** Of rows with evidence, those that can be used and whose key comes twice. */
export function rowsOfTwiceSql(select: string): string {
  return `SELECT * FROM (${select}) WHERE "$bad" = 0 AND "key" IN (${TWICE_KEYS})`;
}

/** Of a table of rows with evidence: how many are `identical` to another, and how many differ from one that may stand, `superseded`. */
export function countRepeatsSql(rows: string): string {
  return `SELECT CAST(sum(n - d) AS BIGINT) AS identical, CAST(sum(d - 1) AS BIGINT) AS superseded
     FROM (SELECT count(*) AS n, count(DISTINCT "$cells") AS d FROM ${rows} GROUP BY "key")`;
}
