import { mark, t } from '../../messages/index.ts';
import type { Rule } from './rule.ts';

/** Two teams that disagree about the agreement need someone above both. */
export const missingSponsor: Rule = {
  id: 'missing-sponsor',
  severity: 'info',
  law: mark`An agreement names who decides when the teams do not agree.`,
  good: `
sponsor: Managing director
`,
  bad: `
# no sponsor
`,
  check({ sponsor }) {
    if (sponsor !== null) return [];
    return [
      {
        message: t`Nobody is named who decides when the teams do not agree`,
        help: t`add a line: sponsor: Managing Director`,
        path: ['teams'],
        on: 'key' as const,
      },
    ];
  },
};
