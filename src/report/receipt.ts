import { say, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import type { Cause, Receipt, ReceiptHandOver, ReceiptLine, ReceiptRow } from '../model/receipt.ts';
import type { RenderOptions } from '../model/render.ts';
import { terminal } from './escape.ts';
import { flow } from './flow.ts';
import { asOfFromText, local, zoneText } from './instant.ts';
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
        t`as of ${local(asOf, timezone)}, ${asOfFromText(asOfFrom)}; times in ${zoneText(timezone)}`,
        '',
        options,
      ),
    ],
    [paint(t`Rows`, 'title'), ...rows.flatMap((row) => rowLines(row, options))],
    ...judged.map((line) => lineText(line, receipt, options)),
    ...(others.length === 0
      ? []
      : [[paint(t`Promises that make no case of it`, 'title'), ...grouped(others, options)]]),
  ];
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}

/** What other exports hold under these ids is its own. */
const mergedText = ({ mergedIds }: Receipt): readonly string[] =>
  mergedIds.length === 0 ? [] : [t`with what stands under ${allOf(mergedIds)}, merged into it`];

/** `hand-over 2 of 3: qualified_at Mon 2026-03-02 09:00` */
function handOverText({ nth, of, field, at }: ReceiptHandOver, timezone: string): string {
  return at === null
    ? t`hand-over ${nth} of ${of}: ${field} is blank`
    : t`hand-over ${nth} of ${of}: ${field} ${local(at, timezone)}`;
}

function rowLines(
  { source, file, line, outcome, cells }: ReceiptRow,
  options: RenderOptions,
): readonly string[] {
  const at = `${file}:${line}`;
  const said = Object.entries(cells).map(([name, value]) => `${name} ${value}`);
  return [
    flow(t`${source}, ${at}: ${say(outcome)}`, '  ', options),
    ...(said.length === 0 ? [] : [flow(said.join(t`; `), '    ', options)]),
  ];
}

function lineText(line: ReceiptLine, receipt: Receipt, options: RenderOptions): readonly string[] {
  const paint = painter(options);
  const { place, version, segment, period } = line;
  const terms = [t`version ${version}`, ...(segment === null ? [] : [t`segment ${segment}`])];
  const booked = period === null ? [] : [t`belongs to ${period}`];
  return [
    t`${paint(terminal(line.id), 'title')}: ${paint(stateText(line, options), toneOf(line))}`,
    flow(line.promise, '  ', options),
    flow([...terms, ...booked, `${place.file}:${place.start.line}`].join(', '), '  ', options),
    ...gathered(line.why).map((why) => flow(why, '  ', options)),
    ...line.causes.map((cause) => flow(causeText(cause, receipt), '  ', options)),
    ...(line.waiver === null ? [] : [flow(t`waived: ${line.waiver}`, '  ', options)]),
    ...clockLines(line, receipt, options).map((text) => (text === '' ? '' : `  ${text}`)),
  ];
}

/** What excuses the case, or is told while the promise stays broken. */
function causeText({ id, owedBy, at, excuses }: Cause, { agreement: { timezone } }: Receipt): string {
  const when = local(at, timezone);
  return excuses
    ? t`excused: by then ${owedBy} had broken "${id}" about this lead, on ${when}`
    : t`by then ${owedBy} had broken "${id}" about this lead, on ${when}`;
}

/** What is in scope for several reasons has them in one sentence. */
function gathered(why: readonly string[]): readonly string[] {
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

/** Promises with the same answer share a line. */
function grouped(lines: readonly ReceiptLine[], options: RenderOptions): readonly string[] {
  const groups = new Map<string, ReceiptLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.why, line.state, line.reason]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const names = group.map(({ id, place }) => `${id} (${place.file}:${place.start.line})`);
    return [
      flow(names.join(', '), '  ', options),
      ...(group[0]?.why ?? []).map((why) => flow(why, '    ', options)),
    ];
  });
}

function stateText({ state, reason, atRisk }: ReceiptLine, options: RenderOptions): string {
  if (state === null) return '';
  const mark = MARKS[state];
  const why = reason === null ? (atRisk ? `, ${wordOf('at risk')}` : '') : `, ${wordOf(reason)}`;
  return `${symbolOf(mark, options.ascii)} ${wordOf(state)}${why}`;
}

const MARKS = {
  met: 'met',
  breached: 'missed',
  pending: 'open',
  excluded: 'no data',
  unknown: 'no verdict',
} as const;

function toneOf({ state, atRisk }: ReceiptLine): Tone | undefined {
  if (state === 'met') return 'good';
  if (state === 'breached') return 'bad';
  return state === 'unknown' || atRisk ? 'watch' : undefined;
}
