import type { CasePlan, WaiverRef } from '../../model/judge.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { STATE } from './base.ts';
import { casesSql, excuses, keyIn, waiverTest } from './cases.ts';
import type { JudgeContext } from './context.ts';

/**
 * How many cases in scope each waiver names, or those of them that it excuses: one row, columns `w0`, `w1`
 * ... in their order.
 */
export function waiverCountsSql(
  plan: CasePlan,
  context: JudgeContext,
  waivers: readonly WaiverRef[],
  which: 'named' | 'excused',
): string {
  const counts = waivers.map((waiver, i) => {
    const named = `coalesce(${waiverTest(waiver, 's0', context)}, false)`;
    const counted =
      which === 'excused'
        ? excuses(plan, named, { raw: 'raw', amount: 'amount' }, context)
        : `raw <> ${STATE.excluded} AND ${named}`;
    return `count(*) FILTER (WHERE ${counted}) AS w${i}`;
  });
  return `SELECT ${counts.join(', ')} FROM (${casesSql(plan, context, { due: false })})`;
}

/** Those of some keys that a row of the leads has, in a column `key`. */
export function knownKeysSql(leads: string, keys: readonly string[], dialect: JudgingDialect): string {
  return `SELECT DISTINCT key FROM ${dialect.identifier(leads)} WHERE ${keyIn(keys, { dialect })}`;
}
