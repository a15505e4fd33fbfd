import { mark, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Agreement, Waiver } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Rule } from './rule.ts';

/**
 * Who owes something can't excuse itself from it alone, and who is owed can't hide a breach from the
 * other's record.
 */
export const oneSidedWaiver: Rule = {
  id: 'one-sided-waiver',
  severity: 'warning',
  law: mark`A waiver is approved by all the teams whose promise it is about.`,
  good: `
waivers:
  - { leads: [L-1042], commitment: first-contact, reason: Telephone outage, approved_by: [marketing, sales] }
`,
  bad: `
waivers:
  - { leads: [L-1042], commitment: first-contact, reason: Telephone outage, approved_by: [sales] }
`,
  check(agreement) {
    return agreement.waivers.flatMap((waiver) => {
      const missing = teamsOf(waiver, agreement).filter((team) => !waiver.approvedBy.includes(team));
      if (missing.length === 0) return [];
      return [
        {
          message: t`The waiver is not approved by ${allOf(missing.map((team) => `"${team}"`))}`,
          help: t`agree on it, and write approved_by: [${[...waiver.approvedBy, ...missing].join(', ')}]`,
          path: [...waiver.path, 'approved_by'],
        },
      ];
    });
  },
};

function teamsOf({ commitment }: Waiver, agreement: Agreement): readonly string[] {
  const about = promisesOf(agreement).filter(({ id }) => commitment === null || id === commitment);
  return [
    ...new Set(
      about.flatMap(({ owedBy, owedTo, sharedBy }) =>
        [owedBy, owedTo, ...sharedBy].flatMap((team) => team ?? []),
      ),
    ),
  ];
}
