import type { AttemptsPlan, PausePlan, TimedPlan } from '../../model/judge.ts';
import { HAND_OVER } from '../hand-over.ts';
import { activityRows, flag, hasRange, rowOf, sameLead, segmentOf } from './base.ts';
import type { JudgeContext } from './context.ts';
import { startEnds, stopEnds } from './expressions.ts';
import { Lookups } from './lookups.ts';
import { bySegment } from './row-calendar.ts';
import { type Clock, stopOf, stoppedSource } from './stops.ts';
import { limitsOf, type Place, usedUp } from './terms.ts';

/** The same promise with a clock that never stands still. */
export function unpaused<P extends Pausable>(plan: P): P {
  const { pause: _, ...rest } = plan;
  return rest as P;
}

/** The plans whose clocks may stand still. */
export type Pausable = TimedPlan | AttemptsPlan;

/** A clock that may stand still. */
interface PausableClock extends Clock, Pick<Pausable, 'terms' | 'pause'> {}

/** Nothing stops a window: an answer ends the duty, whatever time was left. */
export const windowOf = ({ start, terms, pause }: AttemptsPlan): PausableClock => ({
  ...{ start, terms, stop: null },
  ...(pause && { pause }),
});

/** How long the clock of a case stood still, as columns of microseconds, in one reading of its dates. */
interface Held {
  /** Until it stopped, or until as-of: what is taken off the time that it ran. */
  readonly taken: string;
  /** Of that, what came before it was due: by so much due is later. */
  readonly delay: string;
}

/** At worst the pauses are as short as their dates allow, at best as long. */
interface Holds {
  readonly worst: Held;
  readonly best: Held;
}

/** Null where the clock never stands still. `own` names a column of the source's level. */
export function holdsOf(
  plan: PausableClock,
  context: JudgeContext,
  own: (sql: string) => string,
): Holds | null {
  if (plan.pause === undefined) return null;
  const held = (nth: number): Held => ({
    taken: own(`coalesce(h.taken${nth}, 0)`),
    delay: own(`coalesce(h.delay${nth}, 0)`),
  });
  const worst = held(0);
  return { worst, best: hasRanges(plan, context) ? held(1) : worst };
}

/** Whether a case must be judged at both ends of what its cells can mean. */
export function hasRanges({ start, stop, pause }: PausableClock, context: JudgeContext): boolean {
  const isRange = (column: string) => context.dateOnly.has(column);
  const ofPause = pause !== undefined && (isRange(pause.from) || isRange(pause.to));
  return hasRange(start, context) || (stop !== null && isRange(stop.time)) || ofPause;
}

/** Whether as-of has used up the fraction of the time from which a case is at risk, with so much of it on hold. */
export function riskAfter(
  taken: string,
  start: string,
  { at, atAsOf, goal }: Place,
  { atRisk }: JudgeContext,
): string {
  return usedUp(`${atAsOf} - ${at(start)} - ${taken}`, atRisk, `(${goal(start)} - (${at(start)}))`);
}

/** The join that tells how long the clock of each row stood still, as columns of `h`. */
export const holdRows = (plan: PausableClock, pause: PausePlan, context: JudgeContext): string =>
  `LEFT JOIN ${activityRows(pausesSql(plan, pause, context), context)} h ON ${sameLead('h', 'l', context)}`;

/**
 * By lead or hand-over that was on hold while its clock ran: `taken0, delay0`, and `taken1, delay1` at best
 * where that is another reading.
 *
 * Pauses become stretches of the clock itself, of open time where the limit is business time: what is
 * closed is cut out by that, and stretches that overlap are merged by it. In their order each one counts
 * as far as those before it do not reach, and moves due if the clock was not there when it began.
 */
export function pausesSql(plan: PausableClock, pause: PausePlan, context: JudgeContext): string {
  const row = context.handOvers ? `key, ${HAND_OVER}` : 'key';
  const lookups = new Lookups(context);
  const limits = limitsOf(plan.terms, context, lookups);
  const each = (of: (place: Place) => string) => bySegment(limits.map(({ place }) => of(place)));
  const readings = hasRanges(plan, context) ? [0, 1] : [0];
  const overlaps = readings.map((nth) => overlapsSql(plan, pause, nth, context)).join('\n      UNION ALL ');
  const before = `(PARTITION BY nth, ${row} ORDER BY p, q ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  const micros = (sum: string) =>
    context.dialect.cast(`least(${pause.atMost}, coalesce(${sum}, 0))`, 'bigint');
  const columns = readings.map(
    (nth) => `${micros(`sum(CASE WHEN nth = ${nth} THEN piece END)`)} AS taken${nth},
    ${micros(`sum(CASE WHEN nth = ${nth} AND p - least(${pause.atMost}, gone) < goal THEN piece END)`)} AS delay${nth}`,
  );
  return `
  SELECT ${row}, ${columns.join(', ')}
  FROM (SELECT *, coalesce(sum(piece) OVER ${before}, 0) AS gone FROM (
    SELECT ${row}, nth, goal, greatest(p, reached) AS p, q, greatest(q - greatest(p, reached), 0) AS piece FROM (
      SELECT *, coalesce(max(q) OVER ${before}, p) AS reached FROM (
        SELECT ${row}, nth, ${each(({ at }) => at('c.a'))} AS p, ${each(({ at }) => at('c.b'))} AS q, ${each(({ goal }) => goal('c.s'))} AS goal
        FROM (${overlaps}) c
        ${lookups}
      )
    )
  ))
  GROUP BY ${row}`;
}

/** Each pause with the clock of its case, by `s`, and what they have in common, from `a` to before `b`. */
function overlapsSql(plan: PausableClock, pause: PausePlan, nth: number, context: JudgeContext): string {
  const { identifier } = context.dialect;
  const [start, stop] = [startEnds(plan.start, context), stopOf(plan, context)];
  const from = startEnds({ time: pause.from, when: null }, context, 'p');
  const to = stopEnds({ time: pause.to, when: null }, context, 'p');
  const reading =
    nth === 0
      ? { s: start.earliest, z: stop.latest, a: from.latest, b: to.earliest }
      : { s: start.latest, z: stop.earliest, a: from.earliest, b: to.latest };
  const on = pause.inRow ? sameLead('p', 'l', context) : 'p.key = l.key';
  return `SELECT * FROM (
        SELECT ${rowOf('l', context)}, ${nth} AS nth, ${segmentOf(plan.terms, context)} AS seg, ${reading.s} AS s,
          CASE WHEN ${reading.a} IS NOT NULL AND ${reading.s} IS NOT NULL THEN greatest(${reading.a}, ${reading.s}) END AS a,
          least(coalesce(${reading.b}, ${context.asOf}), coalesce(${reading.z}, ${context.asOf}), ${context.asOf}) AS b
        FROM ${stoppedSource(plan, context)} JOIN ${identifier(pause.table)} p ON ${on}
        WHERE ${flag(pause.when, context, 'p')}
      ) WHERE a < b`;
}
