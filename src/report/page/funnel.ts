import { t } from '../../messages/index.ts';
import type { Group } from '../blocks.ts';
import { stepBlocks } from '../funnel.ts';
import { profileAnswersBlocks } from '../profile-answers.ts';
import type { AgreementFacts } from './facts.ts';
import { namingOf } from './naming.ts';

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
        words: [t`A lead belongs to the period in which it reached "${funnel.steps[0]?.title ?? ''}".`],
      },
      ...stepBlocks(funnel, naming),
      ...profileAnswersBlocks(funnel.profileAnswers, naming),
    ],
  };
}
