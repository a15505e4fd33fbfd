import type { RenderOptions } from '../../model/render.ts';
import type { Grid, GridCell, PageBlock, Shape, Words } from '../blocks.ts';
import { markdown } from '../escape.ts';
import { blockText } from '../formats/markdown.ts';
import { type Mark, symbolOf } from '../table.ts';

/** The blocks of a page as Markdown, in their order: what a chart reads stands in its place. */
export const blocksMarkdown = (blocks: readonly PageBlock[], options: RenderOptions): string =>
  blocks
    .map((block) => blockMarkdown(block, options))
    .filter((text) => text !== '')
    .join('\n');

function blockMarkdown(block: PageBlock, options: RenderOptions): string {
  const say = (words: readonly Words[]) => wordsMarkdown(words, options);
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${say(block.words)}\n`;
    case 'text':
      return `${block.role === 'question' ? '> ' : ''}${say(block.words)}\n`;
    case 'points': {
      const sign = block.role === 'tick' ? '- [ ] ' : '- ';
      return block.items.map((item) => `${sign}${say(item)}\n`).join('');
    }
    case 'marker':
      return `<!-- sla:${block.name} -->\n`;
    case 'chart':
      return `${markdown(block.reads)}\n`;
    case 'grid':
      return gridMarkdown(block.grid, options);
    case 'fold':
      return `**${block.title.map(say).join(' ')}**\n\n${blocksMarkdown(block.blocks, options)}`;
    case 'group':
      return blocksMarkdown(block.blocks, options);
    default:
      return blockText(block, options);
  }
}

/** Symbols say what shapes do. */
function wordsMarkdown(words: readonly Words[], { ascii }: RenderOptions): string {
  return words
    .map((piece) => {
      if (typeof piece === 'string') return markdown(piece);
      const { text, shape } = piece;
      const symbol = shape === undefined ? '' : symbolOf(MARKS[shape], ascii);
      const said = markdown(text);
      return [symbol, said].filter((part) => part !== '').join(' ');
    })
    .join('');
}

const MARKS: Readonly<Record<Shape, Mark>> = {
  kept: 'met',
  'kept so far': 'met',
  missed: 'missed',
  'missed so far': 'missed',
  open: 'open',
  none: 'no data',
};

function gridMarkdown({ columns, rows }: Grid, options: RenderOptions): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const body = rows.map((row) => {
    if (row.kind === 'group')
      return line([wordsMarkdown(row.text, options), ...columns.slice(1).map(() => '')]);
    return line(row.cells.map((cell) => cellMarkdown(cell, options)));
  });
  const heads = line(columns.map(({ title }) => markdown(title)));
  const rule = line(columns.map(({ numbers }) => (numbers ? '---:' : '---')));
  return `${heads}${rule}${body.join('')}`;
}

const cellMarkdown = ({ lines, chart }: GridCell, options: RenderOptions): string =>
  [
    ...lines.map((words) => wordsMarkdown(words, options)),
    ...(chart === undefined ? [] : [markdown(chart.reads)]),
  ].join('<br>');
