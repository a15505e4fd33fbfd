import type { JudgingDialect } from '../dialects/dialect.ts';

/** Percentiles of some columns of rows, a list for each, or null where a column has no value. */
export interface Spreads {
  /** A SELECT. */
  readonly rows: string;
  /** Which of them; missing for all. */
  readonly where?: string;
  /** Of the rows, by the name that the list has. */
  readonly columns: readonly (readonly [name: string, column: string])[];
  readonly shares: readonly number[];
  /** The columns that group the rows; none for one row of all. */
  readonly by: readonly string[];
  /** Those that divide each group again, in rows of their own. */
  readonly within: readonly string[];
  /** One of the columns of which the mean is told beside, as `share`. */
  readonly mean?: string | null;
  readonly dialect: JudgingDialect;
}

/**
 * A row a group, and one for each part of it: its columns, `whole`, 1 for a row of a whole group, and the lists by
 * their names. Where nothing groups the rows there is one row, of the lists alone.
 */
export function percentilesSql(spreads: Spreads): string {
  const { percentiles } = spreads.dialect;
  return percentiles === null ? byRunningCount(spreads) : asAggregates(spreads, percentiles);
}

function asAggregates(
  { rows, where, columns, shares, by, within, mean }: Spreads,
  percentiles: NonNullable<JudgingDialect['percentiles']>,
): string {
  const lists = columns.map(([name, column]) => `${percentiles(column, shares)} AS ${name}`);
  const share = mean === undefined ? [] : [`${mean === null ? 'NULL' : `avg(${mean})`} AS share`];
  const groups = by.length === 0 ? [] : [...by, ...within, `${wholeOf(within)} AS whole`];
  return `
SELECT ${[...groups, ...lists, ...share].join(', ')}
FROM (${rows})${onlyWhere(where)}${groupedBy(by, within, [])}`;
}

const onlyWhere = (where: string | undefined): string => (where === undefined ? '' : `\nWHERE ${where}`);

const wholeOf = ([first]: readonly string[]): string => (first === undefined ? '1' : `grouping(${first})`);

function groupedBy(by: readonly string[], within: readonly string[], more: readonly string[]): string {
  if (by.length + more.length === 0) return '';
  const set = (names: readonly string[]) => `(${[...names, ...more].join(', ')})`;
  const sets = within.length === 0 ? set(by) : `${set(by)}, ${set([...by, ...within])}`;
  return `\nGROUP BY GROUPING SETS (${sets})`;
}

/** A hundredth of what is counted. */
const HUNDREDTHS = 100;

/**
 * The same where an engine has no exact percentiles: each value is counted once, and a percentile is the first whose
 * count, with those of all below it, comes to its share. Values without one keep their group.
 */
function byRunningCount({ rows, where, columns, shares, by, within, mean, dialect }: Spreads): string {
  const { cast, list, numberRows } = dialect;
  const places = numberRows([['nth', columns.map((_, i) => i)]]);
  const values = columns.map(([, column], i) => `WHEN ${i} THEN ${column}`);
  const groups = by.length === 0 ? [] : [...by, ...within, 'whole'];
  const part = `PARTITION BY ${[...groups, 'nth'].join(', ')}`;
  const told = 'CASE WHEN v IS NULL THEN 0 ELSE n END';
  const lists = columns.map(([name], i) => {
    const firsts = shares.map(
      (share) =>
        `min(CASE WHEN nth = ${i} AND upto * ${HUNDREDTHS} >= total * ${Math.round(share * HUNDREDTHS)} THEN v END)`,
    );
    return `CASE WHEN count(CASE WHEN nth = ${i} THEN v END) > 0 THEN ${list(firsts)} END AS ${name}`;
  });
  const at = columns.findIndex(([, column]) => column === mean);
  const counted = `nullif(sum(CASE WHEN nth = ${at} AND v IS NOT NULL THEN n END), 0)`;
  const average = `${cast(`sum(CASE WHEN nth = ${at} THEN v * n END)`, 'double')} / ${counted}`;
  const share = mean === undefined ? [] : [`${mean === null ? 'NULL' : average} AS share`];
  const whole = by.length === 0 ? [] : [`${wholeOf(within)} AS whole`];
  return `
SELECT ${[...groups, ...lists, ...share].join(', ')}
FROM (
  SELECT c.*, sum(${told}) OVER (${part} ORDER BY v NULLS FIRST) AS upto, sum(${told}) OVER (${part}) AS total
  FROM (
    SELECT ${[...by, ...within, ...whole, 'nth', 'v', 'count(*) AS n'].join(', ')}
    FROM (SELECT ${[...by, ...within, 'nth', `CASE nth ${values.join(' ')} END AS v`].join(', ')} FROM (${rows}) r CROSS JOIN (${places}) p${onlyWhere(where)})${groupedBy(by, within, ['nth', 'v'])}
  ) c
)${groups.length === 0 ? '' : `\nGROUP BY ${groups.join(', ')}`}`;
}
