import type { ActivityRef } from '../../model/judge.ts';
import { flag } from '../judge/base.ts';
import { type Known, stopEnds } from '../judge/expressions.ts';

/**
 * The touches of one lead that match the filter, in order: `first` and `last`, the earliest and the latest
 * instant that each can mean, UTC microseconds. The parameter is the lead's key.
 */
export function leadTouchesSql({ table, time, when }: ActivityRef, known: Known): string {
  const { identifier } = known.dialect;
  const at = stopEnds({ time, when: null }, known, 'a');
  return `SELECT ${at.earliest} AS first, ${at.latest} AS last FROM ${identifier(table)} a
WHERE a.key = $1 AND ${flag(when, known, 'a')} AND a.${identifier(time)} IS NOT NULL ORDER BY 1, 2`;
}
