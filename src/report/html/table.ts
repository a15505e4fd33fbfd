import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RenderOptions } from '../../model/render.ts';
import { html } from '../escape.ts';
import { type Cell, symbolOf, type Table } from '../table.ts';
import { wordOf } from '../words.ts';

/** A table of the report, as every format has it. */
export function tableHtml(table: Table, options: RenderOptions): string {
  const heads = table.columns.map(
    (column) => `<th scope="col" class="${column.align}">${html(column.title)}</th>`,
  );
  const rows = table.rows.map((row) => {
    if (row.kind === 'group') {
      return `<tr><th scope="rowgroup" colspan="${table.columns.length}" class="group">${html(row.text)}</th></tr>`;
    }
    const [name, ...rest] = row.cells;
    const note = row.note === undefined ? '' : `<br><small>${html(row.note)}</small>`;
    const cells = rest.map((cell, index) => {
      const classes = [table.columns[index + 1]?.align ?? 'left', cell.tone ?? ''].filter(
        (each) => each !== '',
      );
      return `<td class="${classes.join(' ')}">${cellHtml(cell, options)}</td>`;
    });
    // A month or a key breaks at none of its hyphens; a name does.
    const whole = /^\S{1,16}$/.test(name?.text ?? '') ? ' nw' : '';
    const first = name === undefined ? '' : cellHtml(name, options);
    const head = `<th scope="row" class="left${row.indent === 1 ? ' part' : ''}${whole}">${first}${note}</th>`;
    return `<tr>${head}${cells.join('')}</tr>`;
  });
  const name = html(table.columns[0]?.title ?? '');
  return `<div class="scroll" role="group" tabindex="0" aria-label="${name}"><table${across(table)}>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`;
}

/** Numbers side by side, such as months: on a phone they stand below the name of their row. */
function across({ columns, rows }: Table): string {
  const others = columns.slice(1);
  if (others.length < 4 || others.some(({ align }) => align !== 'right')) return '';
  const texts = rows.flatMap((row) =>
    row.kind === 'group' ? [] : row.cells.slice(1).flatMap(({ text, under = '' }) => [text, under]),
  );
  return ` class="across" style="--k:${perLine(others.length, texts)}"`;
}

/** Pixels: a line of a phone, a letter of a number in it, and the room between two numbers. */
const [PHONE, LETTER, ROOM] = [366, 6.2, 6];

/** How many of some numbers stand side by side on a phone: at most six, no more than lie side by side, and as many in each line. */
export function perLine(count: number, texts: readonly string[]): number {
  const widest = Math.max(0, ...texts.map(({ length }) => length));
  const most = Math.min(6, Math.max(1, Math.floor(PHONE / (widest * LETTER + ROOM))));
  return Math.ceil(count / Math.ceil(count / most));
}

function cellHtml(cell: Cell, options: RenderOptions): string {
  const mark = cell.mark ? `${symbolOf(cell.mark, options.ascii)} ` : '';
  if (cell.under === undefined) return html(mark + cell.text);
  const [first, last] = cell.markUnder ? ['', mark] : [mark, ''];
  return `${html(first + cell.text)}<br><small>${html(last + cell.under)}</small>`;
}

export function findingsHtml(title: string, findings: readonly Diagnostic[]): string {
  const items = findings.map((each) => `<li>${findingHtml(each)}</li>\n`).join('');
  return `<p class="strong">${html(title)}</p>\n<ul class="plain">\n${items}</ul>`;
}

function findingHtml(finding: Diagnostic): string {
  const at = finding.place
    ? `${finding.place.file}:${finding.place.start.line}:${finding.place.start.column} `
    : '';
  const help = finding.help === undefined ? '' : `<br><small>${html(finding.help)}</small>`;
  return `<strong>${html(wordOf(finding.severity))}</strong> ${html(at + finding.message)}${help}`;
}
