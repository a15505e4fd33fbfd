/** Bytes of a record beyond which something is wrong with it. */
const LONGEST = 4 << 20;

/** Quotes that are never closed, after which quotes are no longer believed. */
const MOST_OPEN_QUOTES = 20;

const [LF, CR, SPACE] = [10, 13, 32];

/** What takes the records of a file, one at a time. The arrays are used again for the next record. */
export interface RecordSink {
  /**
   * Cell `k` is `bytes` from `starts[k]` to `ends[k]`, without its quotes but with those inside it doubled. `line` is the physical line
   * of the record's start, `inner` the line breaks inside its cells, `broken` whether text follows a closing quote.
   */
  record(
    bytes: Buffer,
    starts: Int32Array,
    ends: Int32Array,
    count: number,
    line: number,
    inner: number,
    broken: boolean,
  ): void;
  /** A quote that nothing closes; reading goes on after it as if it were a letter. */
  openQuote(line: number, swallowed: number): void;
  longLine(line: number): void;
}

export interface LineEnds {
  crlf: number;
  lf: number;
  cr: number;
}

export interface Scanner {
  push(chunk: Uint8Array): void;
  end(): LineEnds;
}

/** Cuts bytes into records and cells, in constant memory: it holds one unfinished record. */
export function scanner(delimiter: string, quote: string, sink: RecordSink): Scanner {
  const [delimiterByte, quoteByte] = [delimiter.charCodeAt(0), quote.charCodeAt(0)];
  const lineEnds: LineEnds = { crlf: 0, lf: 0, cr: 0 };
  let starts = new Int32Array(256);
  let ends = new Int32Array(256);
  let pending: Buffer = Buffer.alloc(0);
  let line = 1;
  let openQuotes = 0;
  let literalQuote = -1;
  let skipping = false;

  // Of the record being read.
  let count = 0;
  let inner = 0;
  let broken = false;
  let openAt = -1;

  const cell = (start: number, end: number): void => {
    if (count === starts.length) {
      starts = grown(starts);
      ends = grown(ends);
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  };

  /** Position after the record that starts at `from`; -1 where the bytes end before it does. */
  const readRecord = (bytes: Buffer, from: number, final: boolean): number => {
    count = 0;
    inner = 0;
    broken = false;
    openAt = -1;
    let at = from;
    for (;;) {
      let start = at;
      while (bytes[start] === SPACE) start++;
      if (bytes[start] === quoteByte && start !== literalQuote && openQuotes < MOST_OPEN_QUOTES) {
        const close = closing(bytes, start + 1, quoteByte);
        if (close < 0 || (close === bytes.length - 1 && !final)) {
          openAt = close < 0 ? start : -1;
          return -1;
        }
        for (let i = bytes.indexOf(LF, start); i >= 0 && i < close; i = bytes.indexOf(LF, i + 1)) inner++;
        cell(start + 1, close);
        at = close + 1;
        while (at < bytes.length && !isEnd(bytes[at], delimiterByte)) {
          if (bytes[at] !== SPACE) broken = true;
          at++;
        }
      } else {
        while (at < bytes.length && !isEnd(bytes[at], delimiterByte)) at++;
        cell(Math.min(start, at), at);
      }
      if (at >= bytes.length) return final ? at : -1;
      const byte = bytes[at];
      if (byte === delimiterByte) {
        at++;
        continue;
      }
      if (byte === LF) {
        lineEnds.lf++;
        return at + 1;
      }
      if (at + 1 >= bytes.length && !final) return -1;
      if (bytes[at + 1] === LF) {
        lineEnds.crlf++;
        return at + 2;
      }
      lineEnds.cr++;
      return at + 1;
    }
  };

  const run = (bytes: Buffer, final: boolean): number => {
    let from = 0;
    while (from < bytes.length) {
      if (skipping) {
        const stop = bytes.indexOf(LF, from);
        if (stop < 0) return bytes.length;
        skipping = false;
        line++;
        from = stop + 1;
        continue;
      }
      const next = readRecord(bytes, from, final);
      if (next >= 0) {
        sink.record(bytes, starts, ends, count, line, inner, broken);
        line += inner + 1;
        from = next;
        literalQuote = -1;
        continue;
      }
      if (!final && bytes.length - from <= LONGEST) return from;
      if (openAt >= 0) {
        openQuotes++;
        sink.openQuote(line + newlines(bytes, from, openAt), newlines(bytes, openAt, bytes.length));
        literalQuote = openAt;
        continue;
      }
      sink.longLine(line);
      skipping = true;
    }
    return from;
  };

  return {
    push(chunk) {
      const bytes =
        pending.length === 0
          ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
          : Buffer.concat([pending, chunk]);
      const used = run(bytes, false);
      // The quote's place is counted from the start of the record, which is where the rest starts.
      if (literalQuote >= 0) literalQuote -= used;
      pending = used === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(used));
    },
    end() {
      run(pending, true);
      return lineEnds;
    },
  };
}

const isEnd = (byte: number | undefined, delimiter: number): boolean =>
  byte === delimiter || byte === LF || byte === CR;

/** The quote that closes a cell: one that is not doubled. -1 where there is none. */
function closing(bytes: Buffer, from: number, quote: number): number {
  for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 2)) {
    if (bytes[at + 1] !== quote) return at;
  }
  return -1;
}

function newlines(bytes: Buffer, from: number, to: number): number {
  let n = 0;
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1)) n++;
  return n;
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
