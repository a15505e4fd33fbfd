import { t } from '../../messages/index.ts';
import type { PageBlock } from '../blocks.ts';
import { inOrder, newestOf } from '../page/facts.ts';
import { periodName } from '../page/periods.ts';
import { numberText, openText, sentences, targetSign } from '../page/sentences.ts';
import type { PackFacts } from './facts.ts';
import { codeOf, nameWords } from './names.ts';

/** What runs and is not decided: the riskiest first. */
export function outlookBlocks(found: PackFacts): readonly PageBlock[] {
  const open = inOrder(found.facts.promises)
    .flatMap((one) => (one.now?.verdict === 'open' ? [{ one, now: one.now }] : []))
    .sort((a, b) => newestOf(b.now).atRisk - newestOf(a.now).atRisk);
  if (open.length === 0) return [];
  const items = open.map(({ one, now }) => {
    const result = newestOf(now);
    return [
      `${codeOf(result.id, found)} `,
      nameWords(one, found),
      t`, ${periodName(now.period.label)} so far: `,
      sentences([t`${numberText(result)}, target ${targetSign(result.target)}`, openText(result)]),
    ];
  });
  return [{ kind: 'points', role: 'plain', items }];
}
