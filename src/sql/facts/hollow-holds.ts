import type { PausePlan } from '../../model/judge.ts';
import { flag } from '../judge/base.ts';
import { type Known, startEnds, stopEnds } from '../judge/expressions.ts';

/** How many pauses end before they begin, or have an end and no beginning: one row, `n`. */
export function hollowHoldsSql({ table, from, to, when }: PausePlan, known: Known): string {
  const begins = startEnds({ time: from, when: null }, known, 'p').earliest;
  const ends = stopEnds({ time: to, when: null }, known, 'p').latest;
  return `SELECT count(*) AS n FROM ${known.dialect.identifier(table)} p
WHERE ${flag(when, known, 'p')} AND ${ends} IS NOT NULL AND (${begins} IS NULL OR ${ends} < ${begins})`;
}
