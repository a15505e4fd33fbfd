import { isAscii } from 'node:buffer';
import type { SourceFile } from '../source-file.ts';
import { endsIn, type FoundLine, type LineBlock, lineBlocks, lineText } from './line-blocks.ts';

/** The lines after the first that hold some bytes: found by looking for the bytes alone. */
export async function* linesWith(source: SourceFile, bytes: Buffer): AsyncGenerator<FoundLine> {
  for await (const block of lineBlocks(source)) yield* linesIn(block, bytes);
}

function* linesIn({ bytes: block, line: first, stop }: LineBlock, bytes: Buffer): Generator<FoundLine> {
  let counted = 0;
  let line = first;
  for (let at = block.indexOf(bytes); at >= 0; ) {
    const from = block.lastIndexOf(stop, at) + 1;
    const next = block.indexOf(stop, at);
    const to = next < 0 ? block.length : next;
    line += endsIn(block.subarray(counted), from - counted, stop);
    counted = from;
    if (line > 1) yield { text: lineText(block, from, to), line };
    at = to < block.length ? block.indexOf(bytes, to + 1) : -1;
  }
}

/** The lines after the first that hold a character beyond ASCII. */
export async function* linesBeyondAscii(source: SourceFile): AsyncGenerator<FoundLine> {
  for await (const block of lineBlocks(source)) if (!isAscii(block.bytes)) yield* linesBeyond(block);
}

function* linesBeyond({ bytes, line: first, stop }: LineBlock): Generator<FoundLine> {
  let line = first;
  for (let from = 0; from < bytes.length; line++) {
    const next = bytes.indexOf(stop, from);
    const to = next < 0 ? bytes.length : next;
    if (line > 1 && !isAscii(bytes.subarray(from, to))) yield { text: lineText(bytes, from, to), line };
    from = to + 1;
  }
}
