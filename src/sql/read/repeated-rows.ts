import type { ReadPlan } from '../../model/reading.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { HANDED, handOverColumns, NTH, ownSql } from '../hand-over.ts';
import { PREFERRED_ABOVE } from '../one-per-key.ts';

/** The rank of a row that has none. */
const NEVER = -(2n ** 62n);

/**
 * The keys whose rows differ in a way that nothing settles, in order: in a column `key`. `rows` is a table
 * of rows with evidence.
 */
export function unclearKeysSql(plan: ReadPlan, rows: string): string {
  if (plan.unique === 'many') return `SELECT "key" FROM ${rows} WHERE false`;
  if (plan.unique === 'each') {
    return `SELECT DISTINCT "key" FROM (
      SELECT "key" FROM ${rows} GROUP BY "key", "${HANDED}" HAVING count(DISTINCT "$cells") > 1) ORDER BY 1`;
  }
  return plan.latestBy === null && !plan.onePerKey
    ? `SELECT "key" FROM ${rows} GROUP BY "key" HAVING count(DISTINCT "$cells") > 1 ORDER BY 1`
    : `SELECT "key" FROM (
        SELECT *, max(coalesce("$modified", ${NEVER})) OVER (PARTITION BY "key") AS latest FROM ${rows})
      WHERE coalesce("$modified", ${NEVER}) = latest GROUP BY "key" HAVING count(DISTINCT "$cells") > 1 ORDER BY 1`;
}

/** Of rows with evidence whose keys come several times, those that are preferred beside another that is, a row each. */
export function preferredLeftSql(rows: string): string {
  return `SELECT "key" FROM (SELECT DISTINCT "key", "$cells" FROM ${rows} WHERE "$modified" > ${PREFERRED_ABOVE})
    QUALIFY row_number() OVER (PARTITION BY "key") > 1`;
}

/** Of rows whose keys come several times, those that stand, as rows of the source's table. */
export function keptRowsSql(plan: ReadPlan, rows: string, dialect: Dialect): string {
  if (plan.unique === 'each') return handOversSql(plan, rows, dialect);
  if (plan.unique === 'many')
    return `SELECT * EXCLUDE ("$cells", "$modified") FROM ${rows} QUALIFY row_number() OVER (PARTITION BY "key", "$cells") = 1`;
  return `SELECT * EXCLUDE ("$cells", "$modified") FROM ${rows}
    QUALIFY row_number() OVER (PARTITION BY "key" ORDER BY "$modified" DESC NULLS LAST, "$cells") = 1`;
}

/** The hand-overs of each key in the order of their dates, those without one last. */
function handOversSql({ columns }: ReadPlan, rows: string, dialect: Dialect): string {
  const owned = columns.flatMap((column) =>
    column.kind === 'own' ? [`${ownSql(column, dialect)} AS ${dialect.identifier(column.name)}`] : [],
  );
  const replaced = Object.entries(handOverColumns(`"${NTH}"`)).map(([name, sql]) => `${sql} AS "${name}"`);
  return `SELECT * EXCLUDE ("$cells", "$modified", "${HANDED}", "${NTH}") REPLACE (${[...replaced, ...owned].join(',\n  ')})
    FROM (SELECT *, CAST(row_number() OVER (PARTITION BY "key" ORDER BY "${HANDED}" NULLS LAST, "$cells") AS INTEGER) AS "${NTH}" FROM (
      SELECT * FROM ${rows} QUALIFY row_number() OVER (PARTITION BY "key", "$cells") = 1))`;
}
