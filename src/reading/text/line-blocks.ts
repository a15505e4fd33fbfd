import type { SourceFile } from '../source-file.ts';
import { bytesOf } from './bytes.ts';
import { endOf, LF } from './line-count.ts';

/** Some whole lines of a file; the last may lack its end. */
export interface LineBlock {
  readonly bytes: Buffer;
  /** Physical line, from 1, of the first of them. */
  readonly line: number;
  /** The byte that ends a line: LF, or CR in files of old Macs. */
  readonly stop: number;
}

/** A line that was found in a file. */
export interface FoundLine {
  /** Without its end. */
  readonly text: string;
  /** Physical line, from 1. */
  readonly line: number;
}

/** A file as blocks of whole lines, numbered by jumps from end to end. */
export async function* lineBlocks({ text, gzip }: SourceFile): AsyncGenerator<LineBlock> {
  let begun = Buffer.alloc(0);
  let line = 1;
  let known: number | null = null;
  for await (const chunk of bytesOf(text, gzip)) {
    known ??= endOf(chunk);
    const stop = known ?? LF;
    const whole = begun.length === 0 ? chunk : Buffer.concat([begun, chunk]);
    const end = whole.lastIndexOf(stop) + 1;
    if (end > 0) yield { bytes: whole.subarray(0, end), line, stop };
    line += endsIn(whole, end, stop);
    begun = Buffer.from(whole.subarray(end));
  }
  if (begun.length > 0) yield { bytes: begun, line, stop: known ?? LF };
}

/** How many line ends the first `length` bytes have. */
export function endsIn(bytes: Buffer, length: number, stop: number): number {
  let ends = 0;
  for (let at = bytes.indexOf(stop); at >= 0 && at < length; at = bytes.indexOf(stop, at + 1)) ends++;
  return ends;
}

/** The text of a line between two positions of a block. */
export const lineText = (bytes: Buffer, from: number, to: number): string =>
  bytes.toString('utf8', from, to).replace(/\r$/, '');
