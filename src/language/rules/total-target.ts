import { mark, t } from '../../messages/index.ts';
import { rate } from '../../messages/numbers.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Rule } from './rule.ts';

/**
 * All of the cases that can be told is less than all of the cases: a lead without a date slips through a
 * promise about each lead.
 */
export const totalTarget: Rule = {
  id: 'total-target',
  severity: 'warning',
  law: mark`A target of 100%, or of 0% at most, tolerates no unknown case.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 100%"
    max_unknown: 0%
`,
  bad: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 100%" # of the cases that the data can tell: up to 5% may be unknown
`,
  check(agreement) {
    return promisesOf(agreement)
      .filter(
        ({ target: { cmp, value, of, unit }, maxUnknown }) =>
          of === 'rate' && unit === null && value === (cmp === '>=' ? 1 : 0) && maxUnknown > 0,
      )
      .map(({ target, maxUnknown, path }) => ({
        message: t`The target "${target.text}" is for every case, and up to ${percent(maxUnknown)} of the cases may be unknown`,
        help: t`add max_unknown: 0%, or write a target that can be missed by a case`,
        path: [...path, 'target'],
      }));
  },
};

/** With the decimals that it has, six at most. */
function percent(fraction: number): string {
  const [, digits = ''] = String(Number((fraction * 100).toFixed(6))).split('.');
  return rate(fraction, digits.length);
}
