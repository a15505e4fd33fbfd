import { t } from '../../messages/index.ts';
import type { ComplianceDocument, RenderOptions } from '../../model/render.ts';
import { blocksOf } from '../document.ts';
import { terminal } from '../escape.ts';
import { flow, frames } from '../flow.ts';
import { painter } from '../paint.ts';
import { type Block, inAscii, symbolOf } from '../table.ts';
import { textTable } from '../text-table.ts';

/** For a person at a terminal. */
export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  const blocks = blocksOf(document);
  if (blocks.length === 0) return `${t`No agreement was judged`}\n`;
  return blocksText(blocks, document.texts, options);
}

/** Blocks of any document, in their order. */
export const blocksText = (
  blocks: readonly Block[],
  texts: Readonly<Record<string, string>>,
  options: RenderOptions,
): string => {
  const text = blocks.map((block) => blockText(block, texts, options)).join('\n');
  return options.ascii ? inAscii(text) : text;
};

function blockText(block: Block, texts: Readonly<Record<string, string>>, options: RenderOptions): string {
  const paint = painter(options);
  switch (block.kind) {
    case 'title':
      return `${paint(terminal(block.text), 'title')}\n${block.lines.map((line) => `${flow(line, '', options)}\n`).join('')}`;
    case 'table':
      return textTable(block.table, options);
    case 'list':
      return `${paint(terminal(block.title), 'title')}\n${block.items.map((item) => `${flow(item, '  ', options)}\n`).join('')}`;
    case 'verdicts':
      return `${paint(terminal(block.title), 'title')}\n${verdictLines(block, options)}`;
    case 'findings':
      return `${paint(terminal(block.title), 'title')}\n${frames(block.findings, texts, options)}`;
  }
}

function verdictLines({ lines, items }: Verdicts, options: RenderOptions): string {
  const paint = painter(options);
  const said = lines.map((line) => flow(line, '', options));
  const each = items.map(({ mark, text, tone }) => {
    const [first = '', ...rest] = flow(text, '  ', options).trimStart().split('\n');
    const sign = mark === null ? ' ' : paint(symbolOf(mark, options.ascii), tone);
    return [`  ${sign} ${first}`, ...rest].join('\n');
  });
  return [...said, ...each].map((line) => `${line}\n`).join('');
}

type Verdicts = Extract<Block, { readonly kind: 'verdicts' }>;
