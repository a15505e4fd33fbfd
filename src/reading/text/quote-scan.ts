import type { CsvDialect } from '../../model/agreement.ts';
import type { SourceFile } from '../source-file.ts';
import { bytesOf } from './bytes.ts';

/** A record with line breaks inside its quotes. */
export interface Span {
  /** Physical line, from 1, on which its first cell of several lines opens. */
  readonly line: number;
  /** How many it takes. */
  readonly lines: number;
  /** Those that are not blank. */
  readonly filled: number;
  /** Those with at least the delimiters that a row of this header has. */
  readonly like: number;
  /** Something other than a delimiter follows a closing quote. */
  readonly broken: boolean;
}

export interface QuotingEvents {
  /** Records that are not blank, the header included. */
  readonly records: number;
  /** Those asked for, in the order of the file. */
  readonly spans: readonly Span[];
  /** What follows the quote that is open where the file ends. */
  readonly open: Span | null;
}

/** Spans that are kept. */
const MAX_SPANS = 10_000;

const [LF, CR, SPACE] = [10, 13, 32];

/** Where in a cell a byte is. From `broken` only a line end leads out, as in the engine. */
export type State = 'start' | 'plain' | 'quoted' | 'closed' | 'broken';

/** Follows the quotes of a file as the engine does: one opens a cell at its start, two inside it are one of its text. */
export async function scanQuotes(
  source: SourceFile,
  csv: CsvDialect,
  isWanted: (span: Span) => boolean,
): Promise<QuotingEvents> {
  const [quote, delimiter] = [csv.quote.charCodeAt(0), csv.delimiter.charCodeAt(0)];
  const enough = source.header.length - 1;
  const spans: Span[] = [];
  let state: State = 'start';
  let [line, skip, records, last] = [1, csv.skip, 0, 0];
  // Of the record, and of its line.
  let [from, opened, lines, filled, like] = [1, 1, 1, 0, 0];
  let [bytes, delimiters] = [0, 0];

  const endLine = (): void => {
    if (bytes > 0) {
      filled++;
      if (delimiters >= enough) like++;
    }
    bytes = 0;
    delimiters = 0;
  };
  const span = (): Span => ({ line: from, lines, filled, like, broken: state === 'broken' });
  const keep = (): void => {
    if (lines === 1 || spans.length === MAX_SPANS) return;
    const seen = span();
    if (isWanted(seen)) spans.push(seen);
  };

  for await (const chunk of bytesOf(source.text, source.gzip)) {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      const isEnd = byte === LF || byte === CR;
      if (isEnd && !(byte === LF && last === CR)) {
        endLine();
        line++;
        if (skip > 0) {
          skip--;
          filled = 0;
          like = 0;
        } else if (state === 'quoted') {
          if (lines === 1) from = opened;
          lines++;
        } else {
          if (filled > 0) records++;
          keep();
          state = 'start';
          lines = 1;
          filled = 0;
          like = 0;
        }
      } else if (!isEnd) {
        bytes++;
        if (byte === delimiter) delimiters++;
        if (skip === 0) {
          const before: State = state;
          state = nextState(before, byte, quote, delimiter);
          if (state === 'quoted' && before === 'start') opened = line;
        }
      }
      last = byte;
    }
  }
  // After the last line end there is no line.
  const end = bytes === 0 ? line : line + 1;
  endLine();
  if (filled > 0) records++;
  if (state === 'quoted') return { records, spans, open: { ...span(), line: opened, lines: end - opened } };
  keep();
  return { records, spans, open: null };
}

/** After a byte that ends no line. */
export function nextState(state: State, byte: number, quote: number, delimiter: number): State {
  if (state === 'quoted') return byte === quote ? 'closed' : 'quoted';
  if (state === 'broken') return 'broken';
  if (byte === delimiter) return 'start';
  if (state === 'plain') return 'plain';
  if (state === 'closed') return byte === quote ? 'quoted' : byte === SPACE ? 'closed' : 'broken';
  return byte === quote ? 'quoted' : byte === SPACE ? 'start' : 'plain';
}
