import type { RenderOptions } from '../../model/render.ts';
import type { FunnelDocument } from '../../model/requests.ts';
import { funnelBlocks } from '../funnel.ts';
import { IN_WORDS } from '../names.ts';
import { blocksText, problemsText } from './markdown.ts';

/** For an issue or a wiki. */
export function funnel({ funnels, findings }: FunnelDocument, options: RenderOptions): string {
  const parts = [
    blocksText(
      funnels.flatMap((each) => funnelBlocks(each, IN_WORDS)),
      options,
    ),
    problemsText(findings),
  ];
  return parts.filter((part) => part !== '').join('\n');
}
