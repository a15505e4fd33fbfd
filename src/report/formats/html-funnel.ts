import { t } from '../../messages/index.ts';
import type { RenderOptions } from '../../model/render.ts';
import type { FunnelDocument } from '../../model/requests.ts';
import type { PageBlock } from '../blocks.ts';
import { funnelBlocks } from '../funnel.ts';
import { plainPage } from '../html/plain.ts';
import { IN_WORDS } from '../names.ts';

/** One page in one file: no script, nothing fetched. */
export function funnel({ funnels, findings }: FunnelDocument, options: RenderOptions): string {
  const title = t`How far the leads came`;
  const blocks: readonly PageBlock[] = [
    { kind: 'heading', level: 1, words: [title] },
    ...funnels.flatMap((each): readonly PageBlock[] => [
      { kind: 'heading', level: 2, words: [each.agreement.title] },
      ...funnelBlocks(each, IN_WORDS).flatMap((block): readonly PageBlock[] =>
        block.kind === 'title'
          ? block.lines.map((line) => ({ kind: 'text', role: 'quiet', words: [line] }))
          : [block],
      ),
    ]),
    ...(findings.length === 0 ? [] : [{ kind: 'findings', title: t`Problems`, findings } as const]),
  ];
  return plainPage(title, blocks, options);
}
