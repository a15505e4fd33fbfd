import type { Day } from '../../model/time.ts';
import { piecewise } from '../piecewise.ts';
import type { Part } from './aggregate.ts';
import { rowOf, STATE } from './base.ts';
import { casesSql } from './cases.ts';
import { localDay } from './local.ts';

/** A number that may not be passed in any day, or any week: `values[i]` from day `from[i - 1]` on. */
export interface Most {
  readonly unit: 'day' | 'week';
  readonly from: readonly Day[];
  readonly values: readonly number[];
}

/** A promise of such a number under versions that cut the same days or weeks. */
export interface Capped {
  readonly parts: readonly Part[];
  readonly most: Most;
}

/** All leads of every time in which the number was passed, and when each came: `at`. */
export function passedSql({ parts, most: { unit, from, values } }: Capped): string {
  const { context } = firstOf(parts);
  const { dialect } = context;
  const day = localDay(context.zone, 'k.s0', context);
  // Days are counted from a Thursday, weeks from a Monday long before it.
  const nth = unit === 'day' ? day : dialect.divide(`(${day} + ${3 + 7 * 1_000_000})`, 7);
  const cases = parts.map(
    (part) => `SELECT ${rowOf('k', context)}, k.s0, ${nth} AS nth, ${day} AS day
  FROM (${casesSql(part.plan, part.context, { due: false })}) k WHERE k.state = ${STATE.met}`,
  );
  const numbers = values.map((value) => dialect.number(value));
  return `SELECT ${rowOf('d', context)}, d.s0 AS at
FROM (SELECT u.*, count(*) OVER (PARTITION BY u.nth) AS n FROM (${cases.join(' UNION ALL ')}) u) d
WHERE d.n > ${piecewise('d.day', from, numbers)}`;
}

/** Of one lead, when such a number was passed; a row. */
export function passedAboutSql(capped: Capped, lead: string): string {
  const { text } = firstOf(capped.parts).context.dialect;
  return `SELECT min(b.at) AS at FROM (${passedSql(capped)}) b WHERE b.key = ${text(lead)}`;
}

function firstOf([part]: readonly Part[]): Part {
  if (!part) throw new Error('A number is promised by some version');
  return part;
}
