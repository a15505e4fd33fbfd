import { say, t } from '../../messages/index.ts';
import type { Case, CaseState } from '../../model/compliance.ts';
import type { CaseWriter, RenderOptions } from '../../model/render.ts';
import type { CaseHeader } from '../../model/requests.ts';
import { ledgerText } from '../afterwards.ts';
import { type Column, columnsOf, countsText, limitText, STATE, toneOf } from '../case-columns.ts';
import { terminal } from '../escape.ts';
import { flow } from '../flow.ts';
import { asOfFromText, spokenInstant, zoneText } from '../instant.ts';
import { nameOf } from '../names.ts';
import { painter } from '../paint.ts';
import { todoFoot, todoLines, todoSum, todoTitle } from '../todo.ts';
import { displayWidth, pad } from '../width.ts';

/**
 * A list for a person: a title for each promise, its cases in columns. The widths are those of a promise's
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
        ...[say(column.title), ...batch.map((one) => terminal(column.text(one, agreement.timezone)))].map(
          displayWidth,
        ),
      ),
    }));
    const name = nameOf(promise ?? { id: first.commitment, title: first.commitment });
    const title = terminal(t`${name}, version ${first.version}`);
    const says = promise?.promise ?? '';
    const limit = promise?.within ? [`  ${terminal(limitText(promise))}`] : [];
    const heads = columns.map(({ title: name, width, right }) =>
      pad(say(name), width, right ? 'right' : 'left'),
    );
    return [
      '',
      paint(title, 'title'),
      ...(says === name ? [] : [flow(says, '  ', options)]),
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
      const at = spokenInstant(asOf, timezone);
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
            terminal(column.text(one, header.agreement.timezone)),
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
        return todoFoot(todoSum(listed), options);
      }
      const rows = headers.flatMap(({ ledgers }) =>
        Object.entries(ledgers).map(([source, ledger]) => flow(ledgerText(source, ledger), '', options)),
      );
      return `\n${countsText(states)}\n${[...new Set(rows)].map((row) => `${row}\n`).join('')}`;
    },
  };
}
