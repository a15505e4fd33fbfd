import { mark, t } from '../../messages/index.ts';
import type { Rule } from './rule.ts';

/** Without a first day, new terms judge the leads of all the years before them. */
export const missingEffective: Rule = {
  id: 'missing-effective',
  severity: 'info',
  law: mark`An agreement says from which day it is in force.`,
  good: `
effective: { from: 2026-01-01 }
`,
  bad: `
# no effective
`,
  check({ effective }) {
    if (effective.from !== null) return [];
    return [
      {
        message: t`It is not said from which day the agreement is in force: leads of any date are judged by it`,
        help: t`add a line: effective: { from: 2026-07-01 }`,
        path: ['version'],
        on: 'key' as const,
      },
    ];
  },
};
