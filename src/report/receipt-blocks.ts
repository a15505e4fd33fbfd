import { t } from '../messages/index.ts';
import type { Receipt, ReceiptLine } from '../model/receipt.ts';
import type { ReceiptDocument, RenderOptions } from '../model/render.ts';
import type { PageBlock, Shape, Words } from './blocks.ts';
import { asOfFromText, local, zoneText } from './instant.ts';
import { idInWords } from './names.ts';
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
import { clockLines } from './receipt-clock.ts';

/** The receipts of a lead as blocks of a page, one for each agreement that knows it. */
export function receiptBlocks(
  { receipts, findings }: ReceiptDocument,
  options: RenderOptions,
): readonly PageBlock[] {
  // A page is not cut where a terminal ends.
  const wide = { ...options, width: 110, color: false };
  return [
    ...receipts.flatMap((each) => blocksOf(each, wide)),
    ...(findings.length === 0 ? [] : [{ kind: 'findings', title: t`Problems`, findings } as const]),
  ];
}

/** What the page of a receipt is called. */
export const receiptTitle = ({ receipts: [first] }: ReceiptDocument): string =>
  first === undefined ? t`No receipt` : leadText(first);

const leadText = ({ lead, population }: Receipt): string =>
  population === null ? t`Lead ${lead}` : t`Row ${lead} of ${population}`;

function blocksOf(receipt: Receipt, options: RenderOptions): readonly PageBlock[] {
  const { agreement, asOf, asOfFrom, rows, lines, handOver } = receipt;
  const { title, id, file, timezone } = agreement;
  const judged = lines.filter(({ applies }) => applies);
  const others = lines.filter(({ applies }) => !applies);
  const head = [
    ...(handOver === null ? [] : [handOverText(handOver, timezone)]),
    ...mergedText(receipt),
    t`${title}: ${id} (${file})`,
    t`as of ${local(asOf, timezone)}, ${asOfFromText(asOfFrom)}; times in ${zoneText(timezone)}`,
  ];
  return [
    { kind: 'heading', level: 1, words: [leadText(receipt)] },
    points(head),
    ...judged.flatMap((line) => lineBlocks(line, receipt, options)),
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
          points(grouped(others, idInWords).map(({ names, why }) => t`${names}: ${why.join(t`; `)}`)),
        ]),
  ];
}

const points = (texts: readonly string[]): PageBlock => ({
  kind: 'points',
  role: 'plain',
  items: texts.map((text) => [text]),
});

function lineBlocks(line: ReceiptLine, receipt: Receipt, options: RenderOptions): readonly PageBlock[] {
  const clock = clockLines(line, receipt, options);
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
      `${idInWords(line.id)}, ${termsText(line)}`,
      ...gathered(line.why),
      ...line.causes.map((cause) => causeText(cause, receipt)),
      ...(line.waiver === null ? [] : [t`waived: ${line.waiver}`]),
      ...(line.disputed ?? []),
    ]),
    ...clockBlocks(clock),
  ];
}

/** The moments of a clock wrap as sentences do; the account of its hours stands in columns. */
function clockBlocks(lines: readonly string[]): readonly PageBlock[] {
  const blank = lines.indexOf('');
  const [moments, account] = blank < 0 ? [lines, []] : [lines.slice(0, blank), lines.slice(blank + 1)];
  return [
    ...(moments.length === 0 ? [] : [points(moments.map((line) => line.trim().replace(/ {2,}/g, ' ')))]),
    ...(account.length === 0 ? [] : [{ kind: 'aligned', lines: account } as const]),
  ];
}

const SHAPES: Readonly<Record<NonNullable<ReceiptLine['state']>, Shape>> = {
  met: 'kept',
  breached: 'missed',
  pending: 'open',
  excluded: 'none',
  unknown: 'none',
};
