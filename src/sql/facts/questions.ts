import type { ActivityRef, StageRef, TimedPlan } from '../../model/judge.ts';
import type { ZoneTable } from '../../model/reading.ts';
import type { Micros } from '../../model/time.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { groups } from '../judge/aggregate.ts';
import { STATE } from '../judge/base.ts';
import { casesSql } from '../judge/cases.ts';
import type { JudgeContext } from '../judge/context.ts';
import { localDay, offsetMicros } from '../judge/local.ts';

/** What every question needs to know. */
export interface Asked {
  readonly dialect: JudgingDialect;
  /** The table of the rows that are asked about. */
  readonly cases: string;
  readonly asOf: Micros;
  readonly zone: ZoneTable;
}

const HOUR = 3_600_000_000;
const MINUTE = 60_000_000;
const DAY = 24 * HOUR;

/** Leads behind a number that are told by their keys. */
const TOLD = 3;

/** A row: how many there are, how many of them are in question, and the first keys of those. */
const told = (rows: string, inQuestion: string): string => `
SELECT (SELECT count(*) FROM (${rows}) t) AS all_of, count(*) AS n, ${Array.from({ length: TOLD }, (_, i) => `max(CASE WHEN nth = ${i + 1} THEN key END) AS key${i}`).join(', ')}
FROM (SELECT q.key, row_number() OVER (ORDER BY q.key) AS nth FROM (SELECT t.* FROM (${rows}) t WHERE ${inQuestion}) q) r`;

const flagged = (alias: string, when: string | null, { dialect }: Asked): string =>
  when === null ? 'true' : `coalesce(${alias}.${dialect.identifier(when)}, false)`;

const column = (alias: string, name: string, { dialect }: Asked): string =>
  `${alias}.${dialect.identifier(name)}`;

/** Leads closed at a stage of these flags and not at `until`, with fewer touches since their start than promised. */
export function givenUpSql(
  asked: Asked,
  of: {
    readonly start: StageRef;
    readonly scope: string | null;
    readonly closed: readonly StageRef[];
    readonly until: StageRef;
    readonly touches: ActivityRef;
    readonly distinctDays: boolean;
    readonly atLeast: number;
  },
): string {
  const { dialect, cases, asOf, zone } = asked;
  const [s0, at] = [column('l', of.start.time, asked), column('l', of.until.time, asked)];
  const closed = of.closed.map(({ when }) => flagged('l', when, asked)).join(' OR ');
  const time = column('a', of.touches.time, asked);
  const counted = of.distinctDays ? `DISTINCT ${localDay(zone, time, { dialect })}` : time;
  const within = `${flagged('a', of.touches.when, asked)} AND ${time} BETWEEN c.s0 AND c.at`;
  const rows = `
  SELECT c.key, count(${counted}) FILTER (WHERE ${within}) AS n
  FROM (
    SELECT l.key, ${s0} AS s0, ${at} AS at FROM ${dialect.identifier(cases)} l
    WHERE ${flagged('l', of.start.when, asked)} AND ${flagged('l', of.scope, asked)} AND (${closed}) AND NOT ${flagged('l', of.until.when, asked)}
      AND ${s0} <= ${at} AND ${at} <= ${asOf}
  ) c LEFT JOIN ${dialect.identifier(of.touches.table)} a ON a.key = c.key
  GROUP BY c.key, c.s0, c.at`;
  return told(rows, `t.n < ${of.atLeast}`);
}

/** Leads that reached a stage, without any activity within an hour of its date. */
export function withoutTouchSql(asked: Asked, stage: StageRef, touches: ActivityRef): string {
  const { dialect, cases, asOf } = asked;
  const [at, time] = [column('l', stage.time, asked), column('a', touches.time, asked)];
  const rows = `
  SELECT c.key, min(abs(${time} - c.at)) FILTER (WHERE ${flagged('a', touches.when, asked)}) AS apart
  FROM (SELECT l.key, ${at} AS at FROM ${dialect.identifier(cases)} l WHERE ${flagged('l', stage.when, asked)} AND ${at} <= ${asOf}) c
  LEFT JOIN ${dialect.identifier(touches.table)} a ON a.key = c.key
  GROUP BY c.key, c.at`;
  return told(rows, `coalesce(t.apart, ${DAY}) > ${HOUR}`);
}

/** Touches that one person wrote down with so many others in one minute. */
export function atOnceSql(asked: Asked, touches: ActivityRef, by: string, together: number): string {
  const { dialect } = asked;
  const [time, who] = [column('a', touches.time, asked), column('a', by, asked)];
  const rows = `
  SELECT a.key, count(*) OVER (PARTITION BY ${who}, ${dialect.divide(time, MINUTE)}) AS n
  FROM ${dialect.identifier(touches.table)} a WHERE ${flagged('a', touches.when, asked)} AND ${who} IS NOT NULL AND ${time} IS NOT NULL`;
  return told(rows, `t.n >= ${together}`);
}

/** How many touches there are in each local hour and minute: `hour`, `minute`, `n`. */
export function timesOfDaySql(asked: Asked, touches: ActivityRef): string {
  const { dialect, zone } = asked;
  const time = column('a', touches.time, asked);
  const local = `((${time} + ${offsetMicros(zone, time)}) % ${DAY})`;
  return `
SELECT hour, minute, count(*) AS n
FROM (
  SELECT ${dialect.divide(local, HOUR)} AS hour, ${dialect.divide(`(${local} % ${HOUR})`, MINUTE)} AS minute
  FROM ${dialect.identifier(touches.table)} a WHERE ${flagged('a', touches.when, asked)} AND ${time} IS NOT NULL
)
GROUP BY hour, minute`;
}

/** How many leads reached a stage on each local day: `day`, `n`. */
export function perDaySql(asked: Asked, stage: StageRef): string {
  const { dialect, cases, asOf, zone } = asked;
  const at = column('l', stage.time, asked);
  return `
SELECT day, count(*) AS n
FROM (SELECT ${localDay(zone, at, { dialect })} AS day FROM ${dialect.identifier(cases)} l WHERE ${flagged('l', stage.when, asked)} AND ${at} <= ${asOf})
GROUP BY day`;
}

/** Leads that reached a stage before the one that ought to come first. */
export function beforeSql(asked: Asked, stop: StageRef, first: StageRef): string {
  const { dialect, cases, asOf } = asked;
  const [at, mid] = [column('l', stop.time, asked), column('l', first.time, asked)];
  const rows = `
  SELECT l.key, ${at} AS at, ${mid} AS mid FROM ${dialect.identifier(cases)} l
  WHERE ${flagged('l', stop.when, asked)} AND ${flagged('l', first.when, asked)} AND ${at} <= ${asOf} AND ${mid} IS NOT NULL`;
  return told(rows, 't.at < t.mid');
}

/** By tenth of the leads in the order of a date: how many there are, and how many fill each column. */
export function fillSql(asked: Asked, stage: StageRef, columns: readonly string[]): string {
  const { dialect, cases, asOf } = asked;
  const at = column('l', stage.time, asked);
  const filled = columns.map((name, i) => `count(${column('t', name, asked)}) AS c${i}`);
  return `
SELECT tenth, count(*) AS n, ${filled.join(', ')}
FROM (SELECT l.*, ntile(10) OVER (ORDER BY ${at}, l.key) AS tenth FROM ${dialect.identifier(cases)} l WHERE ${at} <= ${asOf}) t
GROUP BY tenth`;
}

/** How many clocks stopped in each tenth of their limit, of those that stopped in time, by group: `tenth` from 0, `b0` ..., `n`. */
export function tenthsSql(
  plan: TimedPlan,
  context: JudgeContext,
  limits: readonly (Micros | null)[],
): string {
  const { dialect } = context;
  const tenths = limits.map((limit, seg) =>
    limit === null || limit <= 0 ? '' : `WHEN ${seg} THEN ${dialect.divide('(c.elapsed * 10 - 1)', limit)}`,
  );
  const by = groups(context);
  const columns = ['tenth', ...by].join(', ');
  return `
SELECT ${columns}, count(*) AS n
FROM (
  SELECT CASE c.seg ${tenths.join(' ')} END AS tenth${by.map((name) => `, c.${name}`).join('')}
  FROM (${casesSql(plan, context, { due: false })}) c WHERE c.state = ${STATE.met} AND c.elapsed > 0
)
WHERE tenth IS NOT NULL
GROUP BY ${columns}`;
}
