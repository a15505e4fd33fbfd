import { mark, t } from '../../messages/index.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Rule } from './rule.ts';

/**
 * What a count or a sum counts can't be breached: taking it out would turn a number that was reached into
 * one that was missed.
 */
export const waiverOfNumber: Rule = {
  id: 'waiver-of-number',
  severity: 'error',
  law: mark`A waiver is about shares of cases, never about a number.`,
  good: `
waivers:
  - { leads: [L-1042], commitment: first-contact, reason: Telephone outage, approved_by: [marketing, sales] }
`,
  bad: `
waivers:
  - { leads: [L-1042], commitment: volume, reason: Telephone outage, approved_by: [marketing, sales] }
`,
  check(agreement) {
    const numbers = promisesOf(agreement).filter(({ target }) => target.of === 'number');
    return agreement.waivers.flatMap(({ commitment, path }) => {
      const named = numbers.find(({ id }) => id === commitment);
      if (!named) return [];
      return [
        {
          message: t`The waiver is about "${named.id}", a number, of which no case can be breached`,
          help: t`remove it; where less is owed for a time, agree on a version with a lower target`,
          path: [...path, 'commitment'],
        },
      ];
    });
  },
};
