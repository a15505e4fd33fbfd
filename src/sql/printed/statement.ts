import { type CasePlan, REASONS, STATES } from '../../model/judge.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { activitiesSql } from '../judge/activities.ts';
import type { Part } from '../judge/aggregate.ts';
import { STATE } from '../judge/base.ts';
import { casesSql, isDistinct } from '../judge/cases.ts';
import { laidOut } from '../laid-out.ts';
import { withNamedRows } from '../named-rows.ts';
import { SIGNS, signsSql } from '../server-facts/texts.ts';

/** One promise under one version, and what its codes mean. */
interface PrintedPart extends Part {
  readonly version: string;
  /** In their order. */
  readonly periods: readonly string[];
  /** By number; null for the promise's own terms. */
  readonly segments: readonly (string | null)[];
}

/** What the statement of one promise is made of. */
export interface ToPrint {
  readonly parts: readonly PrintedPart[];
  /** Parts of WITH that hold the calendars. */
  readonly calendars: readonly { readonly name: string; readonly sql: string }[];
  /** The facts of each table, in an order in which each may look at those before it. */
  readonly facts: readonly {
    readonly name: string;
    /** `isAsked` tells whether a column is looked at. */
    readonly sql: (isAsked: (column: string) => boolean) => string;
  }[];
}

/**
 * One statement that counts the cases of a promise under all its versions: `version, period, segment, state,
 * reason, cases`, and `amount` or `different_values` where the promise adds up or counts values. Calendars, facts
 * and activities are parts of WITH.
 */
export function printedStatement({ parts, calendars, facts }: ToPrint, dialect: JudgingDialect): string {
  const activities = new Map<string, string>();
  const rows: string[] = [];
  for (const { plan, context } of parts)
    for (const asked of activitiesSql(plan)) {
      const sql = asked({ ...context, activityTables: new Map(activities) });
      if (activities.has(sql)) continue;
      const name = `activities_${activities.size}`;
      activities.set(sql, name);
      rows.push(dialect.heldPart(dialect.identifier(name), sql));
    }
  const plans = parts.map(({ plan }) => plan);
  const sums = { added: plans.some(hasAmount), told: plans.some(isDistinct) };
  const counted = parts.map((part) =>
    casesOf({ ...part, context: { ...part.context, activityTables: activities } }, sums, dialect),
  );
  let text = [...rows, ...counted].join('\n');
  const isNamed = (name: string) => text.includes(dialect.identifier(name));
  const used: string[] = [];
  // The last may look at all before it, which are asked for what it names.
  for (const { name, sql } of [...facts].reverse()) {
    if (!isNamed(name)) continue;
    const select = sql((column) => isNamed(column) || isNamed(`${column}$w`));
    text += `\n${select}`;
    used.unshift(dialect.heldPart(dialect.identifier(name), select));
  }
  const withParts = [
    ...calendars.filter(({ name }) => isNamed(name)).map(({ sql }) => sql),
    dialect.heldPart(dialect.identifier(SIGNS), signsSql(dialect)),
    ...used,
    ...rows,
  ];
  const groups = ['version', 'period', 'segment', 'state', 'reason'].join(', ');
  const columns = [groups, 'count(*) AS cases', ...sumsOf(sums)];
  const statement = `WITH ${withParts.join(', ')}
SELECT ${columns.join(', ')}
FROM (${counted.join('\nUNION ALL ')})
GROUP BY ${groups}
ORDER BY ${groups}`;
  return laidOut(withNamedRows(statement, dialect.fence));
}

/** What is counted beside the cases, of some version at least: amounts, different values. */
interface Sums {
  readonly added: boolean;
  readonly told: boolean;
}

const sumsOf = ({ added, told }: Sums): readonly string[] => [
  ...(added ? ['sum(amount) AS amount'] : []),
  ...(told ? ['count(DISTINCT told) AS different_values'] : []),
];

const hasAmount = (plan: CasePlan): boolean =>
  (plan.shape === 'tally' || plan.shape === 'ratio') && plan.amount !== null;

/** The cases of one version with the names of their codes. */
function casesOf(
  { plan, context, version, periods, segments }: PrintedPart,
  { added, told }: Sums,
  dialect: JudgingDialect,
): string {
  const { text } = dialect;
  const named = (column: string, names: readonly (string | null)[]) => {
    const branches = names.flatMap((name, i) => (name === null ? [] : [`WHEN ${i} THEN ${text(name)}`]));
    return branches.length === 0 ? dialect.cast('NULL', 'text') : `CASE ${column} ${branches.join(' ')} END`;
  };
  const met = `CASE WHEN state = ${STATE.met} THEN told END`;
  const columns = [
    `${text(version)} AS version`,
    `${named('period', periods)} AS period`,
    `${named('seg', segments)} AS segment`,
    `${named('state', STATES)} AS state`,
    `${named('reason', REASONS)} AS reason`,
    ...(added ? [`${dialect.cast(hasAmount(plan) ? 'amount' : 'NULL', 'decimal')} AS amount`] : []),
    ...(told ? [`${dialect.cast(isDistinct(plan) ? met : 'NULL', 'text')} AS told`] : []),
  ];
  return `SELECT ${columns.join(', ')} FROM (${casesSql(plan, context, { due: false })})`;
}
