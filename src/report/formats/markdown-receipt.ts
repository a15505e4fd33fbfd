import type { ReceiptDocument, RenderOptions } from '../../model/render.ts';
import { blocksMarkdown } from '../markdown/blocks.ts';
import { receiptBlocks } from '../receipt-blocks.ts';

/** A receipt for an issue, a wiki or a mail. */
export const receipt = (document: ReceiptDocument, options: RenderOptions): string =>
  blocksMarkdown(receiptBlocks(document), options);
