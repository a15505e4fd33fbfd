import { t } from '../../messages/index.ts';
import type { Group } from '../blocks.ts';
import { registerBlocks, summaryTexts } from '../experiments.ts';
import { IN_WORDS } from '../names.ts';
import type { AgreementFacts } from './facts.ts';

/** What was tried and what was learned; null where nothing was. */
export function experimentsSection({ compliance, prefix }: AgreementFacts, level: 2 | 3): Group | null {
  const { experiments } = compliance;
  if (experiments === undefined || experiments.experiments.length === 0) return null;
  return {
    kind: 'group',
    role: 'section',
    id: `${prefix}experiments`,
    blocks: [
      { kind: 'heading', level, words: [t`What was tried`] },
      { kind: 'text', role: 'intro', words: [summaryTexts(experiments.experiments).join(' · ')] },
      ...registerBlocks(experiments, IN_WORDS),
    ],
  };
}
