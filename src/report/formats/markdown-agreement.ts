import { t } from '../../messages/index.ts';
import type { AgreementDocument, AgreementPage, PageEntry } from '../../model/agreement-page.ts';
import { groupsOfFour } from '../digest.ts';
import { markdown } from '../escape.ts';

/** The agreement in plain words, for a wiki or the difference of a pull request: a sentence a line. */
export function agreement({ pages, findings }: AgreementDocument): string {
  const told = findings.map((each) => `- ${markdown(each.message)}\n`).join('');
  return pages.map(pageText).join('\n') + (told === '' ? '' : `\n${told}`);
}

function pageText(page: AgreementPage): string {
  const paragraphs = [
    `# ${markdown(page.title)}`,
    page.state.map(markdown).join(', '),
    page.opening.map(markdown).join('  \n'),
    ...page.sections.flatMap(({ title, entries }) => [`## ${markdown(title)}`, ...entries.map(entryText)]),
    `## ${t`Signatures`}`,
    page.signatories
      .map(({ team, lead, signed }) => {
        const who = lead === null ? team : `${team} (${lead})`;
        const said = signed === null ? t`name, date, signature` : markdown(signed);
        return `- ${t`${markdown(who)}: ${said}`}`;
      })
      .join('\n'),
    `${t`Digest of these terms (SHA-256)`}  \n\`${groupsOfFour(page.digest, 16).join(' ')}\``,
    markdown(page.signedNote),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function entryText({ code, head, lines }: PageEntry): string {
  const name = [code === null ? '' : `**${markdown(code)}**`, head === null ? '' : markdown(head)]
    .filter((part) => part !== '')
    .join(' ');
  const below = lines.map(({ label, text, small }) => {
    const said = label === null ? markdown(text) : t`${`**${markdown(label)}**`}: ${markdown(text)}`;
    return small === true ? `*${said}*` : said;
  });
  return [...(name === '' ? [] : [name]), ...below].join('  \n');
}
