import type { Receipt, ReceiptLine, ReceiptRow } from '../model/receipt.ts';
import type { RenderOptions } from '../model/render.ts';
import { terminal } from './escape.ts';
import { flow } from './flow.ts';
import { local } from './instant.ts';
import { painter } from './paint.ts';
import { clockLines } from './receipt-clock.ts';
import { symbolOf, type Tone } from './table.ts';

/** The receipt of one lead: its rows, then every promise that made a case of it, then those that did not. */
export function receiptText(receipt: Receipt, options: RenderOptions): string {
  const { agreement, asOf, asOfFrom, lead, rows, lines } = receipt;
  const paint = painter(options);
  const from = asOfFrom === 'flag' ? 'as asked for' : 'the latest instant in the data';
  const judged = lines.filter(({ applies }) => applies);
  const others = lines.filter(({ applies }) => !applies);
  const parts = [
    [
      paint(terminal(`Lead ${lead}`), 'title'),
      flow(`${agreement.title}: ${agreement.id} (${agreement.file})`, '', options),
      flow(`as of ${local(asOf, agreement.timezone)}, ${from}; times in ${agreement.timezone}`, '', options),
    ],
    [paint('Rows', 'title'), ...rows.flatMap((row) => rowLines(row, options))],
    ...judged.map((line) => lineText(line, receipt, options)),
    ...(others.length === 0
      ? []
      : [[paint('Promises that make no case of it', 'title'), ...grouped(others, options)]]),
  ];
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}

function rowLines(
  { source, file, line, outcome, cells }: ReceiptRow,
  options: RenderOptions,
): readonly string[] {
  const said = Object.entries(cells).map(([name, value]) => `${name} ${value}`);
  return [
    flow(`${source}, ${file}:${line}: ${outcome}`, '  ', options),
    ...(said.length === 0 ? [] : [flow(said.join('; '), '    ', options)]),
  ];
}

function lineText(line: ReceiptLine, receipt: Receipt, options: RenderOptions): readonly string[] {
  const paint = painter(options);
  const { place, version, segment, period } = line;
  const terms = [`version ${version}`, ...(segment === null ? [] : [`segment ${segment}`])];
  const booked = period === null ? [] : [`belongs to ${period}`];
  return [
    `${paint(terminal(line.id), 'title')}: ${paint(stateText(line, options), toneOf(line))}`,
    flow(line.promise, '  ', options),
    flow([...terms, ...booked, `${place.file}:${place.start.line}`].join(', '), '  ', options),
    ...gathered(line.why).map((why) => flow(why, '  ', options)),
    ...(line.waiver === null ? [] : [flow(`waived: ${line.waiver}`, '  ', options)]),
    ...clockLines(line, receipt, options).map((text) => (text === '' ? '' : `  ${text}`)),
  ];
}

/** What is in scope for several reasons has them in one sentence. */
function gathered(why: readonly string[]): readonly string[] {
  const scope = why.filter((text) => text.startsWith(IN_SCOPE)).map((text) => text.slice(IN_SCOPE.length));
  const first = why.findIndex((text) => text.startsWith(IN_SCOPE));
  return why.flatMap((text, index) => {
    if (!text.startsWith(IN_SCOPE)) return [text];
    return index === first ? [`${IN_SCOPE}${scope.join('; ')}`] : [];
  });
}

const IN_SCOPE = 'in scope: ';

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
  const why = reason === null ? (atRisk ? ', at risk' : '') : `, ${reason.replaceAll('-', ' ')}`;
  return `${symbolOf(mark, options.ascii)} ${state}${why}`;
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
