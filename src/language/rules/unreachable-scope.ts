import { mark, t } from '../../messages/index.ts';
import { promisesOf } from '../../model/promises.ts';
import { profileOf, prover } from '../logic/contradiction.ts';
import { scopeOf } from '../logic/uses.ts';
import type { Rule } from './rule.ts';

/** A promise about leads that can't exist is never broken, and never kept. */
export const unreachableScope: Rule = {
  id: 'unreachable-scope',
  severity: 'error',
  law: mark`A lead can meet all the conditions of a promise at once.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    where: { country: FR }
    target: ">= 95%"
`,
  bad: `
commitments:
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified, where: profile } # in profile: 50 to 1,000 people
    where: { size: "> 1000" }
    target: ">= 120 per month"
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
`,
  check(agreement) {
    const never = prover(agreement);
    if (never([profileOf(agreement.profile)])) return [];
    return promisesOf(agreement)
      .filter((promise) => never(scopeOf(promise, agreement)))
      .map(({ kind, id, where, measure, path }) => ({
        message:
          kind === 'commitment'
            ? t`No lead can be a case of the commitment "${id}": its conditions contradict each other`
            : t`No lead can be a case of the objective "${id}": its conditions contradict each other`,
        help: t`change one of the conditions on the same field, in "where", in the profile or in the "when" of its stage`,
        path: where === null ? [...path, measure.kind] : [...path, 'where'],
        on: 'key' as const,
      }));
  },
};
