import { t } from '../../messages/index.ts';
import type { ComplianceDocument, RenderOptions } from '../../model/render.ts';
import { html } from '../escape.ts';
import { blocksHtml } from '../html/blocks.ts';
import { PATTERNS } from '../html/style.ts';
import { wordsHtml } from '../html/words.ts';
import { type Page, pageOf } from '../page/index.ts';
import { page } from '../page.ts';

/** One page in one file: no script, nothing fetched, and a policy that says so. */
export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  const made = pageOf(document);
  return page(
    made.title,
    `${PATTERNS}
<a class="skip" href="#main">${html(t`To the numbers`)}</a>
<div class="page">
${made.top.length === 0 ? '' : `<header class="top">${made.top.map((words) => `<span>${wordsHtml([words])}</span>`).join(' ')}</header>`}
${places(made)}<main id="main">
${blocksHtml(made.blocks, options)}
</main>
<footer>${html(t`Written by ${options.tool.name} ${options.tool.version}`)}</footer>
</div>`,
  );
}

function places({ places: all }: Page): string {
  if (all.length === 0) return '';
  const items = all.map(({ to, title, lang }) => `<li>${wordsHtml([{ text: title, to, lang }])}</li>`);
  return `<nav class="toc" aria-label="${html(t`Parts of the page`)}"><ul>${items.join('')}</ul></nav>\n`;
}
