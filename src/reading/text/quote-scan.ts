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

/** What is asked of a file. */
interface QuoteQuestion {
  readonly csv: CsvDialect;
  /** Columns of the header. */
  readonly columns: number;
  readonly isWanted: (span: Span) => boolean;
}

/**
 * Follows the quotes of a file as the engine does: one opens a cell at its start, two inside it are one of
 * its text.
 */
export async function scanQuotes(
  source: SourceFile,
  csv: CsvDialect,
  isWanted: (span: Span) => boolean,
): Promise<QuotingEvents> {
  const [quote, delimiter] = [csv.quote.charCodeAt(0), csv.delimiter.charCodeAt(0)];
  const records = recordCounter({ csv, columns: source.header.length, isWanted });
  let isSkipped = records.isSkipping();
  let state: State = 'start';
  // Of the line: bytes and delimiters before here.
  let [bytes, delimiters, last] = [0, 0, 0];
  for await (const chunk of bytesOf(source.text, source.gzip)) {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      const isEnd = byte === LF || byte === CR;
      if (isEnd && !(byte === LF && last === CR)) {
        state = records.endLine(state, bytes, delimiters);
        isSkipped = records.isSkipping();
        [bytes, delimiters] = [0, 0];
      } else if (!isEnd) {
        bytes++;
        if (byte === delimiter) delimiters++;
        if (!isSkipped) {
          const before: State = state;
          state = nextState(before, byte, quote, delimiter);
          if (state === 'quoted' && before === 'start') records.quoteOpens();
        }
      }
      last = byte;
    }
  }
  return records.end(state, bytes, delimiters);
}

/** Counts records while their lines go by. */
interface RecordCounter {
  /** Whether the line at hand is one of those before the header. */
  isSkipping(): boolean;
  /** A cell of the line at hand begins with a quote. */
  quoteOpens(): void;
  /** The line ends, with so many bytes and delimiters on it; the state in which the next begins. */
  endLine(state: State, bytes: number, delimiters: number): State;
  end(state: State, bytes: number, delimiters: number): QuotingEvents;
}

function recordCounter({ csv, columns, isWanted }: QuoteQuestion): RecordCounter {
  const spans: Span[] = [];
  let [line, skip, records] = [1, csv.skip, 0];
  // Of the record at hand.
  let [from, opened, lines, filled, like] = [1, 1, 1, 0, 0];
  const count = (bytes: number, delimiters: number): void => {
    if (bytes === 0) return;
    filled++;
    if (delimiters >= columns - 1) like++;
  };
  const span = (state: State): Span => ({ line: from, lines, filled, like, broken: state === 'broken' });
  const endRecord = (state: State): void => {
    if (filled > 0) records++;
    const seen = span(state);
    if (lines > 1 && spans.length < MAX_SPANS && isWanted(seen)) spans.push(seen);
    [lines, filled, like] = [1, 0, 0];
  };
  return {
    isSkipping: () => skip > 0,
    quoteOpens() {
      opened = line;
    },
    endLine(state, bytes, delimiters) {
      line++;
      if (skip > 0) {
        skip--;
        return state;
      }
      count(bytes, delimiters);
      if (state !== 'quoted') {
        endRecord(state);
        return 'start';
      }
      if (lines === 1) from = opened;
      lines++;
      return state;
    },
    end(state, bytes, delimiters) {
      // After the last line end there is no line.
      const end = bytes === 0 ? line : line + 1;
      count(bytes, delimiters);
      const open = state === 'quoted' ? { ...span(state), line: opened, lines: end - opened } : null;
      if (open === null) endRecord(state);
      else if (filled > 0) records++;
      return { records, spans, open };
    },
  };
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
