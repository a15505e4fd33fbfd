import type { CsvDialect } from '../../model/agreement.ts';
import type { SourceFile } from '../source-file.ts';
import { bytesOf } from './bytes.ts';

const [LF, CR] = [10, 13];

type LineEnd = 'LF' | 'CR' | 'CRLF';

/**
 * The first line, from 1, that ends otherwise than the first of all; null where all end alike. Line breaks
 * in quotes are text.
 */
export async function oddLineEnd(source: SourceFile, csv: CsvDialect): Promise<number | null> {
  const quote = csv.quote.charCodeAt(0);
  let [line, isQuoted, isAfterCr] = [1, false, false];
  let first: LineEnd | null = null;
  const differs = (end: LineEnd): boolean => {
    if (isQuoted) return false;
    first ??= end;
    return first !== end;
  };
  for await (const chunk of bytesOf(source.text, source.gzip)) {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (isAfterCr) {
        if (differs(byte === LF ? 'CRLF' : 'CR')) return line;
        line++;
      } else if (byte === LF) {
        if (differs('LF')) return line;
        line++;
      }
      if (byte === quote) isQuoted = !isQuoted;
      isAfterCr = byte === CR;
    }
  }
  return isAfterCr && differs('CR') ? line : null;
}
