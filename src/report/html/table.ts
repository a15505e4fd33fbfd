import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RenderOptions } from '../../model/render.ts';
import { html } from '../escape.ts';
import { type Cell, symbolOf, type Table } from '../table.ts';
import { wordOf } from '../words.ts';
import { hasLongWord } from './long.ts';
import { namedCells, perLine } from './phone.ts';

/** A table of the report, as every format has it. */
export function tableHtml(table: Table, options: RenderOptions): string {
  const heads = table.columns.map(
    (column) => `<th scope="col" class="${column.align}">${html(column.title)}</th>`,
  );
  const rows = table.rows.map((row) => {
    if (row.kind === 'group') {
      return `<tr class="grp"><th scope="rowgroup" colspan="${table.columns.length}" class="group">${html(row.text)}</th></tr>`;
    }
    const [name, ...rest] = row.cells;
    const note = row.note === undefined ? '' : `<br><small>${html(row.note)}</small>`;
    const cells = rest.map((cell, index) => {
      const long = hasLongWord([cell.text, cell.under ?? '']) ? 'long' : '';
      const classes = [table.columns[index + 1]?.align ?? 'left', cell.tone ?? '', long].filter(
        (each) => each !== '',
      );
      return `<td class="${classes.join(' ')}">${cellHtml(cell, options)}</td>`;
    });
    // A month or a key breaks at none of its hyphens; a name does.
    const whole = hasLongWord([name?.text ?? ''])
      ? ' long'
      : /^\S{1,16}$/.test(name?.text ?? '')
        ? ' nw'
        : '';
    const first = name === undefined ? '' : cellHtml(name, options);
    const head = `<th scope="row" class="left${row.indent === 1 ? ' part' : ''}${whole}">${first}${note}</th>`;
    return `<tr>${head}${cells.join('')}</tr>`;
  });
  const name = html(table.columns[0]?.title ?? '');
  return `<div class="scroll" role="group" tabindex="0" aria-label="${name}"><table${onPhone(table)}>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`;
}

/** On a phone numbers side by side, such as months, stand below the name of their row; any other row is a card. */
function onPhone({ columns, rows }: Table): string {
  const others = columns.slice(1);
  const texts = rows.flatMap((row) =>
    row.kind === 'group' ? [] : row.cells.slice(1).flatMap(({ text, under = '' }) => [text, under]),
  );
  const k = perLine(others.length, texts);
  const isShort = others.length < 4 || (others.length < 6 && k < others.length);
  return isShort || others.some(({ align }) => align !== 'right')
    ? ` class="g plain"${namedCells(columns.map(({ title }) => title))}`
    : ` class="across" style="--k:${k}"`;
}

function cellHtml(cell: Cell, options: RenderOptions): string {
  const mark = cell.mark ? `${symbolOf(cell.mark, options.ascii)} ` : '';
  if (cell.under === undefined || cell.under === '') return html(mark + cell.text);
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
