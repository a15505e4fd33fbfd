import { t } from '../../messages/index.ts';
import type {
  AgreementDocument,
  AgreementPage,
  PageEntry,
  PageLine,
  Signatory,
} from '../../model/agreement-page.ts';
import type { RenderOptions } from '../../model/render.ts';
import { groupsOfFour } from '../digest.ts';
import { terminal } from '../escape.ts';
import { frames } from '../flow.ts';
import { painter } from '../paint.ts';
import { displayWidth, pad, wrap } from '../width.ts';

const CODE_WIDTH = 4;

/** Lines are no longer than this, however wide the terminal: they are read as prose. */
const WIDEST = 80;

/** The agreement in plain words, for a terminal or a mail. */
export function agreement({ pages, findings, texts }: AgreementDocument, options: RenderOptions): string {
  const told = findings.length === 0 ? [] : [frames(findings, texts, options)];
  return [...pages.map((each) => pageText(each, options)), ...told].join('\n');
}

function pageText(page: AgreementPage, options: RenderOptions): string {
  const paint = painter(options);
  const width = Math.min(options.width, WIDEST);
  const rule = (options.ascii ? '-' : '─').repeat(width);
  const flowed = (text: string) => wrap(terminal(text), width);
  const head = [paint(terminal(page.title.toUpperCase()), 'title'), ...page.state.map(terminal)];
  const sections = page.sections.map(({ title, entries }) =>
    [
      '',
      paint(terminal(title), 'title'),
      rule,
      ...entries.flatMap((one, i) => entryText(one, i, width)),
    ].join('\n'),
  );
  return `${[
    ...head,
    '',
    ...page.opening.flatMap(flowed),
    ...sections,
    '',
    rule,
    ...page.signatories.flatMap((one) => signatoryText(one, width)),
    '',
    t`Digest of these terms (SHA-256)`,
    ...groupsOfFour(page.digest, 8).map((groups) => `    ${groups}`),
    ...flowed(page.signedNote),
  ].join('\n')}\n`;
}

function entryText({ code, head, lines }: PageEntry, place: number, width: number): readonly string[] {
  const indent = ' '.repeat(CODE_WIDTH);
  const [first = '', ...rest] = head === null ? [] : wrap(terminal(head), width - CODE_WIDTH);
  const title = head === null ? (code === null ? [] : [code]) : [pad(code ?? '', CODE_WIDTH) + first];
  return [
    ...(place > 0 && code !== null ? [''] : []),
    ...title,
    ...rest.map((text) => indent + text),
    ...lines.flatMap((line) => lineText(line, width - CODE_WIDTH).map((text) => indent + text)),
  ];
}

function lineText({ label, text }: PageLine, width: number): readonly string[] {
  if (label === null) return wrap(terminal(text), width);
  const name = `${terminal(label)}  `;
  const [first = '', ...rest] = wrap(terminal(text), width - displayWidth(name));
  return [name + first, ...rest.map((each) => ' '.repeat(displayWidth(name)) + each)];
}

function signatoryText({ team, lead, signed }: Signatory, width: number): readonly string[] {
  const who = lead === null ? team : `${team}, ${lead}`;
  if (signed !== null) return wrap(terminal(t`${who}: ${signed}`), width);
  return [
    terminal(who),
    `    ${t`Name`} ____________________  ${t`Date`} ______________  ${t`Signature`} ______________`,
  ];
}
