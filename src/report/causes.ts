import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Causes, ComplianceShown } from '../model/behind.ts';
import { type Naming, promiseAndPeriod, promiseTitle } from './names.ts';
import { teamTitle } from './parties.ts';

/** One line a promise and period. */
export const causeLines = (compliance: ComplianceShown): readonly string[] =>
  (compliance.causes ?? []).map((each) => {
    const result = compliance.results.find(
      ({ id, period }) => id === each.id && period.label === each.period,
    );
    const name = result ? promiseAndPeriod(result) : `${each.id} ${each.period}`;
    return t`${name}: ${causeText(each, compliance)}`;
  });

/** Of the broken cases of one period, those that the other side had a part in. */
export function causeText(
  { broken, causes }: Causes,
  compliance: ComplianceShown,
  nameOf: Naming['promise'] = (id) => promiseTitle(id, compliance),
): string {
  const n = causes.reduce((sum, { cases }) => sum + cases, 0);
  const owner = causes[0]?.owedBy ?? '';
  const team = teamTitle(owner, compliance);
  const each = causes
    .map(({ id, cases, excuses }) => {
      const said = `${nameOf(id)} ${whole(cases)}`;
      return excuses ? t`${said} (excused)` : said;
    })
    .join(', ');
  return plural(
    n,
    t`before ${whole(n)} of ${whole(broken)} broken, ${team} had broken a promise about the same lead: ${each}`,
    t`before ${whole(n)} of ${whole(broken)} broken, ${team} had broken a promise about the same leads: ${each}`,
  );
}
