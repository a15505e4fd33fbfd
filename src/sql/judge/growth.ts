import type { TallyPlan } from '../../model/judge.ts';
import { STATE } from './base.ts';
import { casesSql } from './cases.ts';
import type { JudgeContext } from './context.ts';
import { localDay } from './local.ts';

/** What a count or a sum gained on each local date of one period: `day, amount`. */
export const growthSql = (plan: TallyPlan, context: JudgeContext): string => `
SELECT day, ${context.dialect.cast('sum(amount)', 'double')} AS amount
FROM (
  SELECT ${localDay(context.zone, 's0', context)} AS day, amount
  FROM (${casesSql(plan, context, { due: false })})
  WHERE state = ${STATE.met} AND period = 0
)
GROUP BY day
ORDER BY day`;
