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
 * Of a cell only its first byte is looked at, which leaves few lines to be cut with care. For files in
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
    firsts: firstsOf(watched, delimiter, quote),
  };
  for await (const block of lineBlocks(source)) yield* linesIn(block, cutter);
}

interface Cutter {
  readonly comma: number;
  readonly mark: number;
  /** By position of the column: 1 for each byte with which a cell may begin that is looked for. */
  readonly firsts: readonly (Uint8Array | undefined)[];
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

function mayHold(bytes: Buffer, from: number, to: number, { comma, mark, firsts }: Cutter): boolean {
  let at = from;
  for (let column = 0; column < firsts.length; column++) {
    // A line that ends here has an empty cell, or none: as one that is followed by another.
    if (firsts[column]?.[at < to ? (bytes[at] as number) : comma] === 1) return true;
    if (bytes[at] === mark) at = behindQuotes(bytes, at, to, mark);
    while (at < to && bytes[at] !== comma) at++;
    if (at >= to) return column + 1 < firsts.length;
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
 * that is not plain; an accent may be composed in the text and not in the cell.
 */
function firstsOf(
  watched: readonly WatchedColumn[],
  delimiter: string,
  quote: string,
): readonly (Uint8Array | undefined)[] {
  const firsts: (Uint8Array | undefined)[] = Array(
    Math.max(0, ...watched.map(({ position }) => position + 1)),
  );
  for (const { position, values } of watched) {
    const own = firsts[position] ?? startsOfAny(delimiter, quote);
    firsts[position] = own;
    for (const value of values) {
      if (value === '') own[delimiter.charCodeAt(0)] = 1;
      for (const form of [value, value.normalize('NFD'), value.toLowerCase(), value.toUpperCase()])
        own[Buffer.from(form.slice(0, 2))[0] ?? ZERO] = 1;
    }
  }
  return firsts;
}

/** But for an empty cell, as most are of a date that is not reached yet: those are looked for by the empty text. */
function startsOfAny(delimiter: string, quote: string): Uint8Array {
  const starts = new Uint8Array(256).fill(1, 0, SPACE + 1).fill(1, DELETE);
  for (const start of [quote.charCodeAt(0), EQUALS]) starts[start] = 1;
  starts[delimiter.charCodeAt(0)] = 0;
  return starts;
}
