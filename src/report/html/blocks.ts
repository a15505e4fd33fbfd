import type { RenderOptions } from '../../model/render.ts';
import type { Fold, Grid, GridCell, Group, PageBlock, Words } from '../blocks.ts';
import { html } from '../escape.ts';
import { initial } from '../page/periods.ts';
import { chartSvg } from './charts/index.ts';
import { hasLongWord } from './long.ts';
import { namedCells, perLine } from './phone.ts';
import { findingsHtml, tableHtml } from './table.ts';
import { cellWords, wordsHtml } from './words.ts';

/** The blocks of a page as HTML, in their order. */
export const blocksHtml = (blocks: readonly PageBlock[], options: RenderOptions): string =>
  blocks.map((block) => blockHtml(block, options)).join('\n');

function blockHtml(block: PageBlock, options: RenderOptions): string {
  switch (block.kind) {
    case 'title':
      return `<p class="quiet">${[block.text, ...block.lines].map(html).join('<br>\n')}</p>`;
    case 'table':
      return tableHtml(block.table, options);
    case 'list':
      return `<p class="strong">${html(initial(block.title))}</p>\n<ul class="plain">\n${block.items.map((item) => `<li>${wordsHtml([sentence(item)])}</li>\n`).join('')}</ul>`;
    case 'verdicts':
      return [
        `<p class="strong">${html(block.title)}</p>`,
        ...block.lines.map((line) => `<p>${html(line)}</p>`),
        ...block.items.map(({ text }) => `<p>${html(text)}</p>`),
      ].join('\n');
    case 'findings':
      return findingsHtml(block.title, block.findings);
    case 'heading':
      return `<h${block.level}>${wordsHtml(block.words)}</h${block.level}>`;
    case 'text':
      return `<p${block.role === undefined ? '' : ` class="t-${block.role}"`}>${wordsHtml(block.words)}</p>`;
    case 'points':
      return `<ul class="${block.role}">\n${block.items.map((item) => `<li>${pointHtml(item, block.role)}</li>\n`).join('')}</ul>`;
    case 'marker':
      return '';
    case 'chart':
      return chartSvg(block.chart, block.reads);
    case 'grid':
      return gridHtml(block.grid);
    case 'fold':
      return foldHtml(block, options);
    case 'group':
      return groupHtml(block, options);
  }
}

/** On a page a sentence has a capital; a name before a colon and a path stand as they are. */
const sentence = (text: string): string => (/^\p{L}[\p{L}’']* \p{L}/u.test(text) ? initial(text) : text);

/** In a list of lines the mark stands before the sentence, not within it. */
function pointHtml(item: Parameters<typeof wordsHtml>[0], role: string): string {
  if (role !== 'lines') return wordsHtml(item);
  const [mark, ...rest] = item;
  return `${wordsHtml(mark === undefined ? [] : [mark])}<span>${wordsHtml(rest)}</span>`;
}

function groupHtml({ role, id, blocks }: Group, options: RenderOptions): string {
  const tag = TAGS[role] ?? 'div';
  const own = id === undefined ? '' : ` id="${id}"`;
  return `<${tag} class="${role}"${own}>\n${blocksHtml(blocks, options)}\n</${tag}>`;
}

const TAGS: Readonly<Partial<Record<Group['role'], string>>> = {
  section: 'section',
  first: 'section',
  card: 'article',
  agreement: 'section',
};

function foldHtml({ id, title, blocks, printed }: Fold, options: RenderOptions): string {
  const parts = title.map((words) => `<span>${wordsHtml(words)}</span>`).join(' ');
  const own = id === undefined ? '' : ` id="${id}"`;
  return `<details${own}${printed ? ' class="pr"' : ''}><summary>${parts}</summary>\n<div class="in">${blocksHtml(blocks, options)}</div></details>`;
}

function gridHtml({ role, caption, columns, rows }: Grid): string {
  const heads = columns.map(({ title, now, numbers }) => {
    const names = [...(numbers ? ['num'] : []), ...(now ? ['now'] : [])].join(' ');
    return `<th scope="col"${names === '' ? '' : ` class="${names}"`}>${html(title)}</th>`;
  });
  const body = rows.map((row) => {
    if (row.kind === 'group')
      return `<tr class="grp"><th scope="rowgroup" colspan="${columns.length}">${wordsHtml(row.text)}</th></tr>`;
    const cells = row.cells.map((cell, index) =>
      cellHtml(cell, index, columns[index], role === 'cases' ? cellWords : wordsHtml),
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const style = styleOf({ role, columns, rows });
  return `<div class="scroll" role="group" tabindex="0" aria-label="${html(caption)}"><table class="g ${role}"${style}>
<caption>${html(caption)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

/** What a phone needs: how many columns stand side by side, or where each row is a card, what each cell is called. */
function styleOf({ role, columns, rows }: Pick<Grid, 'role' | 'columns' | 'rows'>): string {
  if (role === 'months') {
    const numbers = rows.flatMap((row) => (row.kind === 'group' ? [] : row.cells.slice(1)));
    const texts = numbers.flatMap(({ lines }) =>
      lines.map((words) => words.map((one) => (typeof one === 'string' ? one : one.text)).join('')),
    );
    return ` style="--k:${perLine(columns.length - 1, texts)}"`;
  }
  return role === 'plain' ? namedCells(columns.map(({ title }) => title)) : '';
}

function cellHtml(
  cell: GridCell,
  index: number,
  column: Grid['columns'][number] | undefined,
  say: (words: readonly Words[]) => string,
): string {
  const lines =
    cell.lines.length < 2
      ? cell.lines.map(say).join('')
      : cell.lines.map((words) => `<span class="ln">${say(words)}</span>`).join('');
  const chart = cell.chart === undefined ? '' : chartSvg(cell.chart.chart, cell.chart.reads);
  const isLong = hasLongWord(cell.lines.flat().map((word) => (typeof word === 'string' ? word : word.text)));
  const whole = isLong ? ['long'] : column?.whole ? ['nw'] : [];
  if (index === 0)
    return `<th scope="row"${whole.length === 0 ? '' : ` class="${whole.join('')}"`}>${lines}</th>`;
  const names = [
    ...(column?.numbers ? ['num'] : []),
    ...whole,
    ...(column?.wide ? ['wide'] : []),
    ...(cell.now ? ['now'] : []),
  ].join(' ');
  return `<td${names === '' ? '' : ` class="${names}"`}>${lines}${chart}</td>`;
}
