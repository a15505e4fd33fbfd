import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ComplianceDocument, RenderOptions } from '../../model/render.ts';
import { blocksOf } from '../document.ts';
import { html } from '../escape.ts';
import { page } from '../page.ts';
import { type Block, type Cell, symbolOf, type Table } from '../table.ts';
import { wordOf } from '../words.ts';

/** One page in one file: no script, nothing fetched, and a policy that says so. */
export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  const title = document.compliances[0]?.agreement.title ?? t`No agreement was judged`;
  const body = blocksOf(document).map((block) => blockHtml(block, options));
  return page(title, body.length === 0 ? `<p>${html(title)}</p>` : body.join('\n'));
}

function blockHtml(block: Block, options: RenderOptions): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${html(block.text)}</h1>\n<p>${block.lines.map(html).join('<br>\n')}</p>`;
    case 'table':
      return tableHtml(block.table, options);
    case 'list':
      return `<h2>${html(block.title)}</h2>\n<ul>\n${block.items.map((item) => `<li>${html(item)}</li>\n`).join('')}</ul>`;
    case 'findings':
      return `<h2>${html(block.title)}</h2>\n<ul>\n${block.findings.map((each) => `<li>${findingHtml(each)}</li>\n`).join('')}</ul>`;
  }
}

function tableHtml(table: Table, options: RenderOptions): string {
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
    const head = `<th scope="row" class="left${row.indent === 1 ? ' part' : ''}">${html(name?.text ?? '')}${note}</th>`;
    return `<tr>${head}${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`;
}

function cellHtml(cell: Cell, options: RenderOptions): string {
  const mark = cell.mark ? `${symbolOf(cell.mark, options.ascii)} ` : '';
  if (cell.under === undefined) return html(mark + cell.text);
  const [first, last] = cell.markUnder ? ['', mark] : [mark, ''];
  return `${html(first + cell.text)}<br><small>${html(last + cell.under)}</small>`;
}

function findingHtml(finding: Diagnostic): string {
  const at = finding.place
    ? `${finding.place.file}:${finding.place.start.line}:${finding.place.start.column} `
    : '';
  const help = finding.help === undefined ? '' : `<br><small>${html(finding.help)}</small>`;
  return `<strong>${html(wordOf(finding.severity))}</strong> ${html(at + finding.message)}${help}`;
}
