import { duckdb } from '../dialects/duckdb.ts';

/**
 * Leads that were merged into another. The table of a source's merges has a row for each id that was merged
 * away: `id`; `into`, the lead that has what stood under it; and `fault`, which is null where that is so.
 */

/** Why what stands under an id is not the other lead's. */
export type MergeFault = 'several' | 'circle' | 'unknown';

/** Merges in a row that are followed; more of one person are a circle. */
const MOST_STEPS = 64;

/** The column of a table of leads that holds what its rows say of merges. */
export const TOLD = 'told';

/** Of a table of leads with their `key` and what they tell: each id once with each lead that claims it. */
function claimsSql(leads: string, by: 'ids' | 'into'): string {
  const from = duckdb.identifier(leads);
  return by === 'into'
    ? `SELECT DISTINCT "key" AS id, "${TOLD}" AS "into" FROM ${from} WHERE "${TOLD}" <> "key"`
    : `SELECT DISTINCT trim(part) AS id, "key" AS "into"
       FROM (SELECT "key", unnest(string_split("${TOLD}", ';')) AS part FROM ${from})
       WHERE trim(part) NOT IN ('', "key")`;
}

/** Makes the table of merges, each followed to the lead that stays. */
export function createMergedSql(table: string, leads: string, by: 'ids' | 'into'): string {
  const fault = `CASE WHEN "into" IN (SELECT id FROM single) THEN 'circle'
      WHEN "into" NOT IN (SELECT "key" FROM ${duckdb.identifier(leads)} WHERE "key" IS NOT NULL) THEN 'unknown' END`;
  return `CREATE TABLE ${duckdb.identifier(table)} AS
    WITH RECURSIVE claims AS (${claimsSql(leads, by)}),
    counted AS (SELECT id, min("into") AS "into", count(*) AS n FROM claims GROUP BY id),
    single AS (SELECT id, "into" FROM counted WHERE n = 1),
    walk AS (
      SELECT id, "into", 1 AS step FROM single
      UNION ALL
      SELECT w.id, s."into", w.step + 1 FROM walk AS w JOIN single AS s ON s.id = w."into" WHERE w.step < ${MOST_STEPS}),
    ends AS (SELECT id, arg_max("into", step) AS "into" FROM walk GROUP BY id)
    SELECT id, "into", ${fault} AS fault FROM ends
    UNION ALL SELECT id, "into", 'several' FROM counted WHERE n > 1`;
}

/** The table without the merges that are not followed. */
export function followedSql(table: string): string {
  return `SELECT id, "into" FROM ${duckdb.identifier(table)} WHERE fault IS NULL`;
}

/** The ids that are followed, in a column `id`. */
export function mergedKeysSql(table: string): string {
  return `SELECT id FROM (${followedSql(table)})`;
}

/** Of each fault: how many ids have it, `n`, and the first of them, `ids`. */
export function mergeFaultsSql(table: string, most: number): string {
  return `SELECT fault, count(*) AS n, list(id ORDER BY id)[1:${most}] AS ids
    FROM ${duckdb.identifier(table)} WHERE fault IS NOT NULL GROUP BY fault ORDER BY fault`;
}

/** How many ids are followed, `ids`, and into how many leads, `leads`: one row. */
export function countMergedSql(table: string): string {
  return `SELECT count(*) AS ids, count(DISTINCT "into") AS leads FROM (${followedSql(table)})`;
}

/** The ids that were merged into a lead, in order: `id`. */
export function mergedIdsSql(table: string): string {
  return `SELECT id FROM (${followedSql(table)}) WHERE "into" = $1 ORDER BY id`;
}

/** The lead that an id was merged into: `into`; no row where it was not. */
export function survivorSql(table: string): string {
  return `SELECT "into" FROM (${followedSql(table)}) WHERE id = $1`;
}

/** The same of several ids: `id`, `into`. */
export function survivorsSql(table: string, ids: readonly string[]): string {
  return `SELECT id, "into" FROM (${followedSql(table)}) WHERE id IN (${ids.map((id) => duckdb.text(id)).join(', ')})`;
}

/**
 * Rows of a source, those that can be used under the key of the lead that stays. With `ofCells` so is the first of their `$cells`: rows
 * are alike whichever of the ids they have.
 */
export function movedSql(select: string, table: string, ofCells = false): string {
  const cells = ofCells
    ? `, CASE WHEN m."into" IS NULL THEN r."$cells" ELSE [m."into"] || r."$cells"[2:] END AS "$cells"`
    : '';
  return `SELECT r.* REPLACE (coalesce(m."into", r."key") AS "key"${cells})
    FROM (${select}) AS r LEFT JOIN (${followedSql(table)}) AS m ON r."$bad" = 0 AND m.id = r."key"`;
}
