import { t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import type { ComplianceShown } from '../model/behind.ts';
import type { Compliance } from '../model/compliance.ts';
import type { Period } from '../model/time.ts';
import { asOfFromText, spokenInstant, zoneText } from './instant.ts';
import { periodOf } from './names.ts';
import { restsOnText } from './rests-on.ts';
import type { Block } from './table.ts';

/** Whose numbers these are. */
export const title = ({ agreement }: Compliance): Block => ({
  kind: 'title',
  text: agreement.title,
  lines: [],
});

/** Of when the numbers are, and as known when. */
export function basis(compliance: ComplianceShown, periods: readonly Period[]): Block {
  const { agreement, asOf, asOfFrom, restsOn, bookBy, leftOut } = compliance;
  const { id, file, timezone } = agreement;
  const versions = allOf(agreement.versions);
  const booked = {
    start: t`a case belongs to the period of its start`,
    due: t`a case belongs to the period in which it is due`,
    mixed: t`a case belongs to the period of its start, or of its due where the agreement says so`,
  };
  return {
    kind: 'list',
    title: t`What it rests on`,
    items: [
      agreement.versions.length === 1
        ? t`${id}, version ${versions} (${file})`
        : t`${id}, versions ${versions} (${file})`,
      t`${spanText(periods)} in ${zoneText(timezone)}; ${booked[bookBy]}`,
      ...(leftOut === undefined
        ? []
        : [
            t`the months from ${leftOut.first} to before ${leftOut.shown} are not shown: --from ${leftOut.first} shows them`,
          ]),
      t`as of ${spokenInstant(asOf, timezone)} ${timezone}, ${asOfFromText(asOfFrom)}`,
      ...(restsOn === null ? [] : [restsOnText(restsOn)]),
    ],
  };
}

/** Which earlier months are not shown, and how to see them: for a document whose head does not say it. */
export function leftOutNote({ leftOut }: ComplianceShown): readonly string[] {
  if (!leftOut) return [];
  const { first, shown } = leftOut;
  return [t`The months from ${first} to before ${shown} are not shown: --from ${first} shows them`];
}

function spanText(periods: readonly Period[]): string {
  if (periods.length === 0) return t`no period`;
  const sorted = [...periods].sort((a, b) => a.from - b.from || a.to - b.to).map(periodOf);
  if (sorted.length <= 3) return allOf(sorted);
  return t`${sorted[0] ?? ''} to ${sorted.at(-1) ?? ''}`;
}
