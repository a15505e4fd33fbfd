import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { CsvDialect } from '../../model/agreement.ts';
import type { SourceFile } from '../source-file.ts';
import { isByte } from './byte.ts';
import { bytesOf } from './bytes.ts';
import { endOf, LF } from './line-count.ts';

const CR = 13;

/**
 * Finds, while the bytes of a text go by, the rows that end with empty cells beyond those of the header, a
 * blank row aside.
 */
export interface SurplusCounter {
  add(chunk: Buffer): void;
  /** The physical lines, from 1, on which such rows end. */
  end(): readonly number[];
}

/**
 * The engine drops empty cells beyond the last column without a word, although a separator too many has
 * moved the cells after it: `Acme, Inc` without quotes shifts the country into the phone. Null where
 * delimiter and quote are not one byte each, or the text was written by us. Long because each byte of an
 * export may move several of these variables, and a cut would pass them all.
 */
export function surplusCounter(
  { header, lines }: SourceFile,
  { delimiter, quote, skip }: CsvDialect,
): SurplusCounter | null {
  if (lines !== undefined || !isByte(delimiter) || !isByte(quote) || delimiter === quote) return null;
  const [comma, mark, columns] = [delimiter.charCodeAt(0), quote.charCodeAt(0), header.length];
  const found: number[] = [];
  let end: number | null = null;
  let line = 1;
  // Of the record at hand: separators before here; whether the cell has begun, and is quoted; whether any
  // cell, and any beyond the last, holds something.
  let [commas, isBegun, isQuoted, isBlank, isFilled] = [0, false, false, true, false];
  let [isFresh, last] = [true, 0];

  const ended = (): void => {
    if (commas >= columns && !isBlank && !isFilled && line > skip) found.push(line);
    [commas, isBegun, isQuoted, isBlank, isFilled, isFresh] = [0, false, false, true, false, true];
  };
  /** Byte by byte to the end of the record or of the chunk; where it stopped. */
  const walk = (chunk: Buffer, from: number, stop: number): number => {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      isFresh = false;
      if (byte === mark && (isQuoted || !isBegun)) {
        isQuoted = !isQuoted;
        isBegun = true;
      } else if (byte === mark && last === mark) {
        isQuoted = true;
      } else if (byte === comma && !isQuoted) {
        commas++;
        isBegun = false;
      } else if (byte === stop) {
        const isOver = !isQuoted;
        if (isOver) ended();
        line++;
        if (isOver) return at + 1;
      } else if (byte !== CR) {
        isBegun = true;
        isBlank = false;
        if (commas >= columns) isFilled = true;
      }
      last = byte;
    }
    return chunk.length;
  };
  return {
    add(chunk) {
      end ??= endOf(chunk);
      const stop = end ?? LF;
      let quoteAt = chunk.indexOf(mark);
      let from = 0;
      while (from < chunk.length) {
        if (quoteAt >= 0 && quoteAt < from) quoteAt = chunk.indexOf(mark, from);
        const at = isFresh ? chunk.indexOf(stop, from) : -1;
        if (at >= 0 && (quoteAt < 0 || quoteAt > at)) {
          if (line > skip && isSurplus({ chunk, from, to: at, comma, columns })) found.push(line);
          line++;
          from = at + 1;
        } else from = walk(chunk, from, stop);
      }
    },
    end() {
      if (!isFresh) ended();
      return found;
    },
  };
}

/** A line without quotes: where it lies in a chunk, what separates its cells, and how many the header has. */
interface PlainLine {
  readonly chunk: Buffer;
  readonly from: number;
  readonly to: number;
  readonly comma: number;
  readonly columns: number;
}

/** Only a line that ends with a separator can be of that kind. */
function isSurplus({ chunk, from, to, comma, columns }: PlainLine): boolean {
  const tail = to > from && chunk[to - 1] === CR ? to - 1 : to;
  if (tail === from || chunk[tail - 1] !== comma) return false;
  let count = 0;
  for (let at = from; at < tail; at++) if (chunk[at] === comma) count++;
  let run = 0;
  while (run < tail - from && chunk[tail - 1 - run] === comma) run++;
  return count >= columns && run > count - columns && run < tail - from;
}

/** The files of a source by their names, those that have such rows as copies with marks. */
export async function marksOf(
  folder: string,
  scans: readonly { readonly source: SourceFile }[],
  read: readonly { readonly surplus: readonly number[] }[],
): Promise<ReadonlyMap<string, SourceFile>> {
  const marked = new Map<string, SourceFile>();
  for (const [index, { source }] of scans.entries()) {
    const lines = read[index]?.surplus ?? [];
    const copy = join(folder, `marked-${randomBytes(4).toString('hex')}.csv`);
    marked.set(source.file, lines.length === 0 ? source : await withMarks(source, lines, copy));
  }
  return marked;
}

/**
 * A copy in which each of those lines has a letter behind its last separator, so that the engine refuses
 * its row as it refuses any that has too many cells. No line moves.
 */
async function withMarks(source: SourceFile, lines: readonly number[], target: string): Promise<SourceFile> {
  const out = await open(target, 'wx', 0o600);
  try {
    let [line, next] = [1, 0];
    let stop: number | null = null;
    let held: Buffer | null = null;
    for await (const chunk of bytesOf(source.text, source.gzip)) {
      stop ??= endOf(chunk);
      // A line end of two bytes may lie across two chunks.
      const bytes: Buffer = held === null ? chunk : Buffer.concat([held, chunk]);
      const isSplit = bytes[bytes.length - 1] === CR && stop === LF;
      held = isSplit ? Buffer.from([CR]) : null;
      const whole = isSplit ? bytes.subarray(0, -1) : bytes;
      let written = 0;
      for (
        let at = whole.indexOf(stop ?? LF);
        at >= 0 && next < lines.length;
        at = whole.indexOf(stop ?? LF, at + 1)
      ) {
        if (line++ !== lines[next]) continue;
        next++;
        const before = at > 0 && whole[at - 1] === CR && stop === LF ? at - 1 : at;
        await out.writeFile(whole.subarray(written, before));
        await out.writeFile('x');
        written = before;
      }
      await out.writeFile(whole.subarray(written));
    }
    if (held !== null) await out.writeFile(held);
    if (next < lines.length) await out.writeFile('x');
  } finally {
    await out.close();
  }
  return { ...source, text: target, gzip: false, isMarked: true };
}
