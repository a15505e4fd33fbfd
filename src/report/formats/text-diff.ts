import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { AgreementDiff, DiffDocument, ReviewedChange } from '../../model/change.ts';
import type { RenderOptions } from '../../model/render.ts';
import { backTestTable } from '../changes/back-test-table.ts';
import { allChanges, changedIn, groupsOf, summaryOf, teamLines, toAccept } from '../changes/groups.ts';
import { leavingLines } from '../changes/leaving-lines.ts';
import { ofReasons, ofRecords } from '../changes/records.ts';
import { spokenDiff } from '../changes/spoken.ts';
import { agreedText, fromTo, settledText } from '../changes/value.ts';
import { terminal } from '../escape.ts';
import { flow, frames } from '../flow.ts';
import { civil } from '../instant.ts';
import { painter } from '../paint.ts';
import type { Tone } from '../table.ts';
import { textTable } from '../text-table.ts';
import { pad } from '../width.ts';
import { wordOf } from '../words.ts';

/** For a person at a terminal: what changes for whom, then what to type. */
export function diff(document: DiffDocument, options: RenderOptions): string {
  const { diff: given, findings, texts } = document;
  if (given === null) return frames(findings, texts, options);
  const found = spokenDiff(given);
  const paint = painter(options);
  const parts = [
    `${paint(t`From`, 'title')} ${terminal(found.base)} ${paint(t`to`, 'title')} ${terminal(found.head)}\n`,
    ...changedIn(found).map((each) => agreementText(each, options)),
  ];
  const lines = toAccept(found);
  if (lines.length > 0) {
    parts.push(
      `${paint(t`To accept, type`, 'title')}\n${lines.map((line) => `  ${terminal(line)}\n`).join('')}`,
    );
  }
  const stale = findings.filter(({ rule }) => rule === 'stale-acceptance');
  const beside = [...stale, ...ofRecords(findings), ...ofReasons(findings)];
  if (beside.length > 0) parts.push(frames(beside, texts, options));
  parts.push(`${summaryOf(allChanges(found))}\n`);
  return parts.join('\n');
}

function agreementText(each: AgreementDiff, options: RenderOptions): string {
  const paint = painter(options);
  const version = (ref: AgreementDiff['base']) => (ref === null ? t`none` : `${ref.file} ${ref.version}`);
  const lines = [
    paint(terminal(`${each.title} (${each.id})`), 'title'),
    terminal(`  ${version(each.base)} -> ${version(each.head)}`),
    ...(each.exempt ? [`  ${t`a draft binds nobody: nothing needs to be accepted`}`] : []),
  ];
  for (const group of groupsOf(each.changes)) {
    lines.push('', paint(terminal(`  ${group.title}`), 'title'));
    for (const change of group.changes) lines.push(...changeLines(change, options));
  }
  const teams = teamLines(each);
  if (teams.length > 0) lines.push('', ...teams.map((line) => flow(line, '  ', options)));
  return `${lines.join('\n')}\n${leavingText(each, options)}${backTestText(each, options)}`;
}

function leavingText({ leaving }: AgreementDiff, options: RenderOptions): string {
  if (leaving.length === 0) return '';
  const lines = leavingLines(leaving).map((line) => `${flow(line, '    ', options)}\n`);
  return `\n${painter(options)(`  ${t`Cases that leave`}`, 'title')}\n${lines.join('')}`;
}

function backTestText({ backTest, noBackTest }: AgreementDiff, options: RenderOptions): string {
  if (backTest === null) {
    return noBackTest === null ? '' : `\n${flow(t`No back-test: ${noBackTest}`, '  ', options)}\n`;
  }
  const { from, to, rows, cautions } = backTest;
  const title = t`Back-test: starts from ${civil(from)} to ${civil(to)}, out of ${whole(rows)} rows`;
  const beside = cautions.map((each) => `${flow(each, '  ', options)}\n`).join('');
  return `\n${painter(options)(title, 'title')}\n${beside}${textTable(backTestTable(backTest), options)}`;
}

/** No word for a class of change is longer, in any language. */
export const CLASS_WIDTH = 10;

const TONES: Readonly<Partial<Record<ReviewedChange['class'], Tone>>> = {
  weakened: 'bad',
  removed: 'bad',
  open: 'watch',
  tightened: 'good',
  added: 'good',
  editorial: 'quiet',
};

function changeLines(change: ReviewedChange, options: RenderOptions): readonly string[] {
  const paint = painter(options);
  const name = change.promise === null ? change.rule : `${change.promise}  ${change.rule}`;
  const values = fromTo(change);
  const head = `    ${paint(pad(wordOf(change.class), CLASS_WIDTH), TONES[change.class])} ${terminal(name)}`;
  const below = [values, settledText(change), agreedText(change), ...(change.details ?? [])];
  return [
    head,
    ...below.filter((line) => line !== '').map((line) => flow(line, ' '.repeat(CLASS_WIDTH + 7), options)),
  ];
}
