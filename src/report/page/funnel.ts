import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Funnel } from '../../model/funnel.ts';
import type { Group, PageBlock } from '../blocks.ts';
import { firstStep, stepBlocks } from '../funnel.ts';
import { profileAnswersBlocks } from '../profile-answers.ts';
import type { AgreementFacts } from './facts.ts';
import { namingOf } from './naming.ts';

/** Of many periods a page has the last; the command of its own has more. */
function leftOutText(
  { periods }: AgreementFacts['compliance'],
  { cohorts, unit }: Funnel,
): readonly PageBlock[] {
  const shown = new Set(cohorts.map(({ period }) => period.label));
  const own = periods.filter((period) => period.unit === unit);
  const first = Math.min(...cohorts.map(({ period }) => period.from));
  const before = own.filter(({ label, from }) => !shown.has(label) && from < first).length;
  if (before === 0) return [];
  const text = plural(
    before,
    t`The period before them is not shown here: "sla funnel" has it.`,
    t`The ${whole(before)} periods before them are not shown here: "sla funnel" has them.`,
  );
  return [{ kind: 'text', role: 'quiet', words: [text] }];
}

/** How far the leads of each period came, and who promises which step; null where no funnel is named. */
export function funnelSection({ compliance, prefix }: AgreementFacts, level: 2 | 3): Group | null {
  const { funnel } = compliance;
  if (funnel === undefined) return null;
  const naming = namingOf(compliance);
  return {
    kind: 'group',
    role: 'section',
    id: `${prefix}funnel`,
    blocks: [
      { kind: 'heading', level, words: [t`How far the leads came`] },
      {
        kind: 'text',
        role: 'intro',
        words: [t`A lead belongs to the period in which it reached "${firstStep(funnel.steps)}".`],
      },
      ...leftOutText(compliance, funnel),
      ...stepBlocks(funnel, naming),
      ...profileAnswersBlocks(funnel.profileAnswers, naming),
    ],
  };
}
