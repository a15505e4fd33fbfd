import type { Task } from '../../model/io.ts';
import { bytesThrough } from './bytes.ts';

/** What a part of a packed file begins with, and the fewest bytes that it has. */
const BEGIN = Buffer.from([0x1f, 0x8b, 0x08]);
const LEAST_PART = 20;

/** Fewer cost nothing that is felt. */
const MANY = 1000;

/** Packed bytes of a part: who packs in blocks, as `bgzip` does, has ten times as many. */
const SHORT_PART = 2000;

/**
 * Whether a packed file is one of many short parts: the engine takes some microseconds to begin each of them, each time
 * that it reads the file, and Node a fraction of one.
 */
export async function isInShortParts(file: string, what: string, task: Task): Promise<boolean> {
  let [parts, bytes] = [0, 0];
  for await (const chunk of bytesThrough({ file, gzip: false, what, task })) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(BEGIN); at >= 0; at = chunk.indexOf(BEGIN, at + LEAST_PART)) parts++;
  }
  return parts > MANY && bytes < parts * SHORT_PART;
}
