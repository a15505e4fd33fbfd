import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { AgreementDiff, DiffDocument, ReviewedChange } from '../../model/change.ts';
import type { RenderOptions } from '../../model/render.ts';
import { backTestTable } from '../changes/back-test-table.ts';
import { allChanges, changedIn, groupsOf, summaryOf, teamLines, toAccept } from '../changes/groups.ts';
import { leavingLines } from '../changes/leaving-lines.ts';
import { ofReasons, ofRecords } from '../changes/records.ts';
import { spokenDiff } from '../changes/spoken.ts';
import { agreedText, settledText, valueText } from '../changes/value.ts';
import { inline, markdown } from '../escape.ts';
import { civil } from '../instant.ts';
import { wordOf } from '../words.ts';
import { tableText } from './markdown.ts';

/** By which a bot finds its comment again, to edit it in place. */
export const MARKER = '<!-- sla diff -->';

/** In the line below it, in every language: nothing but words differs, and nothing is to be told. */
const QUIET = '<!-- no change of terms -->';

/** One comment on a pull request: by team what changes, the back-test, what is to accept. */
export function diff(document: DiffDocument, options: RenderOptions): string {
  const { diff: given, findings } = document;
  if (given === null) {
    const items = findings.map(
      (each) => `- ${t`${wordOf(each.severity)}: ${markdown(each.message)}`}${helpText(each.help)}\n`,
    );
    return `${MARKER}\n\n## ${t`The agreements could not be compared`}\n\n${items.join('')}`;
  }
  const found = spokenDiff(given);
  const stale = findings.filter(({ rule }) => rule === 'stale-acceptance');
  const records = ofRecords(findings);
  const quiet = findings.length === 0 && allChanges(found).every((change) => change.class === 'editorial');
  return [
    quiet ? `${MARKER}\n${QUIET}\n` : `${MARKER}\n`,
    `## ${t`Agreements: ${markdown(summaryOf(allChanges(found)))}`}\n`,
    `${t`From ${markdown(found.base)} to ${markdown(found.head)}.`}\n`,
    ...changedIn(found).flatMap((each) => agreementParts(each, options)),
    ...acceptParts(toAccept(found)),
    ...(stale.length === 0
      ? []
      : [
          `**${t`Acceptances that match no change`}**\n\n${stale.map((each) => `- ${markdown(each.message)}\n`).join('')}`,
        ]),
    ...(records.length === 0
      ? []
      : [
          `**${t`Closed months`}**\n\n${records.map((each) => `- ${wordOf(each.severity)}: ${markdown(each.message)}${helpText(each.help)}\n`).join('')}`,
        ]),
    ...ofReasons(findings).map((each) => `${markdown(each.message)}${helpText(each.help)}.\n`),
  ].join('\n');
}

const helpText = (help: string | undefined): string => (help === undefined ? '' : ` (${markdown(help)})`);

function agreementParts(each: AgreementDiff, options: RenderOptions): readonly string[] {
  const version = (ref: AgreementDiff['base']) =>
    ref === null ? t`none` : t`${markdown(ref.file)}, version ${markdown(ref.version)}`;
  const head = [
    `### ${markdown(each.title)}\n`,
    `${version(each.base)} → ${version(each.head)}\n`,
    ...(each.exempt ? [`${t`A draft binds nobody: nothing needs to be accepted.`}\n`] : []),
  ];
  const plain = each.changes.filter((change) => change.class === 'editorial');
  const terms = each.changes.filter((change) => change.class !== 'editorial');
  const teams = teamLines(each).map((line) => `- ${markdown(line)}\n`);
  return [
    ...head,
    ...wordParts(each),
    ...(terms.length > 0 ? [changeTable(terms)] : [`${t`No change of terms, only of words.`}\n`]),
    ...(teams.length > 0 ? [teams.join('')] : []),
    ...leavingParts(each),
    ...backTestParts(each, options),
    ...detailParts(terms),
    ...(plain.length > 0 ? [collapsed(t`${whole(plain.length)} editorial`, changeTable(plain))] : []),
  ];
}

/** What each promise said and says, before the table of its terms. */
function wordParts({ words = [], base, head }: AgreementDiff): readonly string[] {
  // A whole agreement that comes or goes has its own page.
  if (words.length === 0 || base === null || head === null) return [];
  const lines = words.flatMap(({ promise, before, after }) => [
    `- **${markdown(promise)}**\n`,
    ...(before === null ? [] : [`  - ${t`before: ${markdown(before)}`}\n`]),
    `  - ${after === null ? t`after: no such promise` : before === null ? t`new: ${markdown(after)}` : t`after: ${markdown(after)}`}\n`,
  ]);
  return [`**${t`In plain words`}**\n\n${lines.join('')}`];
}

function changeTable(changes: readonly ReviewedChange[]): string {
  const rows = groupsOf(changes).flatMap((group) => [
    row([`**${markdown(group.title)}**`, '', '', '', '']),
    ...group.changes.map((change) => {
      const name = change.promise === null ? change.rule : `${change.promise} / ${change.rule}`;
      const whole = (change.class === 'added' || change.class === 'removed') && change.kind !== 'agreement';
      const [from, to] = whole ? ['', ''] : [valueText(change.from), valueText(change.to)];
      const says = [agreedText(change), settledText(change)].filter((text) => text !== '').join(t`; `);
      return row([emphasis(change), markdown(name), markdown(from), markdown(to), markdown(says)]);
    }),
  ]);
  return `${row([t`Change`, t`Term`, t`From`, t`To`, t`Agreed`])}${row([':--', ':--', ':--', ':--', ':--'])}${rows.join('')}`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const emphasis = (change: ReviewedChange): string =>
  change.missing.length > 0 ? `**${wordOf(change.class)}**` : wordOf(change.class);

function leavingParts({ leaving }: AgreementDiff): readonly string[] {
  if (leaving.length === 0) return [];
  const lines = leavingLines(leaving).map((line) => `- ${markdown(line)}\n`);
  return [`**${t`Cases that leave`}**\n\n${lines.join('')}`];
}

function backTestParts({ backTest, noBackTest }: AgreementDiff, options: RenderOptions): readonly string[] {
  if (backTest === null) return noBackTest === null ? [] : [`${t`No back-test: ${markdown(noBackTest)}.`}\n`];
  const { from, to, rows, cautions } = backTest;
  return [
    `${t`**Back-test**: starts from ${civil(from)} to ${civil(to)}, out of ${whole(rows)} rows, under the old terms and under the new.`}\n`,
    ...(cautions.length === 0 ? [] : [cautions.map((each) => `- ${markdown(each)}\n`).join('')]),
    tableText(backTestTable(backTest), options),
  ];
}

function detailParts(changes: readonly ReviewedChange[]): readonly string[] {
  const lines = changes
    .filter(({ details = [] }) => details.length > 0)
    .map(({ rule, details = [] }) => ({
      rule,
      text: details.map((line) => `  - ${markdown(line)}\n`).join(''),
    }));
  const unique = new Map(lines.map(({ rule, text }) => [rule + text, `- ${markdown(rule)}\n${text}`]));
  return unique.size === 0 ? [] : [collapsed(t`Details`, [...unique.values()].join(''))];
}

const collapsed = (title: string, body: string): string =>
  `<details><summary>${title}</summary>\n\n${body}\n</details>\n`;

/** A block of code ends at its fence: a line can't close it. */
function acceptParts(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const safe = lines.map((line) => inline(line).replaceAll('`', "'"));
  return [
    `${t`**To accept**, type this in the branch, with a reason, and commit:`}\n`,
    `\`\`\`sh\n${safe.join('\n')}\n\`\`\`\n`,
  ];
}
