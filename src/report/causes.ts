import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Causes, ComplianceShown } from '../model/behind.ts';
import type { Result } from '../model/compliance.ts';
import { type Naming, promiseTitle, rowAndPeriod } from './names.ts';
import { teamTitle } from './parties.ts';

/** One line a promise and period, and version where two of them have a row each. */
export const causeLines = (compliance: ComplianceShown): readonly string[] =>
  compliance.results.flatMap((result) => {
    const text = causesOfResult(result, compliance, (id) => promiseTitle(id, compliance));
    if (text === null) return [];
    const name = rowAndPeriod(result, compliance.results);
    return [t`${name}: ${text}`];
  });

/** What the other side had to do with the broken cases of a result; null where it had nothing. */
export function causesOfResult(
  { id, by, period, versions }: Result,
  compliance: ComplianceShown,
  nameOf: Naming['promise'],
): string | null {
  const own = compliance.causes?.find(
    (each) => each.id === id && each.period === period.label && each.versions.join() === versions.join(),
  );
  return by !== null || own === undefined ? null : causeText(own, compliance, nameOf);
}

function causeText(
  { broken, causes }: Causes,
  compliance: ComplianceShown,
  nameOf: Naming['promise'],
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
