import type { SourceFile } from '../source-file.ts';
import { bytesOf } from './bytes.ts';
import { LF } from './line-count.ts';

/** A line that holds what was looked for. */
export interface FoundLine {
  /** Without its end. */
  readonly text: string;
  /** Physical line, from 1. */
  readonly line: number;
}

/**
 * The lines after the first that hold some bytes: found by looking for the bytes alone, and numbered by
 * jumps from end to end.
 */
export async function* linesWith({ text, gzip }: SourceFile, bytes: Buffer): AsyncGenerator<FoundLine> {
  let begun = Buffer.alloc(0);
  let before = 0;
  for await (const chunk of bytesOf(text, gzip)) {
    const whole = begun.length === 0 ? chunk : Buffer.concat([begun, chunk]);
    const end = whole.lastIndexOf(LF) + 1;
    yield* linesIn(whole.subarray(0, end), bytes, before);
    before += endsIn(whole, end);
    begun = Buffer.from(whole.subarray(end));
  }
  yield* linesIn(begun, bytes, before);
}

/** Of whole lines; `before` is how many lines come before them. */
function* linesIn(block: Buffer, bytes: Buffer, before: number): Generator<FoundLine> {
  let counted = 0;
  let line = before + 1;
  for (let at = block.indexOf(bytes); at >= 0; ) {
    const from = block.lastIndexOf(LF, at) + 1;
    const next = block.indexOf(LF, at);
    const to = next < 0 ? block.length : next;
    line += endsIn(block.subarray(counted), from - counted);
    counted = from;
    if (line > 1) yield { text: block.toString('utf8', from, to).replace(/\r$/, ''), line };
    at = to < block.length ? block.indexOf(bytes, to + 1) : -1;
  }
}

function endsIn(block: Buffer, length: number): number {
  let ends = 0;
  for (let at = block.indexOf(LF); at >= 0 && at < length; at = block.indexOf(LF, at + 1)) ends++;
  return ends;
}
