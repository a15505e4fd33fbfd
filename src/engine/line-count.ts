import type { SourceFile } from './source-file.ts';
import { bytesOf } from './text-file.ts';

const [LF, CR] = [10, 13];

/** How many lines have something on them. They end with LF, CR or both: the empty one between the two does not count. */
export async function filledLines({ text, gzip }: SourceFile): Promise<number> {
  let lines = 0;
  let isFilled = false;
  for await (const chunk of bytesOf(text, gzip)) {
    // By index: an iterator of bytes takes several times as long.
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte !== LF && byte !== CR) isFilled = true;
      else if (isFilled) {
        lines++;
        isFilled = false;
      }
    }
  }
  return lines + (isFilled ? 1 : 0);
}
