import type { PausePlan } from '../../model/judge.ts';
import { HAND_OVER } from '../hand-over.ts';
import { flag } from '../judge/base.ts';
import { type Known, startEnds, stopEnds } from '../judge/expressions.ts';

/**
 * The rows between whose ends the clock of one lead stands still, in order: `begins`, and `ends`, null where
 * it lasts, as late and as early as their cells can mean, UTC microseconds. The parameter is the lead's key;
 * `handOver` its place among the hand-overs of the lead, null where leads have one row.
 */
export function leadHoldsSql(
  { table, from, to, when, inRow }: PausePlan,
  handOver: number | null,
  known: Known,
): string {
  const begins = startEnds({ time: from, when: null }, known, 'p').latest;
  const ends = stopEnds({ time: to, when: null }, known, 'p').earliest;
  const own = inRow && handOver !== null ? ` AND p.${HAND_OVER} = ${handOver}` : '';
  return `SELECT ${begins} AS begins, ${ends} AS ends FROM ${known.dialect.identifier(table)} p
WHERE p.key = $1${own} AND ${flag(when, known, 'p')} AND ${begins} IS NOT NULL ORDER BY 1, 2`;
}
