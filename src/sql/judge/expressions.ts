import type { JudgeContext, LoadedCalendar, StageRef } from '../../model/judge.ts';

/** Microseconds a UTC day. */
export const DAY = 86_400_000_000;

/** A time column whose `$w` is at least this many seconds holds a date without a time; below, a DST overlap. */
const DATE_ONLY_FROM = 43_200;

/** Quotes a name that the plan made. */
export const q = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A stage's column, null where the stage is not reached. */
function reached(stage: StageRef, column: string, alias = 'l'): string {
  const value = `${alias}.${q(column)}`;
  return stage.when === null ? value : `CASE WHEN ${alias}.${q(stage.when)} THEN ${value} END`;
}

/** A stage that only the hand-over reaches of which its date is told. */
export function ownEvent(stage: StageRef, ends: Ends): Ends {
  if (!stage.own) return ends;
  const own = `l.${q(stage.own)}`;
  return {
    earliest: `CASE WHEN ${own} THEN ${ends.earliest} END`,
    latest: `CASE WHEN ${own} THEN ${ends.latest} END`,
  };
}

/**
 * A stage that ends what began at `start`. What is told of another hand-over, and came before this one, does not: a call in time for
 * two hand-overs is in time for both, and a call of last year is none.
 */
export function endAfter(start: string, stage: StageRef, known: Known): Ends {
  const ends = stopEnds(stage, known);
  if (!stage.own) return ends;
  const counts = `l.${q(stage.own)} OR ${ends.latest} >= ${start}`;
  return {
    earliest: `CASE WHEN ${counts} THEN ${ends.earliest} END`,
    latest: `CASE WHEN ${counts} THEN ${ends.latest} END`,
  };
}

/** What is known of the time columns. */
export type Known = Pick<JudgeContext, 'exact'>;

/** The earliest and the latest instant that a cell can mean, as SQL. */
export interface Ends {
  readonly earliest: string;
  readonly latest: string;
}

/**
 * The earliest and the latest instant at which a stage may have started a clock: the first occurrence of an
 * ambiguous local time; 00:00 and just before 24:00 of a date. A date that hand-overs share starts one clock.
 */
export function startEnds(stage: StageRef, { exact }: Known): Ends {
  const t = reached(stage, stage.time);
  if (exact.has(stage.time)) return ownEvent(stage, { earliest: t, latest: t });
  const w = `l.${q(`${stage.time}$w`)}`;
  return ownEvent(stage, {
    earliest: t,
    latest: `${t} + CASE WHEN ${w} >= ${DATE_ONLY_FROM} THEN ${w}::BIGINT * 1000000 - 1 ELSE 0 END`,
  });
}

/** The same for a stop, where an ambiguous local time is its last occurrence. */
export function stopEnds(stage: StageRef, { exact }: Known, alias = 'l'): Ends {
  const t = reached(stage, stage.time, alias);
  if (exact.has(stage.time)) return { earliest: t, latest: t };
  const w = `${alias}.${q(`${stage.time}$w`)}::BIGINT * 1000000`;
  const dateOnly = `${alias}.${q(`${stage.time}$w`)} >= ${DATE_ONLY_FROM}`;
  return {
    earliest: `${t} + CASE WHEN ${dateOnly} THEN 0 ELSE ${w} END`,
    latest: `${t} + ${w} - CASE WHEN ${dateOnly} THEN 1 ELSE 0 END`,
  };
}

/** The part of a UTC day in which an instant lies. */
const partOf = (instant: string, { partLength }: LoadedCalendar): string => `(${instant}) // ${partLength}`;

/**
 * Open time accumulated from the calendar's start to an instant, given the joined row of the part of a day in which the instant
 * lies, or of the part that ends exactly there.
 */
function openAt(row: string, instant: string, calendar: LoadedCalendar): string {
  const windows = Array.from({ length: calendar.width }, (_, i) => {
    const [open, close] = [`${row}.o${i + 1}`, `${row}.c${i + 1}`];
    return ` + greatest(least(${instant}, ${close}) - ${open}, 0)`;
  });
  return `(${row}.ob${windows.join('')})`;
}

/** The instant at which the accumulated open time reaches `position`, given the row of the part that it falls in. */
function instantAt(row: string, position: string, calendar: LoadedCalendar): string {
  const rest = `(${position} - ${row}.ob)`;
  let before = '0';
  const branches: string[] = [];
  for (let i = 1; i <= calendar.width; i++) {
    const length = `(${row}.c${i} - ${row}.o${i})`;
    branches.push(`WHEN ${rest} <= ${before} + ${length} THEN ${row}.o${i} + ${rest} - (${before})`);
    before = `${before} + ${length}`;
  }
  return `CASE ${branches.join(' ')} END`;
}

/** Joins of calendar rows, each made once. */
export class Lookups {
  private readonly joins = new Map<string, { readonly alias: string; readonly sql: string }>();
  private readonly name: (sql: string) => string;

  /** `name` may give a column's name to what is looked up, so that it is computed once. */
  constructor(name: (sql: string) => string = (sql) => sql) {
    this.name = name;
  }

  private join(key: string, sql: (alias: string) => string): string {
    const known = this.joins.get(key);
    if (known) return known.alias;
    const alias = `j${this.joins.size}`;
    this.joins.set(key, { alias, sql: sql(alias) });
    return alias;
  }

  /** Open time at a start. */
  openAtStart(calendar: LoadedCalendar, instant: string): string {
    return this.name(this.openAtStartSql(calendar, instant));
  }

  private openAtStartSql(calendar: LoadedCalendar, instant: string): string {
    const row = this.join(
      `${calendar.parts} start ${instant}`,
      (a) => `JOIN ${q(calendar.parts)} ${a} ON ${a}.part = ${partOf(instant, calendar)}`,
    );
    return openAt(row, instant, calendar);
  }

  /** Open time just before a stop, and at it, from the row of the part of a day in which the stop's last microsecond falls. */
  openAtStop(calendar: LoadedCalendar, instant: string): { before: string; at: string } {
    const row = this.join(
      `${calendar.parts} stop ${instant}`,
      (a) => `JOIN ${q(calendar.parts)} ${a} ON ${a}.part = ${partOf(`${instant} - 1`, calendar)}`,
    );
    return {
      before: this.name(openAt(row, `${instant} - 1`, calendar)),
      at: this.name(openAt(row, instant, calendar)),
    };
  }

  /** The closing of the open day that is `days` open days after a local date, and the open time accumulated there. */
  closing(calendar: LoadedCalendar, localDay: string, days: number): { close: string; pos: string } {
    const date = this.join(
      `${calendar.dates} ${localDay}`,
      (a) => `JOIN ${q(calendar.dates)} ${a} ON ${a}.day = ${localDay}`,
    );
    const row = this.join(
      `${calendar.closings} ${localDay} ${days}`,
      (a) => `JOIN ${q(calendar.closings)} ${a} ON ${a}.ord = ${date}.ord + ${days}`,
    );
    return { close: this.name(`${row}.close`), pos: this.name(`${row}.pos`) };
  }

  /**
   * The instant at which the open time reaches that at a start and `more`: a join by order, where a lookup by time will not do. Parts
   * without open time are left out, because the part before has the same open time before it.
   */
  instant(calendar: LoadedCalendar, start: string, more: number): string {
    const position = `(${this.openAtStartSql(calendar, start)} + ${more})`;
    const row = this.join(
      `${calendar.parts} position ${position}`,
      (a) => `ASOF JOIN (SELECT * FROM ${q(calendar.parts)} WHERE c1 > o1) ${a} ON ${position} > ${a}.ob`,
    );
    return this.name(instantAt(row, position, calendar));
  }

  toString(): string {
    return [...this.joins.values()].map(({ sql }) => sql).join('\n');
  }
}
