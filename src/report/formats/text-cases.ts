import type { Case, CaseState } from '../../model/compliance.ts';
import type { CaseWriter, RenderOptions } from '../../model/render.ts';
import type { CaseHeader, CasePromise } from '../../model/requests.ts';
import type { Micros } from '../../model/time.ts';
import { ledgerText } from '../afterwards.ts';
import { terminal } from '../escape.ts';
import { flow } from '../flow.ts';
import { duration, local } from '../instant.ts';
import { whole } from '../number.ts';
import { painter } from '../paint.ts';
import type { Tone } from '../table.ts';
import { displayWidth, pad } from '../width.ts';

interface Column {
  readonly title: string;
  readonly text: (one: Case, zone: string) => string;
  readonly right?: true;
}

const LEAD: Column = { title: 'lead', text: ({ lead }) => terminal(lead) };
const STATE: Column = { title: 'state', text: stateText };
const START: Column = { title: 'start', text: ({ start }, zone) => at(start, zone) };
const SEGMENT: Column = { title: 'segment', text: ({ segment }) => terminal(segment ?? '') };
const OWNER: Column = { title: 'owner', text: ({ owner }) => terminal(owner ?? '') };
const CLOCK: readonly Column[] = [
  { title: 'due', text: ({ due }, zone) => at(due, zone) },
  { title: 'stop', text: ({ stop }, zone) => at(stop, zone) },
  {
    title: 'took',
    text: ({ elapsedSeconds }) => (elapsedSeconds === null ? '' : duration(elapsedSeconds)),
    right: true,
  },
];

/**
 * A list for a person: a title for each promise, its cases in columns. The widths are those of a promise's first batch, so
 * that nothing is held back; a longer cell further down pushes its line to the right.
 */
export function cases(options: RenderOptions): CaseWriter {
  const paint = painter(options);
  const headers: CaseHeader[] = [];
  const states = new Map<CaseState, number>();
  let current = '';
  let columns: readonly (Column & { readonly width: number })[] = [];

  function titleOf(first: Case, batch: readonly Case[], { agreement, promises }: CaseHeader): string {
    const promise = promises.find(({ id, version }) => id === first.commitment && version === first.version);
    columns = columnsOf(promise, batch).map((column) => ({
      ...column,
      width: Math.max(
        ...[column.title, ...batch.map((one) => column.text(one, agreement.timezone))].map(displayWidth),
      ),
    }));
    const title = terminal(`${first.commitment}, version ${first.version}`);
    const limit = promise?.within ? [`  ${terminal(limitText(promise))}`] : [];
    const heads = columns.map(({ title: name, width, right }) => pad(name, width, right ? 'right' : 'left'));
    return [
      '',
      paint(title, 'title'),
      flow(promise?.promise ?? '', '  ', options),
      ...limit,
      paint(`  ${heads.join('  ')}`.trimEnd(), 'quiet'),
      '',
    ].join('\n');
  }

  return {
    begin(header) {
      headers.push(header);
      current = '';
      const { agreement, asOf, asOfFrom } = header;
      const from = asOfFrom === 'flag' ? 'as asked for' : 'the latest instant in the data';
      return `${headers.length > 1 ? '\n' : ''}${paint(terminal(agreement.title), 'title')}\n${flow(
        `${agreement.id} (${agreement.file}), as of ${local(asOf, agreement.timezone)} ${agreement.timezone}, ${from}`,
        '',
        options,
      )}\n`;
    },
    batch(batch) {
      const header = headers.at(-1);
      const [first] = batch;
      if (!header || !first) return '';
      let text = '';
      const key = JSON.stringify([first.commitment, first.version]);
      if (key !== current) text += titleOf(first, batch, header);
      current = key;
      for (const one of batch) {
        states.set(one.state, (states.get(one.state) ?? 0) + 1);
        const cells = columns.map((column) => {
          const cell = pad(
            column.text(one, header.agreement.timezone),
            column.width,
            column.right ? 'right' : 'left',
          );
          return column.title === 'state' ? paint(cell, toneOf(one)) : cell;
        });
        text += `  ${cells.join('  ').trimEnd()}\n`;
      }
      return text;
    },
    end() {
      if (headers.length === 0) return '';
      const total = [...states.values()].reduce((a, b) => a + b, 0);
      const parts = [...states].map(([state, count]) => `${whole(count)} ${state}`);
      const count =
        total === 0 ? 'No case' : `${whole(total)} ${total === 1 ? 'case' : 'cases'}: ${parts.join(', ')}`;
      const rows = headers.flatMap(({ ledgers }) =>
        Object.entries(ledgers).map(([source, ledger]) => flow(ledgerText(source, ledger), '', options)),
      );
      return `\n${count}\n${[...new Set(rows)].map((row) => `${row}\n`).join('')}`;
    },
  };
}

function columnsOf(promise: CasePromise | undefined, batch: readonly Case[]): readonly Column[] {
  return [
    LEAD,
    STATE,
    START,
    ...(promise?.within === null ? [] : CLOCK),
    ...(batch.some(({ segment }) => segment !== null) ? [SEGMENT] : []),
    ...(batch.some(({ owner }) => owner !== null) ? [OWNER] : []),
  ];
}

function limitText({ within, businessTime }: CasePromise): string {
  return `within ${within}${businessTime ? '; "took" is business time' : ''}`;
}

function stateText({ state, reason, atRisk }: Case): string {
  if (reason !== null) return `${state}: ${reason.replaceAll('-', ' ')}`;
  return atRisk ? `${state}, at risk` : state;
}

function toneOf({ state, atRisk }: Case): Tone | undefined {
  if (state === 'met') return 'good';
  if (state === 'breached') return 'bad';
  return state === 'unknown' || atRisk ? 'watch' : undefined;
}

const at = (instant: Micros | null, zone: string): string => (instant === null ? '' : local(instant, zone));
