import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Causes, ComplianceShown } from '../model/behind.ts';

/** One line a promise and period. */
export const causeLines = (compliance: ComplianceShown): readonly string[] =>
  (compliance.causes ?? []).map((each) => {
    const name = `${each.id} ${each.period}`;
    return t`${name}: ${causeText(each, compliance)}`;
  });

/** Of the broken cases of one period, those that the other side had a part in. */
export function causeText({ broken, causes }: Causes, { agreement }: ComplianceShown): string {
  const n = causes.reduce((sum, { cases }) => sum + cases, 0);
  const owner = causes[0]?.owedBy ?? '';
  const team = agreement.teams?.[owner] ?? owner;
  const each = causes.map(({ id, cases }) => `${id} ${whole(cases)}`).join(', ');
  return plural(
    n,
    t`before ${whole(n)} of ${whole(broken)} broken, ${team} had broken a promise about the same lead: ${each}`,
    t`before ${whole(n)} of ${whole(broken)} broken, ${team} had broken a promise about the same leads: ${each}`,
  );
}
