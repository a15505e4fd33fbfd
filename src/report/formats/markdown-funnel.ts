import type { RenderOptions } from '../../model/render.ts';
import type { FunnelDocument } from '../../model/requests.ts';
import { funnelBlocks } from '../funnel.ts';
import { blocksText, problemsText } from './markdown.ts';

/** For an issue or a wiki. */
export function funnel({ funnels, findings }: FunnelDocument, options: RenderOptions): string {
  const parts = [blocksText(funnels.flatMap(funnelBlocks), options), problemsText(findings)];
  return parts.filter((part) => part !== '').join('\n');
}
