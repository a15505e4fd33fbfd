import type { ReceiptDocument, RenderOptions } from '../../model/render.ts';
import { plainPage } from '../html/plain.ts';
import { receiptBlocks, receiptTitle } from '../receipt-blocks.ts';

/** A receipt to look at and to print: no script, nothing fetched. */
export const receipt = (document: ReceiptDocument, options: RenderOptions): string =>
  plainPage(receiptTitle(document), receiptBlocks(document), options);
