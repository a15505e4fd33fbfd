import type { CasePlan, WaiverRef } from '../../model/judge.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { STATE } from './base.ts';
import { casesSql, excuses, keyIn, waiverTest } from './cases.ts';
import type { JudgeContext } from './context.ts';

/**
 * How many cases in scope each waiver names, in columns `n0`, `n1` ... in their order, and how many of those that are
 * `shown` it excuses, in `w0`, `w1` ...: one row. `shown` are the first and the last of the periods, by their index;
 * null for all.
 */
export function waiverCountsSql(
  plan: CasePlan,
  context: JudgeContext,
  waivers: readonly WaiverRef[],
  shown: readonly [first: number, last: number] | null,
): string {
  // Cases that nothing dates stand behind the last period.
  const behind = context.boundaries.length - 1;
  const isShown =
    shown === null ? '' : ` AND (period BETWEEN ${shown[0]} AND ${shown[1]} OR period = ${behind})`;
  const counts = waivers.flatMap((waiver, i) => {
    const named = `coalesce(${waiverTest(waiver, 's0', context)}, false)`;
    const excused = excuses(plan, named, { raw: 'raw', amount: 'amount' }, context);
    return [
      `count(*) FILTER (WHERE raw <> ${STATE.excluded} AND ${named}) AS n${i}`,
      `count(*) FILTER (WHERE ${excused}${isShown}) AS w${i}`,
    ];
  });
  return `SELECT ${counts.join(', ')} FROM (${casesSql(plan, context, { due: false })})`;
}

/** Those of some keys that a row of the leads has, in a column `key`. */
export function knownKeysSql(leads: string, keys: readonly string[], dialect: JudgingDialect): string {
  return `SELECT DISTINCT key FROM ${dialect.identifier(leads)} WHERE ${keyIn(keys, { dialect })}`;
}
