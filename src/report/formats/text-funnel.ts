import type { RenderOptions } from '../../model/render.ts';
import type { FunnelDocument } from '../../model/requests.ts';
import { frames } from '../flow.ts';
import { funnelBlocks } from '../funnel.ts';
import { blocksText } from './text.ts';

/** For a person at a terminal. */
export function funnel({ funnels, findings, texts }: FunnelDocument, options: RenderOptions): string {
  const told = findings.length === 0 ? '' : frames(findings, texts, options);
  const shown = blocksText(
    funnels.flatMap((each) => funnelBlocks(each)),
    texts,
    options,
  );
  return shown === '' || told === '' ? shown + told : `${shown}\n${told}`;
}
