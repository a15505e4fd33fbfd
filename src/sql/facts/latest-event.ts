import type { ZoneTable } from '../../model/reading.ts';
import { MICROS_PER_DAY, type Micros } from '../../model/time.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { DATE_ONLY_FROM } from '../judge/expressions.ts';
import { localDay } from '../judge/local.ts';

/** Something that a promise takes for an event of a case, as columns of a table. */
export interface EventColumns {
  readonly table: string;
  readonly time: string;
  /** The flag of the rows that are events; null where all are. */
  readonly when: string | null;
}

/**
 * The days on which events happened, one row a day of each kind: `event` is its place among `events`, `day` a local
 * date of the zone, `n` the number of its events and `timed` the number of those that have a time. `begin` and
 * `finish` are the latest instant of the day; a date without a time stands at its beginning in `begin` and at its end
 * in `finish`. With `about`, only rows of what that table knows are events.
 */
export function eventDaysSql(
  events: readonly (EventColumns & { readonly about: string | null })[],
  zone: ZoneTable,
  dialect: JudgingDialect,
): string {
  const all = events.map(
    (event, i) => `SELECT ${i} AS event, t, w, timed FROM (${instants(event, event.about, dialect)}) e${i}`,
  );
  // A date lies in the middle of its day, which is that date in the zones around its own, too.
  const days = `SELECT *, ${localDay(zone, `t + CASE WHEN timed = 1 THEN 0 ELSE ${dialect.divide('w', 2)} END`, { dialect })} AS day
FROM (${all.join('\nUNION ALL ')}) a`;
  return `SELECT event, day, count(*) AS n, ${dialect.cast('sum(timed)', 'bigint')} AS timed,
  max(t + CASE WHEN timed = 1 THEN w ELSE 0 END) AS begin, max(t + w) AS finish
FROM (${days}) d GROUP BY event, day`;
}

/**
 * The event of the least key among those that `eventDaysSql` gives as the latest of a day: `key` and `at`, the
 * earliest instant that the cell can mean. `at` is its `begin` where events have times, else its `finish`. No
 * row where there is none.
 */
export function eventAtSql(
  event: EventColumns,
  about: string | null,
  { at, isTimed }: { readonly at: Micros; readonly isTimed: boolean },
  dialect: JudgingDialect,
): string {
  const end = isTimed ? 't + CASE WHEN timed = 1 THEN w ELSE 0 END' : 't + w';
  // No cell is wider than a day of 26 hours: most rows are left out by the first test alone.
  return `SELECT key, t AS at FROM (${instants(event, about, dialect)}) WHERE t >= ${at - 2 * MICROS_PER_DAY} AND ${end} = ${at} ORDER BY key LIMIT 1`;
}

/**
 * The first events that begin behind an instant: `key` and `at`, the earliest instant that the cell can
 * mean.
 */
export function laterEventsSql(
  event: EventColumns,
  about: string | null,
  { from, most }: { readonly from: number; readonly most: number },
  dialect: JudgingDialect,
): string {
  return `SELECT key, t AS at FROM (${instants(event, about, dialect)}) WHERE t > ${from} ORDER BY t, key LIMIT ${most}`;
}

/**
 * The query gives one row per event: `t` is the earliest instant that its cell can mean, `w` the microseconds
 * from there to the latest one, and `timed` is 1 where the cell has a time of day, else 0.
 */
function instants(
  { table, time, when }: EventColumns,
  about: string | null,
  dialect: JudgingDialect,
): string {
  const { identifier, cast } = dialect;
  const [at, width] = [identifier(time), identifier(`${time}$w`)];
  const tests = [
    `${at} IS NOT NULL`,
    ...(when === null ? [] : [identifier(when)]),
    ...(about === null ? [] : [`key IN (SELECT key FROM ${identifier(about)})`]),
  ];
  return `SELECT key, ${at} AS t, ${cast(width, 'bigint')} * 1000000 AS w, CASE WHEN ${width} >= ${DATE_ONLY_FROM} THEN 0 ELSE 1 END AS timed
FROM ${identifier(table)} WHERE ${tests.join(' AND ')}`;
}
