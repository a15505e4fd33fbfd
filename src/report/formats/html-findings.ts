import { t } from '../../messages/index.ts';
import type { FindingsDocument } from '../../model/render.ts';
import { tally } from '../count.ts';
import { html } from '../escape.ts';
import { exampleTexts } from '../examples.ts';
import { page } from '../page.ts';
import { wordOf } from '../words.ts';

/** The findings as a page of their own. */
export function findings(document: FindingsDocument): string {
  const rows = document.findings.map((each) => {
    const { place } = each;
    const at = place ? `${place.file}:${place.start.line}:${place.start.column}` : '';
    const help =
      each.help === undefined ? '' : `<br><small>${each.help.split('\n').map(html).join('<br>')}</small>`;
    return `<tr><th scope="row" class="left">${html(wordOf(each.severity))}</th><td>${html(at)}</td><td>${html(each.message)}${help}</td><td>${html(each.rule)}</td></tr>\n`;
  });
  const heads = [t`severity`, t`place`, t`problem`, t`rule`].map(
    (title) => `<th scope="col" class="left">${html(title)}</th>`,
  );
  const table =
    rows.length === 0
      ? ''
      : `<div class="scroll"><table>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table></div>\n`;
  const examplesOf = exampleTexts(document);
  const agreements = document.agreements.map(({ id, title, version, file }) => {
    const examples = examplesOf(file).map((text) => `<li>${html(text)}</li>\n`);
    return `<h2>${html(t`${title} (${id}, version ${version})`)}, ${html(file)}</h2>\n<ul>\n${examples.join('')}</ul>\n`;
  });
  const title = tally(document.findings);
  return page(title, `<div class="page"><h1>${html(title)}</h1>\n${table}${agreements.join('')}</div>`);
}
