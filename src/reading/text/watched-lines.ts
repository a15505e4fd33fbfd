import type { CsvDialect } from '../../model/agreement.ts';
import type { SourceFile } from '../source-file.ts';
import { type FoundLine, type LineBlock, lineBlocks, lineText } from './line-blocks.ts';

/** A column whose cells are looked at, and the texts that are looked for, as `cleanRecordCell` makes them. */
export interface WatchedColumn {
  /** From 0. */
  readonly position: number;
  readonly values: Iterable<string>;
}

const [SPACE, ZERO, DELETE, EQUALS] = [0x20, 0x30, 0x7f, 0x3d];

/**
 * The lines after the first in which a watched cell may be one of the texts, at least all in which it is.
 * Of a cell only its first two bytes are looked at, which leaves few lines to be cut with care. For files in
 * which each record is one line, and whose delimiter and quote are one byte each.
 */
export async function* watchedLines(
  source: SourceFile,
  { delimiter, quote }: CsvDialect,
  watched: readonly WatchedColumn[],
): AsyncGenerator<FoundLine> {
  const cutter: Cutter = {
    comma: delimiter.charCodeAt(0),
    mark: quote.charCodeAt(0),
    starts: startsOf(watched, delimiter, quote),
  };
  for await (const block of lineBlocks(source)) yield* linesIn(block, cutter);
}

/** By the byte with which a cell begins: whether it may be looked for, or by the byte behind that. */
type Starts = readonly (true | Uint8Array | undefined)[];

interface Cutter {
  readonly comma: number;
  readonly mark: number;
  /** By position of the column. */
  readonly starts: readonly (Starts | undefined)[];
}

function* linesIn({ bytes, line: first, stop }: LineBlock, cutter: Cutter): Generator<FoundLine> {
  let line = first;
  for (let from = 0; from < bytes.length; line++) {
    const next = bytes.indexOf(stop, from);
    const to = next < 0 ? bytes.length : next;
    if (line > 1 && mayHold(bytes, from, to, cutter)) yield { text: lineText(bytes, from, to), line };
    from = to + 1;
  }
}

function mayHold(bytes: Buffer, from: number, to: number, { comma, mark, starts }: Cutter): boolean {
  let at = from;
  for (let column = 0; column < starts.length; column++) {
    // A line that ends here has an empty cell, or none: as one that is followed by another.
    const start = starts[column]?.[at < to ? (bytes[at] as number) : comma];
    if (start === true) return true;
    if (start !== undefined && start[at + 1 < to ? (bytes[at + 1] as number) : comma] === 1) return true;
    if (bytes[at] === mark) at = behindQuotes(bytes, at, to, mark);
    while (at < to && bytes[at] !== comma) at++;
    if (at >= to) return column + 1 < starts.length;
    at++;
  }
  return false;
}

/** Behind the quote that closes the one at `from`; two of them are one of the text. */
function behindQuotes(bytes: Buffer, from: number, to: number, mark: number): number {
  let at = from + 1;
  while (at < to && (bytes[at] !== mark || bytes[++at] === mark)) at++;
  return Math.min(at, to);
}

/**
 * What stands around a text and what nobody sees begins a cell as well as the text itself, and so does all
 * that is not plain; an accent may be composed in the text and not in the cell. The same stands behind its first
 * letter.
 */
function startsOf(
  watched: readonly WatchedColumn[],
  delimiter: string,
  quote: string,
): readonly (Starts | undefined)[] {
  const [comma, mark] = [delimiter.charCodeAt(0), quote.charCodeAt(0)];
  const starts: (Starts | undefined)[] = Array(Math.max(0, ...watched.map(({ position }) => position + 1)));
  for (const { position, values } of watched) {
    const own: (true | Uint8Array | undefined)[] = [...(starts[position] ?? startsOfAny(comma, mark))];
    starts[position] = own;
    for (const value of values) {
      if (value === '') own[comma] = true;
      for (const form of [value, value.normalize('NFD'), value.toLowerCase(), value.toUpperCase()]) {
        const [first = ZERO, second = comma] = Buffer.from(form.slice(0, 2));
        if (own[first] === true) continue;
        const seconds = own[first] ?? unplain();
        own[first] = seconds;
        seconds[second] = 1;
        seconds[mark] = 1;
      }
    }
  }
  return starts;
}

/** But for an empty cell, as most are of a date that is not reached yet: those are looked for by the empty text. */
function startsOfAny(comma: number, mark: number): Starts {
  const starts = Array.from(unplain(), (is) => (is === 1 ? true : undefined));
  for (const start of [mark, EQUALS]) starts[start] = true;
  starts[comma] = undefined;
  return starts;
}

/** The bytes of blanks, of what nobody sees, and of all that is beyond ASCII. */
const unplain = (): Uint8Array => new Uint8Array(256).fill(1, 0, SPACE + 1).fill(1, DELETE);
