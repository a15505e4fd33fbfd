import { t } from '../../messages/index.ts';
import type { PageBlock } from '../blocks.ts';
import { stepBlocks } from '../funnel.ts';
import { namingOf } from '../page/naming.ts';
import type { PackFacts } from './facts.ts';
import { answerLine } from './fill-in.ts';

/** How far the leads came of the period that the meeting is about, and of those before it. */
export function funnelBlocks({ pack: { funnel }, facts: { compliance } }: PackFacts): readonly PageBlock[] {
  if (funnel === null || funnel.cohorts.length === 0) return [];
  return [
    ...stepBlocks(funnel, namingOf(compliance)),
    { kind: 'text', role: 'question', words: [t`At which step do we lose leads that we need not lose?`] },
    answerLine(),
  ];
}
