import { t } from '../../messages/index.ts';
import type {
  AgreementDocument,
  AgreementPage,
  PageEntry,
  PageLine,
  Signatory,
} from '../../model/agreement-page.ts';
import { groupsOfFour } from '../digest.ts';
import { html } from '../escape.ts';
import { SHEET } from '../html/sheet.ts';
import { page } from '../page.ts';

/** The agreement in plain words, to print on a sheet and to sign. */
export function agreement({ pages, findings }: AgreementDocument): string {
  const told = findings.map(({ message }) => `<p class="problem">${html(message)}</p>`).join('\n');
  return page(pages[0]?.title ?? t`Agreement`, `${pages.map(pageText).join('\n')}${told}`, SHEET);
}

const pageText = (one: AgreementPage): string => `<article>
<header><h1>${html(one.title)}</h1><p class="state">${one.state.map(html).join('<br>')}</p></header>
${one.opening.map((text) => `<p>${html(text)}</p>`).join('\n')}
${one.sections
  .map(
    ({ title, entries }) =>
      `<section><h2>${html(title)}</h2>\n${entries.map(entryText).join('\n')}</section>`,
  )
  .join('\n')}
<footer>
<div class="sign">${one.signatories.map(signatoryText).join('')}</div>
<p class="digest">${html(t`Digest of these terms (SHA-256)`)}<br><code>${groupsOfFour(one.digest, 16).join(' ')}</code><br>${html(one.signedNote)}</p>
</footer>
</article>`;

function entryText({ code, head, lines }: PageEntry): string {
  const name = head === null ? '' : `<h3>${html(head)}</h3>`;
  const mark = code === null ? '' : `<span class="code">${html(code)}</span>`;
  return `<div class="entry${code === null ? '' : ' promise'}">${mark}<div>${name}${lines.map(lineText).join('')}</div></div>`;
}

function lineText({ label, text, small }: PageLine): string {
  const name = label === null ? '' : `<b>${html(label)}</b> `;
  return `<p${small === true ? ' class="small"' : ''}>${name}${html(text)}</p>`;
}

function signatoryText({ team, lead, signed }: Signatory): string {
  const who = `<div class="who"><b>${html(team)}</b>${lead === null ? '' : `<br>${html(lead)}`}</div>`;
  if (signed !== null) return `<div>${who}<p class="who">${html(signed)}</p></div>`;
  const lines = [t`Name`, t`Date`, t`Signature`].map((name) => `<p class="line">${html(name)}</p>`);
  return `<div>${who}${lines.join('')}</div>`;
}
