import { t } from '../../messages/index.ts';
import type { RenderOptions } from '../../model/render.ts';
import type { PageBlock } from '../blocks.ts';
import { html } from '../escape.ts';
import { page } from '../page.ts';
import { blocksHtml } from './blocks.ts';

/** Blocks as a page of their own, in one file. */
export const plainPage = (title: string, blocks: readonly PageBlock[], options: RenderOptions): string =>
  page(
    title,
    `<div class="page doc"><main id="main">\n${blocksHtml(blocks, options)}\n</main>
<footer>${html(t`Written by ${options.tool.name} ${options.tool.version}`)}</footer></div>`,
  );
