import { t } from '../../messages/index.ts';
import type { PackDocument } from '../../model/pack.ts';
import type { RenderOptions } from '../../model/render.ts';
import { html } from '../escape.ts';
import { blocksHtml } from '../html/blocks.ts';
import { packPage } from '../pack/index.ts';
import { page } from '../page.ts';

/** The agenda to look at together, and to print with room to write. */
export function pack({ packs }: PackDocument, options: RenderOptions): string {
  const made = packs.map(packPage);
  return page(
    made[0]?.title ?? t`No agreement was judged`,
    `<div class="page pack">
<main id="main">
${made.map(({ blocks }) => `<article>\n${blocksHtml(blocks, options)}\n</article>`).join('\n')}
</main>
<footer>${html(t`Written by ${options.tool.name} ${options.tool.version}`)}</footer>
</div>`,
  );
}
