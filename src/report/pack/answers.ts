import { t } from '../../messages/index.ts';
import type { PageBlock } from '../blocks.ts';
import { answerGrids } from '../page/answers.ts';
import { namingOf } from '../page/naming.ts';
import { profileAnswersBlocks } from '../profile-answers.ts';
import type { PackFacts } from './facts.ts';
import { answerLine } from './fill-in.ts';

/** The loop back: how the leads were answered, and where they came from. */
export function answerBlocks({ facts, pack }: PackFacts): readonly PageBlock[] {
  const grids = answerGrids(facts);
  if (grids.length === 0) return [];
  const hasProfile =
    grids.length > 0 &&
    facts.compliance.behind?.answers.some(({ words }) => words.some(({ inProfile }) => inProfile !== null));
  const question = hasProfile
    ? t`What do these words say of the profile, and of where the leads come from?`
    : t`What do these words say of where the leads come from?`;
  return [
    ...grids,
    ...profileAnswersBlocks(pack.profileAnswers, namingOf(facts.compliance)),
    { kind: 'text', role: 'question', words: [question] },
    answerLine(),
  ];
}
