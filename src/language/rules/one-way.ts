import { mark, t } from '../../messages/index.ts';
import type { Rule } from './rule.ts';

/** An agreement in which only one team owes anything is a list of demands. */
export const oneWay: Rule = {
  id: 'one-way',
  severity: 'warning',
  law: mark`Each team that is owed something owes something in return.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
`,
  bad: `
commitments:
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    where: profile
    target: ">= 95%"
`,
  check({ commitments }) {
    const owing = new Set(commitments.map((commitment) => commitment.owedBy));
    const idle = new Set(
      commitments.flatMap(({ owedTo }) => (owedTo === null || owing.has(owedTo) ? [] : [owedTo])),
    );
    return [...idle].map((team) => ({
      message: t`All commitments run one way: the team "${team}" is owed something and owes nothing`,
      help: t`add a commitment with owed_by: ${team}`,
      path: ['commitments'],
      on: 'key' as const,
    }));
  },
};
