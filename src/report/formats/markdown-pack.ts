import { t } from '../../messages/index.ts';
import type { PackDocument } from '../../model/pack.ts';
import type { RenderOptions } from '../../model/render.ts';
import { blocksMarkdown } from '../markdown/blocks.ts';
import { packPage } from '../pack/index.ts';

/** The agenda to fill in: the same file becomes the minutes. */
export function pack({ packs }: PackDocument, options: RenderOptions): string {
  if (packs.length === 0) return `${t`No agreement was judged`}\n`;
  return packs.map((one) => blocksMarkdown(packPage(one).blocks, options)).join('\n');
}
