import { t } from '../../messages/index.ts';
import type { FindingsDocument } from '../../model/render.ts';
import { tally } from '../count.ts';
import { markdown } from '../escape.ts';
import { exampleTexts } from '../examples.ts';
import { wordOf } from '../words.ts';

/** For a pull request or the summary of a job: what is wrong as one table, then what the time limits mean. */
export function findings(document: FindingsDocument): string {
  const rows = document.findings.map((each) => {
    const { place } = each;
    const at = place ? `${place.file}:${place.start.line}:${place.start.column}` : '';
    const help = each.help === undefined ? '' : `<br>${each.help.split('\n').map(markdown).join('<br>')}`;
    return `| ${wordOf(each.severity)} | ${markdown(at)} | ${markdown(each.message)}${help} | ${markdown(each.rule)} |\n`;
  });
  const table =
    rows.length === 0
      ? ''
      : `\n| ${t`severity`} | ${t`place`} | ${t`problem`} | ${t`rule`} |\n| :-- | :-- | :-- | :-- |\n${rows.join('')}`;
  const examplesOf = exampleTexts(document);
  return `## ${tally(document.findings)}\n${table}${document.agreements.map((each) => agreementText(each, examplesOf(each.file))).join('')}`;
}

function agreementText(
  { id, title, version, file }: FindingsDocument['agreements'][number],
  texts: readonly string[],
): string {
  const examples = texts.map((text) => `- ${markdown(text)}\n`);
  return `\n**${markdown(t`${title} (${id}, version ${version})`)}**, ${markdown(file)}\n${examples.length === 0 ? '' : `\n${examples.join('')}`}`;
}
