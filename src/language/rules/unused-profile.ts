import { usesProfile } from '../../kinds/fields.ts';
import { mark, t } from '../../messages/index.ts';
import { promisesOf } from '../../model/promises.ts';
import { conditionsOf } from '../logic/uses.ts';
import type { Rule } from './rule.ts';

/** The teams agreed on whom they look for, and then promised each other something about everybody. */
export const unusedProfile: Rule = {
  id: 'unused-profile',
  severity: 'warning',
  law: mark`The profile is used by a commitment or an objective.`,
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
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
`,
  check(agreement) {
    if (agreement.profile === null) return [];
    if (promisesOf(agreement).flatMap(conditionsOf).some(usesProfile)) return [];
    return [
      {
        message: t`No commitment or objective uses the profile`,
        help: t`add where: profile to those that are about leads in profile`,
        path: ['profile'],
        on: 'key' as const,
      },
    ];
  },
};
