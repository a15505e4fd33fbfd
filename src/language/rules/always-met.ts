import { mark, t } from '../../messages/index.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Rule } from './rule.ts';

/** A promise that nothing can break promises nothing. */
export const alwaysMet: Rule = {
  id: 'always-met',
  severity: 'warning',
  law: mark`A target can be missed.`,
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
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 0%"
`,
  check(agreement) {
    return promisesOf(agreement)
      .filter(({ target: { cmp, value, of } }) => (cmp === '>=' ? value === 0 : of === 'rate' && value === 1))
      .map(({ target, path }) => ({
        message: t`The target "${target.text}" can't be missed`,
        help:
          target.of === 'rate'
            ? t`write a share between: "${target.cmp === '>=' ? '>= 95%' : '<= 5%'}"`
            : t`write a number above zero: ">= 120 per ${target.per ?? 'month'}"`,
        path: [...path, 'target'],
      }));
  },
};
