import { mark, plural, say, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Case, CaseState } from '../../model/compliance.ts';
import type { CaseWriter, RenderOptions } from '../../model/render.ts';
import type { CaseHeader, CasePromise } from '../../model/requests.ts';
import type { Micros } from '../../model/time.ts';
import { ledgerText } from '../afterwards.ts';
import { terminal } from '../escape.ts';
import { flow } from '../flow.ts';
import { asOfFromText, duration, local, localEnd, zoneText } from '../instant.ts';
import { amount } from '../number.ts';
import { painter } from '../paint.ts';
import type { Tone } from '../table.ts';
import { todoFoot, todoLines, todoTitle } from '../todo.ts';
import { displayWidth, pad } from '../width.ts';
import { moveWord, wordOf } from '../words.ts';

interface Column {
  /** Said when it is drawn. */
  readonly title: string;
  readonly text: (one: Case, zone: string) => string;
  readonly right?: true;
}

const LEAD: Column = { title: mark`lead`, text: ({ lead }) => terminal(lead) };
const STATE: Column = { title: mark`state`, text: stateText };
const START: Column = { title: mark`start`, text: ({ start }, zone) => at(start, zone) };
const SEGMENT: Column = { title: mark`segment`, text: ({ segment }) => terminal(segment ?? '') };
const HAND_OVER: Column = {
  title: mark`hand-over`,
  text: ({ handOver }) => (handOver === null ? '' : String(handOver)),
  right: true,
};
const AMOUNT: Column = {
  title: mark`amount`,
  text: ({ amount: added }) => (added == null ? '' : amount(added)),
  right: true,
};
const OWNER: Column = { title: mark`owner`, text: ({ owner }) => terminal(owner ?? '') };
const WAS: Column = {
  title: mark`when closed`,
  text: ({ moved }) => (moved ? (moved.from === null ? '' : wordOf(moved.from)) : ''),
};
const WHY: Column = { title: mark`why it moved`, text: ({ moved }) => (moved ? moveWord(moved.why) : '') };
/** `ends`: a midnight is the end of the day at which something is due. */
const clock = (ends: boolean): readonly Column[] => [
  { title: mark`due`, text: ({ due }, zone) => at(due, zone, ends ? localEnd : local) },
  { title: mark`stop`, text: ({ stop }, zone) => at(stop, zone) },
  {
    title: mark`took`,
    text: ({ elapsedSeconds }) => (elapsedSeconds === null ? '' : duration(elapsedSeconds)),
    right: true,
  },
];

/**
 * * A list for a person: a title for each promise, its cases in columns. The widths are those of a promise's
 * first batch, so that nothing is held back; a longer cell further down pushes its line to the right. Long
 * because its three steps share the columns of the batch at hand and what was counted so far.
 */
export function cases(options: RenderOptions): CaseWriter {
  const paint = painter(options);
  const headers: CaseHeader[] = [];
  const states = new Map<CaseState, number>();
  const listed: Case[] = [];
  let current = '';
  let columns: readonly (Column & { readonly width: number })[] = [];

  function titleOf(first: Case, batch: readonly Case[], { agreement, promises }: CaseHeader): string {
    const promise = promises.find(({ id, version }) => id === first.commitment && version === first.version);
    columns = columnsOf(promise, batch).map((column) => ({
      ...column,
      width: Math.max(
        ...[say(column.title), ...batch.map((one) => column.text(one, agreement.timezone))].map(displayWidth),
      ),
    }));
    const title = terminal(t`${first.commitment}, version ${first.version}`);
    const limit = promise?.within ? [`  ${terminal(limitText(promise))}`] : [];
    const heads = columns.map(({ title: name, width, right }) =>
      pad(say(name), width, right ? 'right' : 'left'),
    );
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
      const { title, id, file, timezone } = agreement;
      const at = local(asOf, timezone);
      const todo = header.todo === undefined ? '' : `${paint(terminal(todoTitle(header.todo)), 'title')}\n`;
      const line = t`${id} (${file}), as of ${at} ${zoneText(timezone)}, ${asOfFromText(asOfFrom)}`;
      return `${headers.length > 1 ? '\n' : ''}${todo}${paint(terminal(title), 'title')}\n${flow(line, '', options)}\n`;
    },
    batch(batch) {
      const header = headers.at(-1);
      const [first] = batch;
      if (!header || !first) return '';
      if (header.todo !== undefined) {
        listed.push(...batch);
        return todoLines(batch, header, options);
      }
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
          return column.title === STATE.title ? paint(cell, toneOf(one)) : cell;
        });
        text += `  ${cells.join('  ').trimEnd()}\n`;
      }
      return text;
    },
    end() {
      if (headers.length === 0) return '';
      if (headers.some(({ todo }) => todo !== undefined)) {
        const count = (holds: (one: Case) => boolean) => listed.filter(holds).length;
        return todoFoot(
          {
            total: listed.length,
            atRisk: count(({ atRisk }) => atRisk),
            unowned: listed.some(({ owner }) => owner !== null) ? count(({ owner }) => owner === null) : 0,
            first: listed[0]?.lead ?? null,
          },
          options,
        );
      }
      const total = [...states.values()].reduce((a, b) => a + b, 0);
      const parts = [...states].map(([state, count]) => countText(state, count)).join(', ');
      const n = whole(total);
      const count = total === 0 ? t`No case` : plural(total, t`${n} case: ${parts}`, t`${n} cases: ${parts}`);
      const rows = headers.flatMap(({ ledgers }) =>
        Object.entries(ledgers).map(([source, ledger]) => flow(ledgerText(source, ledger), '', options)),
      );
      return `\n${count}\n${[...new Set(rows)].map((row) => `${row}\n`).join('')}`;
    },
  };
}

function columnsOf(promise: CasePromise | undefined, batch: readonly Case[]): readonly Column[] {
  const population = promise?.population ?? null;
  return [
    population === null ? LEAD : { ...LEAD, title: population },
    ...(batch.some(({ handOver }) => handOver !== null) ? [HAND_OVER] : []),
    ...(batch.some(({ moved }) => moved !== undefined) ? [WAS, STATE, WHY] : [STATE]),
    START,
    ...(promise?.within === null
      ? []
      : clock(promise !== undefined && (promise.businessTime || promise.deadline !== null))),
    ...(batch.some(({ amount: added }) => added !== undefined)
      ? [{ ...AMOUNT, title: promise?.adds ?? AMOUNT.title }]
      : []),
    ...(batch.some(({ segment }) => segment !== null) ? [SEGMENT] : []),
    ...(batch.some(({ owner }) => owner !== null) ? [OWNER] : []),
  ];
}

function limitText({ within, deadline, businessTime }: CasePromise): string {
  const limit = deadline === null ? t`within ${within ?? ''}` : t`by the date in ${deadline}`;
  return businessTime ? t`${limit}; "took" is business time` : limit;
}

function stateText({ state, reason, atRisk }: Case): string {
  const word = wordOf(state);
  if (reason !== null) return t`${word}: ${wordOf(reason)}`;
  return atRisk ? `${word}, ${wordOf('at risk')}` : word;
}

function countText(state: CaseState, count: number): string {
  const n = whole(count);
  switch (state) {
    case 'met':
      return t`${n} met`;
    case 'breached':
      return t`${n} breached`;
    case 'pending':
      return t`${n} pending`;
    case 'excluded':
      return t`${n} excluded`;
    case 'unknown':
      return t`${n} unknown`;
  }
}

function toneOf({ state, atRisk }: Case): Tone | undefined {
  if (state === 'met') return 'good';
  if (state === 'breached') return 'bad';
  return state === 'unknown' || atRisk ? 'watch' : undefined;
}

const at = (instant: Micros | null, zone: string, shown = local): string =>
  instant === null ? '' : shown(instant, zone);
