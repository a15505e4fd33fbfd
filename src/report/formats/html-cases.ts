import type { CaseWriter, RenderOptions } from '../../model/render.ts';
import { blockWriter } from '../case-blocks.ts';
import { plainPage } from '../html/plain.ts';

/** A list to look at and to print: no script, nothing fetched. */
export const cases = (options: RenderOptions): CaseWriter =>
  blockWriter((title, blocks) => plainPage(title, blocks, options));
