import { mark, t } from '../../messages/index.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Rule } from './rule.ts';

/**
 * A team that neither owes nor is owed anything has no part in the agreement; its name may be a second
 * spelling.
 */
export const unusedTeam: Rule = {
  id: 'unused-team',
  severity: 'warning',
  law: mark`Each team has a part in a commitment or an objective.`,
  good: `
teams:
  marketing: { title: Marketing }
  sales: { title: Sales }
`,
  bad: `
teams:
  marketing: { title: Marketing }
  sales: { title: Sales }
  partners: { title: Partner sales }
`,
  check(agreement) {
    const named = new Set(
      promisesOf(agreement).flatMap(({ owedBy, owedTo, sharedBy }) => [owedBy, owedTo, ...sharedBy]),
    );
    return Object.keys(agreement.teams)
      .filter((id) => !named.has(id))
      .map((id) => ({
        message: t`No commitment or objective names the team "${id}"`,
        help: t`add what it owes or is owed, or remove it`,
        path: ['teams', id],
        on: 'key' as const,
      }));
  },
};
