import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ComplianceDocument, RenderOptions } from '../../model/render.ts';
import { blocksOf } from '../document.ts';
import { markdown } from '../escape.ts';
import { spoken } from '../names.ts';
import { type Block, type Cell, symbolOf, type Table } from '../table.ts';
import { wordOf } from '../words.ts';

/** For a pull request, an issue or a wiki: tables as GitHub and GitLab read them. */
export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  const blocks = blocksOf({ ...document, compliances: document.compliances.map(spoken) });
  if (blocks.length === 0) return `${t`No agreement was judged`}\n`;
  return blocksText(blocks, options);
}

/** Blocks of any document, in their order. */
export const blocksText = (blocks: readonly Block[], options: RenderOptions): string =>
  blocks.map((block) => blockText(block, options)).join('\n');

/** What was found beside an answer, one line each. */
export const problemsText = (findings: readonly Diagnostic[]): string =>
  findings.map((each) => `- ${findingText(each)}\n`).join('');

/** A block of a report. */
export function blockText(block: Block, options: RenderOptions): string {
  switch (block.kind) {
    case 'title':
      return `## ${markdown(block.text)}\n${block.lines.length === 0 ? '' : `\n${block.lines.map(markdown).join('  \n')}\n`}`;
    case 'table':
      return tableText(block.table, options);
    case 'list':
      return `**${markdown(block.title)}**\n\n${block.items.map((item) => `- ${markdown(item)}\n`).join('')}`;
    case 'verdicts':
      return verdictsText(block, options);
    case 'findings':
      return `**${markdown(block.title)}**\n\n${block.findings.map((each) => `- ${findingText(each)}\n`).join('')}`;
  }
}

/** Paragraphs, the last of them a list. */
function verdictsText(
  { title, lines, items }: Extract<Block, { kind: 'verdicts' }>,
  { ascii }: RenderOptions,
): string {
  const points = items.map(({ mark, text }) => {
    const sign = mark === null ? '' : `${symbolOf(mark, ascii)} `;
    return `- ${sign}${markdown(text)}\n`;
  });
  const said = [`**${markdown(title)}**\n`, ...lines.map((line) => `${markdown(line)}\n`)];
  return [...said, ...(points.length === 0 ? [] : [points.join('')])].join('\n');
}

export function tableText(table: Table, options: RenderOptions): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const blank = table.columns.slice(1).map(() => '');
  const rows = table.rows.map((row) => {
    if (row.kind === 'group') return line([`**${markdown(row.text)}**`, ...blank]);
    const [name = '', ...rest] = row.cells.map((cell) => cellText(cell, options));
    const indent = row.indent === 1 ? '&emsp;' : '';
    const note = row.note === undefined ? '' : `<br>${markdown(row.note)}`;
    return line([indent + name + note, ...rest]);
  });
  return (
    line(table.columns.map((column) => markdown(column.title))) +
    line(table.columns.map((column) => (column.align === 'right' ? '--:' : ':--'))) +
    rows.join('')
  );
}

function cellText(cell: Cell, options: RenderOptions): string {
  const mark = cell.mark ? `${symbolOf(cell.mark, options.ascii)} ` : '';
  // An ASCII symbol may be a list marker at the start of a cell, but a cell holds no blocks.
  if (cell.under === undefined) return mark + markdown(cell.text);
  const [first, last] = cell.markUnder ? ['', mark] : [mark, ''];
  return `${first}${markdown(cell.text)}<br>${last}${markdown(cell.under)}`;
}

function findingText(finding: Diagnostic): string {
  const at = finding.place
    ? `${finding.place.file}:${finding.place.start.line}:${finding.place.start.column} `
    : '';
  const help = finding.help === undefined ? '' : ` (${markdown(finding.help)})`;
  return `${wordOf(finding.severity)} ${markdown(at)}${markdown(finding.message)}${help}`;
}
