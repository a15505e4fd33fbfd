import { t } from '../messages/index.ts';
import type { Receipt, ReceiptLine } from '../model/receipt.ts';
import type { ReceiptDocument } from '../model/render.ts';
import type { GridRow, PageBlock, Shape, Words } from './blocks.ts';
import { asOfFromText, spokenInstant, zoneText } from './instant.ts';
import { nameOf } from './names.ts';
import {
  causeText,
  gathered,
  grouped,
  handOverText,
  mergedText,
  rowTexts,
  stateWords,
  termsText,
  toneOf,
} from './receipt.ts';
import { type ClockLine, clockParts } from './receipt-clock.ts';
import type { Line } from './stretch-line.ts';
import type { Entry } from './stretches.ts';

/** The receipts of a lead as blocks of a page, one for each agreement that knows it. */
export function receiptBlocks({ receipts, findings }: ReceiptDocument): readonly PageBlock[] {
  return [
    ...receipts.flatMap((each) => blocksOf(each)),
    ...(findings.length === 0 ? [] : [{ kind: 'findings', title: t`Problems`, findings } as const]),
  ];
}

/** What the page of a receipt is called. */
export const receiptTitle = ({ receipts: [first] }: ReceiptDocument): string =>
  first === undefined ? t`No receipt` : leadText(first);

const leadText = ({ lead, population }: Receipt): string =>
  population === null ? t`Lead ${lead}` : t`Row ${lead} of ${population}`;

function blocksOf(receipt: Receipt): readonly PageBlock[] {
  const { agreement, asOf, asOfFrom, rows, lines, handOver } = receipt;
  const { title, id, file, timezone } = agreement;
  const judged = lines.filter(({ applies }) => applies);
  const others = lines.filter(({ applies }) => !applies);
  const head = [
    ...(handOver === null ? [] : [handOverText(handOver, timezone)]),
    ...mergedText(receipt),
    t`${title}: ${id} (${file})`,
    t`as of ${spokenInstant(asOf, timezone)}, ${asOfFromText(asOfFrom)}; times in ${zoneText(timezone)}`,
  ];
  return [
    { kind: 'heading', level: 1, words: [leadText(receipt)] },
    points(head),
    ...judged.flatMap((line) => lineBlocks(line, receipt)),
    { kind: 'heading', level: 2, words: [t`Rows`] },
    points(
      rows.map((row) => {
        const [at, said] = rowTexts(row);
        return said === null ? at : t`${at}: ${said}`;
      }),
    ),
    ...(others.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, words: [t`Promises that make no case of it`] } as const,
          points(grouped(others).map(({ names, why }) => t`${names}: ${why.join(t`; `)}`)),
        ]),
  ];
}

const points = (texts: readonly string[]): PageBlock => ({
  kind: 'points',
  role: 'plain',
  items: texts.map((text) => [text]),
});

function lineBlocks(line: ReceiptLine, receipt: Receipt): readonly PageBlock[] {
  const name = nameOf(line);
  const tone = toneOf(line);
  const state: Words = {
    text: stateWords(line),
    role: 'strong',
    ...(tone === undefined ? {} : { tone }),
    ...(line.state === null ? {} : { shape: SHAPES[line.state] }),
  };
  return [
    { kind: 'heading', level: 2, words: [line.promise] },
    { kind: 'text', words: [state] },
    points([
      line.promise === name ? termsText(line) : `${name}, ${termsText(line)}`,
      ...gathered(line.why),
      ...line.causes.map((cause) => causeText(cause, receipt)),
      ...(line.waiver === null ? [] : [t`waived: ${line.waiver}`]),
      ...(line.disputed ?? []),
    ]),
    ...clockBlocks(clockParts(line, receipt)),
  ];
}

/** The moments of a clock and its touches wrap as sentences do; the account of its hours is a table. */
function clockBlocks({ moments, entries, touches }: ReturnType<typeof clockParts>): readonly PageBlock[] {
  const told = (lines: readonly ClockLine[]): readonly PageBlock[] =>
    lines.length === 0 ? [] : [points(lines.map(lineSaid))];
  return [...told(moments), ...(entries.length === 0 ? [] : [accountGrid(entries)]), ...told(touches)];
}

/** `started Monday 9 March 2026, 14:22: Marketing-qualified lead`: what stood beside follows a colon. */
function lineSaid({ label, text, beside }: ClockLine): string {
  const head = `${label} ${text.trim()}`.trim();
  return beside === undefined ? head : t`${head}: ${beside}`;
}

/** What happens between two stretches is a heading of those that follow. */
function accountGrid(entries: readonly Entry[]): PageBlock {
  const lines = entries.filter((entry) => 'span' in entry);
  const columns = [
    { title: t`from and to`, text: (line: Line) => line.span, whole: true as const },
    { title: t`counts`, text: (line: Line) => line.adds, numbers: true as const },
    { title: t`in all`, text: (line: Line) => line.total, numbers: true as const },
    { title: t`why`, text: (line: Line) => line.why },
  ].filter(({ text }) => lines.some((line) => text(line) !== ''));
  const rows = entries.map((entry): GridRow => {
    if (!('span' in entry)) return { kind: 'group', text: [entry.text] };
    return {
      kind: 'row',
      cells: columns.map(({ text }) => ({ lines: text(entry) === '' ? [] : [[text(entry)]] })),
    };
  });
  const caption = t`What counted, and what did not`;
  return {
    kind: 'grid',
    grid: { role: 'plain', caption, columns: columns.map(({ text: _, ...own }) => own), rows },
  };
}

const SHAPES: Readonly<Record<NonNullable<ReceiptLine['state']>, Shape>> = {
  met: 'kept',
  breached: 'missed',
  pending: 'open',
  excluded: 'none',
  unknown: 'none',
};
