import type { CsvDialect } from '../../model/agreement.ts';
import type { SourceFile } from '../source-file.ts';
import { isByte } from './byte.ts';
import { endOf, LF } from './line-count.ts';

const CR = 13;

/** Lines that no cell has. */
export const ENDLESS_RECORD = 1000;

/** Lines that can't be cut into cells beyond which a file is no export: the engine keeps a text of each. */
const MOST_UNCUT = 100_000;

/** A line of fewer bytes is cut to see whether it can be: only in short ones can a file have so many. */
const SHORT_LINE = 128;

/** What is seen of the rows while the bytes of a text go by, a blank row aside. */
export interface RowWatch {
  add(chunk: Buffer): void;
  /** Whether it need not be read on: a record has no end, or too many lines can't be cut. */
  isHopeless(): boolean;
  /** The physical lines, from 1, on which rows end with empty cells beyond those of the header. */
  end(): readonly number[];
}

/**
 * The engine drops empty cells beyond the last column without a word, although a separator too many has
 * moved the cells after it: `Acme, Inc` without quotes shifts the country into the phone. Null where
 * delimiter and quote are not one byte each, or the text was written by us. Long because each byte of an
 * export may move several of these variables, and a cut would pass them all.
 */
export function rowWatch(
  { header, lines }: SourceFile,
  { delimiter, quote, skip }: CsvDialect,
): RowWatch | null {
  if (lines !== undefined || !isByte(delimiter) || !isByte(quote) || delimiter === quote) return null;
  const [comma, mark, columns] = [delimiter.charCodeAt(0), quote.charCodeAt(0), header.length];
  const found: number[] = [];
  let end: number | null = null;
  let line = 1;
  // Of the record at hand: separators before here; whether the cell has begun, and is quoted; whether any
  // cell, and any beyond the last, holds something.
  let [commas, isBegun, isQuoted, isBlank, isFilled] = [0, false, false, true, false];
  let [isFresh, last, isSaid] = [true, 0, false];
  // Lines of the record at hand, and lines of the file that can't be cut.
  let [height, uncut, isEndless] = [1, 0, false];

  const ended = (): void => {
    if (commas >= columns && !isBlank && !isFilled && line > skip) found.push(line);
    // The engine takes quotes around nothing, or around ends of lines, for a cell.
    if ((!isBlank || isSaid) && (commas < columns - 1 || isFilled)) uncut++;
    height = 1;
    [commas, isBegun, isQuoted, isBlank, isFilled, isFresh] = [0, false, false, true, false, true];
    isSaid = false;
  };
  /** Byte by byte to the end of the record or of the chunk; where it stopped. */
  const walk = (chunk: Buffer, from: number, stop: number): number => {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      isFresh = false;
      if (byte === mark && (isQuoted || !isBegun)) {
        isQuoted = !isQuoted;
        isBegun = true;
        isSaid = true;
      } else if (byte === mark && last === mark) {
        isQuoted = true;
      } else if (byte === comma && !isQuoted) {
        commas++;
        isBegun = false;
      } else if (byte === stop) {
        const isOver = !isQuoted;
        if (isOver) ended();
        else if (++height > ENDLESS_RECORD) isEndless = true;
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
          const plain = { chunk, from, to: at, comma, columns };
          if (line > skip && isSurplus(plain)) found.push(line);
          else if (at - from < SHORT_LINE && isUncut(plain)) uncut++;
          line++;
          from = at + 1;
        } else from = walk(chunk, from, stop);
      }
    },
    isHopeless: () => isEndless || uncut > MOST_UNCUT,
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

/** Too few cells, or one too many at the end that is filled. */
function isUncut({ chunk, from, to, comma, columns }: PlainLine): boolean {
  const tail = to > from && chunk[to - 1] === CR ? to - 1 : to;
  if (tail === from) return false;
  let count = 0;
  for (let at = from; at < tail; at++) if (chunk[at] === comma) count++;
  return count < columns - 1 || (count > columns - 1 && chunk[tail - 1] !== comma);
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
