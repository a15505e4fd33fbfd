import type { CaseWriter, RenderOptions } from '../../model/render.ts';
import { blockWriter } from '../case-blocks.ts';
import { blocksMarkdown } from '../markdown/blocks.ts';

/** A list for an issue, a wiki or a mail. */
export const cases = (options: RenderOptions): CaseWriter =>
  blockWriter((_, blocks) => blocksMarkdown(blocks, options));
