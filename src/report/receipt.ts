import { say, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { placedRow } from '../messages/placed-row.ts';
import type { Cause, Receipt, ReceiptHandOver, ReceiptLine, ReceiptRow } from '../model/receipt.ts';
import type { RenderOptions } from '../model/render.ts';
import { terminal } from './escape.ts';
import { flow } from './flow.ts';
import { asOfFromText, spokenInstant, zoneText } from './instant.ts';
import { idInWords, nameOf, periodText } from './names.ts';
import { painter } from './paint.ts';
import { clockLines } from './receipt-clock.ts';
import { symbolOf, type Tone } from './table.ts';
import { wordOf } from './words.ts';

/** The receipt of one lead: its rows, then every promise that made a case of it, then those that did not. */
export function receiptText(receipt: Receipt, options: RenderOptions): string {
  const { agreement, asOf, asOfFrom, lead, population, rows, lines } = receipt;
  const paint = painter(options);
  const { title, id, file, timezone } = agreement;
  const judged = lines.filter(({ applies }) => applies);
  const others = lines.filter(({ applies }) => !applies);
  const parts = [
    [
      paint(terminal(population === null ? t`Lead ${lead}` : t`Row ${lead} of ${population}`), 'title'),
      ...(receipt.handOver === null ? [] : [handOverText(receipt.handOver, timezone)]),
      ...mergedText(receipt).map((text) => flow(text, '', options)),
      flow(t`${title}: ${id} (${file})`, '', options),
      flow(
        t`as of ${spokenInstant(asOf, timezone)}, ${asOfFromText(asOfFrom)}; times in ${zoneText(timezone)}`,
        '',
        options,
      ),
    ],
    [paint(t`Rows`, 'title'), ...rows.flatMap((row) => rowLines(row, options))],
    ...judged.map((line) => lineText(line, receipt, options)),
    ...(others.length === 0
      ? []
      : [[paint(t`Promises that make no case of it`, 'title'), ...othersLines(others, options)]]),
  ];
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}

/** What other exports hold under these ids is its own. */
export const mergedText = ({ mergedIds }: Receipt): readonly string[] =>
  mergedIds.length === 0 ? [] : [t`with what stands under ${allOf(mergedIds)}, merged into it`];

/** `hand-over 2 of 3: Qualifié le Mon 2026-03-02 09:00` */
export function handOverText({ nth, of, column, at }: ReceiptHandOver, timezone: string): string {
  return at === null
    ? t`hand-over ${nth} of ${of}: "${column}" is blank`
    : t`hand-over ${nth} of ${of}: ${column} ${spokenInstant(at, timezone)}`;
}

/** Where a row stands and what became of it, then its cells. */
export function rowTexts(row: ReceiptRow): readonly [string, string | null] {
  const { source, file, line, outcome, cells, columns } = row;
  const said = Object.entries(cells).map(([name, value]) => `${columns[name] ?? name} ${value}`);
  const place = line === null ? placedRow(row) : `${file}:${line}`;
  return [t`${source}, ${place}: ${say(outcome)}`, said.length === 0 ? null : said.join(t`; `)];
}

function rowLines(row: ReceiptRow, options: RenderOptions): readonly string[] {
  const [at, said] = rowTexts(row);
  return [flow(at, '  ', options), ...(said === null ? [] : [flow(said, '    ', options)])];
}

/** Under which terms, for which period, and where these stand. */
export function termsText({ place, version, segment, period }: ReceiptLine): string {
  const terms = [t`version ${version}`, ...(segment === null ? [] : [t`segment ${idInWords(segment)}`])];
  const booked = period === null ? [] : [t`belongs to ${periodText(period)}`];
  return [...terms, ...booked, `${place.file}:${place.start.line}`].join(', ');
}

function lineText(line: ReceiptLine, receipt: Receipt, options: RenderOptions): readonly string[] {
  const paint = painter(options);
  const name = nameOf(line);
  return [
    t`${paint(terminal(name), 'title')}: ${paint(stateText(line, options), toneOf(line))}`,
    ...(line.promise === name ? [] : [flow(line.promise, '  ', options)]),
    flow(termsText(line), '  ', options),
    ...gathered(line.why).map((why) => flow(why, '  ', options)),
    ...line.causes.map((cause) => flow(causeText(cause, receipt), '  ', options)),
    ...(line.waiver === null ? [] : [flow(t`waived: ${line.waiver}`, '  ', options)]),
    ...(line.disputed ?? []).map((text) => flow(text, '  ', options)),
    ...clockLines(line, receipt, options).map((text) => (text === '' ? '' : `  ${text}`)),
  ];
}

/** What excuses the case, or is told while the promise stays broken. */
export function causeText(cause: Cause, { agreement: { timezone } }: Receipt): string {
  const { team, at, excuses } = cause;
  const [name, when] = [nameOf(cause), spokenInstant(at, timezone)];
  return excuses
    ? t`excused: by then ${team} had broken "${name}" about this lead, on ${when}`
    : t`by then ${team} had broken "${name}" about this lead, on ${when}`;
}

/** What is in scope for several reasons has them in one sentence. */
export function gathered(why: readonly string[]): readonly string[] {
  const head = inScope('');
  const scope = why.filter((text) => text.startsWith(head)).map((text) => text.slice(head.length));
  const first = why.findIndex((text) => text.startsWith(head));
  return why.flatMap((text, index) => {
    if (!text.startsWith(head)) return [text];
    return index === first ? [inScope(scope.join(t`; `))] : [];
  });
}

/** As the sentences of a receipt begin that say why a lead is in scope. */
const inScope = (text: string): string => t`in scope: ${text}`;

const othersLines = (others: readonly ReceiptLine[], options: RenderOptions): readonly string[] =>
  grouped(others).flatMap(({ names, why }) => [
    flow(names, '  ', options),
    ...why.map((text) => flow(text, '    ', options)),
  ]);

/** Promises with the same answer share a line: their names, and why. */
export function grouped(
  lines: readonly ReceiptLine[],
): readonly { readonly names: string; readonly why: readonly string[] }[] {
  const groups = new Map<string, ReceiptLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.why, line.state, line.reason]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((group) => ({
    names: group.map((line) => `${nameOf(line)} (${line.place.file}:${line.place.start.line})`).join(', '),
    why: group[0]?.why ?? [],
  }));
}

function stateText(line: ReceiptLine, options: RenderOptions): string {
  const { state } = line;
  return state === null ? '' : `${symbolOf(MARKS[state], options.ascii)} ${stateWords(line)}`;
}

/** `breached`, `pending, at risk`, `excluded, out of scope`. */
export function stateWords({ state, reason, atRisk }: ReceiptLine): string {
  if (state === null) return '';
  const why = reason === null ? (atRisk ? `, ${wordOf('at risk')}` : '') : `, ${wordOf(reason)}`;
  return `${wordOf(state)}${why}`;
}

const MARKS = {
  met: 'met',
  breached: 'missed',
  pending: 'open',
  excluded: 'no data',
  unknown: 'no verdict',
} as const;

export function toneOf({ state, atRisk }: ReceiptLine): Tone | undefined {
  if (state === 'met') return 'good';
  if (state === 'breached') return 'bad';
  return state === 'unknown' || atRisk ? 'watch' : undefined;
}
