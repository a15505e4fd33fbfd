import type { CalendarTables, StageRef } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import type { JudgeContext } from './context.ts';

/**
 * The `$w` of a time column whose cell is not blank, and had not come at the instant to judge: it has no
 * instant then.
 */
export const NOT_YET = -1;

/**
 * A time column whose `$w` is at least this many seconds holds a date without a time; below, a DST overlap.
 */
export const DATE_ONLY_FROM = 43_200;

/**
 * Whether a cell, by its instant and its `$w`, had come at an instant, as SQL: null for a blank cell. A date
 * without a time comes when its day begins, so that it is not there at the midnight before it.
 */
export const hasCome = (at: string, width: string, asOf: Micros): string =>
  `(${at} < ${asOf} OR (${at} = ${asOf} AND ${width} < ${DATE_ONLY_FROM}))`;

/** What a statement is written by. */
export type Spelling = Pick<JudgeContext, 'dialect'>;

/** Where there is no instant, or no span of time. */
export const noMicros = ({ dialect }: Spelling): string => dialect.cast('NULL', 'bigint');

/** A stage's column, null where the stage is not reached. */
function reached(stage: StageRef, { dialect }: Spelling, alias = 'l'): string {
  const of = (column: string) => `${alias}.${dialect.identifier(column)}`;
  return stage.when === null ? of(stage.time) : `CASE WHEN ${of(stage.when)} THEN ${of(stage.time)} END`;
}

/**
 * Whether a stage's condition holds and its date is blank: nobody can tell when it was reached. Null where
 * it has no condition.
 */
export function isWithoutDate(stage: StageRef, { dialect }: Spelling): string | null {
  if (stage.when === null) return null;
  const of = (column: string) => `l.${dialect.identifier(column)}`;
  const isBlank = `${of(stage.time)} IS NULL AND coalesce(${of(`${stage.time}$w`)}, 0) <> ${NOT_YET}`;
  return `coalesce(${of(stage.when)} AND ${isBlank}, false)`;
}

/**
 * Several hand-overs of a lead may share the date of a stage. Only the hand-over that the date is told of
 * reaches the stage: in the rows of the others both ends are null.
 */
export function ownEvent(stage: StageRef, ends: Ends, { dialect }: Spelling): Ends {
  if (!stage.own) return ends;
  const own = `l.${dialect.identifier(stage.own)}`;
  return {
    earliest: `CASE WHEN ${own} THEN ${ends.earliest} END`,
    latest: `CASE WHEN ${own} THEN ${ends.latest} END`,
  };
}

/**
 * A stage that ends what began at `start`. What is told of another hand-over, and came before this one,
 * does not: a call in time for two hand-overs is in time for both, and a call of last year is none.
 */
export function endAfter(start: string, stage: StageRef, known: Known): Ends {
  const ends = stopEnds(stage, known);
  if (!stage.own) return ends;
  const counts = `l.${known.dialect.identifier(stage.own)} OR ${ends.latest} >= ${start}`;
  return {
    earliest: `CASE WHEN ${counts} THEN ${ends.earliest} END`,
    latest: `CASE WHEN ${counts} THEN ${ends.latest} END`,
  };
}

/** What is known of the time columns. */
export type Known = Pick<JudgeContext, 'exact' | 'dialect'>;

/** The earliest and the latest instant that a cell can mean, as SQL. */
export interface Ends {
  readonly earliest: string;
  readonly latest: string;
}

/**
 * The earliest and the latest instant at which a stage may have started a clock: the first occurrence of an
 * ambiguous local time; 00:00 and just before 24:00 of a date. A date that hand-overs share starts one clock.
 */
export function startEnds(stage: StageRef, known: Known, alias = 'l'): Ends {
  const t = reached(stage, known, alias);
  if (known.exact.has(stage.time)) return ownEvent(stage, { earliest: t, latest: t }, known);
  const { seconds, micros } = widthOf(stage, known, alias);
  const more = `CASE WHEN ${seconds} >= ${DATE_ONLY_FROM} THEN ${micros} - 1 ELSE 0 END`;
  return ownEvent(stage, { earliest: t, latest: `${t} + ${more}` }, known);
}

/** The same for a stop, where an ambiguous local time is its last occurrence. */
export function stopEnds(stage: StageRef, known: Known, alias = 'l'): Ends {
  const t = reached(stage, known, alias);
  if (known.exact.has(stage.time)) return { earliest: t, latest: t };
  const { seconds, micros } = widthOf(stage, known, alias);
  const dateOnly = `${seconds} >= ${DATE_ONLY_FROM}`;
  return {
    earliest: `${t} + CASE WHEN ${dateOnly} THEN 0 ELSE ${micros} END`,
    latest: `${t} + ${micros} - CASE WHEN ${dateOnly} THEN 1 ELSE 0 END`,
  };
}

/** The last instant that the cell of a deadline can mean: the end of its day where it has no time. */
export function deadlineEnd(column: string, known: Known): string {
  const due = `l.${known.dialect.identifier(column)}`;
  if (known.exact.has(column)) return due;
  return `${due} + ${widthOf({ time: column, when: null }, known, 'l').micros}`;
}

/** Whether the cell of a deadline is a day; null where none is. */
export function deadlineIsDay(column: string, known: Known): string | null {
  if (known.exact.has(column)) return null;
  return `${widthOf({ time: column, when: null }, known, 'l').seconds} >= 43200`;
}

/** How far from each other the instants lie that a cell can mean. */
function widthOf(stage: StageRef, { dialect }: Spelling, alias: string): { seconds: string; micros: string } {
  const seconds = `${alias}.${dialect.identifier(`${stage.time}$w`)}`;
  return { seconds, micros: `${dialect.cast(seconds, 'bigint')} * 1000000` };
}

/**
 * Open time accumulated from the calendar's start to an instant, given the joined row of the part of a day
 * in which the instant lies, or of the part that ends exactly there.
 */
export function openAt(row: string, instant: string, { width }: CalendarTables): string {
  const windows = Array.from({ length: width }, (_, i) => {
    const [open, close] = [`${row}.o${i + 1}`, `${row}.c${i + 1}`];
    return ` + greatest(least(${instant}, ${close}) - ${open}, 0)`;
  });
  return `(${row}.ob${windows.join('')})`;
}

/**
 * The instant at which the accumulated open time reaches `position`, given the row of the part that it
 * falls in.
 */
export function instantAt(row: string, position: string, { width }: CalendarTables): string {
  const rest = `(${position} - ${row}.ob)`;
  let before = '0';
  const branches: string[] = [];
  for (let i = 1; i <= width; i++) {
    const length = `(${row}.c${i} - ${row}.o${i})`;
    branches.push(`WHEN ${rest} <= ${before} + ${length} THEN ${row}.o${i} + ${rest} - (${before})`);
    before = `${before} + ${length}`;
  }
  return `CASE ${branches.join(' ')} END`;
}
