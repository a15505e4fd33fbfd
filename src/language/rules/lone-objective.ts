import { mark, t } from '../../messages/index.ts';
import type { Rule } from './rule.ts';

/** What one team alone answers for is a commitment: then the other can hold it to that. */
export const loneObjective: Rule = {
  id: 'lone-objective',
  severity: 'warning',
  law: mark`An objective is shared by at least two teams.`,
  good: `
objectives:
  - { id: pipeline, shared_by: [marketing, sales], count: { stage: contacted }, target: ">= 80 per month" }
`,
  bad: `
objectives:
  - { id: pipeline, shared_by: [sales], count: { stage: contacted }, target: ">= 80 per month" }
`,
  check({ objectives, teams }) {
    return objectives
      .filter(({ sharedBy, partOf }) => partOf === undefined && new Set(sharedBy).size < 2)
      .map(({ id, sharedBy, path }) => ({
        message: t`The objective "${id}" is owned by the team "${sharedBy[0] ?? ''}" alone`,
        help: t`write shared_by: [${Object.keys(teams).join(', ')}], or make it a commitment with owed_by and owed_to`,
        path: [...path, 'shared_by'],
      }));
  },
};
