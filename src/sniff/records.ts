/** Bytes of a record beyond which something is wrong with it. */
const LONGEST = 4 << 20;

/** Quotes that are never closed, after which quotes are no longer believed. */
const MOST_OPEN_QUOTES = 20;

const [LF, CR, SPACE] = [10, 13, 32];

/** What takes the records of a file, one at a time. The arrays are used again for the next record. */
export interface RecordSink {
  /**
   * `view` is of the same bytes. Cell `k` is `bytes` from `starts[k]` to `ends[k]`, without its quotes but
   * with those inside it doubled. `line` is the physical line of the record's start, `inner` the line
   * breaks inside its cells, `broken` whether text follows a closing quote. Positional because it is called for each record: an
   * object each would double the time.
   */
  record(
    bytes: Buffer,
    view: DataView,
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

/**
 * Cuts bytes into records and cells, in constant memory: it holds one unfinished record. Long because it is
 * one loop over bytes: its states are local variables, for a call a byte would double the time.
 */
export function scanner(delimiter: string, quote: string, sink: RecordSink): Scanner {
  const [delimiterByte, quoteByte] = [delimiter.charCodeAt(0), quote.charCodeAt(0)];
  const isEnd = new Uint8Array(256);
  for (const byte of [delimiterByte, LF, CR]) isEnd[byte] = 1;
  const lineEnds: LineEnds = { crlf: 0, lf: 0, cr: 0 };
  let starts = new Int32Array(256);
  let ends = new Int32Array(256);
  /**
   * The bytes in hand, of which the last record is unfinished: `rest` bytes at the front between two
   * chunks.
   */
  let work: Buffer = Buffer.alloc(0);
  let rest = 0;
  let view: DataView = viewOf(work);
  let line = 1;
  let openQuotes = 0;
  let literalQuote = -1;
  let skipping = false;

  // Of the record being read.
  let count = 0;
  let inner = 0;
  let broken = false;
  let openAt = -1;

  const delimiters = delimiterByte * 0x01010101;

  /**
   * Where the plain cell that begins at `from` ends, four bytes at a time: at its delimiter, or at a
   * control character.
   */
  const endOfCell = (bytes: Buffer, from: number): number => {
    const { length } = bytes;
    let at = from;
    for (;;) {
      while (at + 4 <= length) {
        const word = view.getInt32(at, true);
        const other = word ^ delimiters;
        const ends = (((other - 0x01010101) & ~other) | ((word - 0x20202020) & ~word)) & 0x80808080;
        if (ends === 0) {
          at += 4;
          continue;
        }
        // The lowest mark is exact, those above it need not be.
        at += (31 - Math.clz32(ends & -ends)) >> 3;
        break;
      }
      while (at < length && isEnd[bytes[at] as number] === 0) at++;
      return at;
    }
  };

  /** Position after the record that starts at `from`; -1 where the bytes end before it does. */
  const readRecord = (bytes: Buffer, from: number, final: boolean): number => {
    const { length } = bytes;
    count = 0;
    inner = 0;
    broken = false;
    openAt = -1;
    let at = from;
    for (;;) {
      if (count === starts.length) {
        starts = grown(starts);
        ends = grown(ends);
      }
      let start = at;
      while (start < length && bytes[start] === SPACE) start++;
      const quoted =
        start < length &&
        bytes[start] === quoteByte &&
        start !== literalQuote &&
        openQuotes < MOST_OPEN_QUOTES;
      if (quoted) {
        const close = closing(bytes, start + 1, quoteByte);
        if (close < 0 || (close === length - 1 && !final)) {
          openAt = close < 0 ? start : -1;
          return -1;
        }
        inner += newlines(bytes, start, close);
        starts[count] = start + 1;
        ends[count] = close;
        at = close + 1;
        while (at < length && isEnd[bytes[at] as number] === 0) {
          if (bytes[at] !== SPACE) broken = true;
          at++;
        }
      } else {
        at = endOfCell(bytes, start);
        starts[count] = start;
        ends[count] = at;
      }
      count++;
      if (at >= length) return final ? at : -1;
      const byte = bytes[at];
      if (byte === delimiterByte) {
        at++;
        continue;
      }
      if (byte === LF) {
        lineEnds.lf++;
        return at + 1;
      }
      if (at + 1 >= length && !final) return -1;
      if (at + 1 < length && bytes[at + 1] === LF) {
        lineEnds.crlf++;
        return at + 2;
      }
      lineEnds.cr++;
      return at + 1;
    }
  };

  const run = (bytes: Buffer, final: boolean): number => {
    let from = 0;
    view = viewOf(bytes);
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
        sink.record(bytes, view, starts, ends, count, line, inner, broken);
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
      const size = rest + chunk.length;
      if (size > work.length) {
        const larger = Buffer.allocUnsafeSlow(size * 2);
        work.copy(larger, 0, 0, rest);
        work = larger;
      }
      work.set(chunk, rest);
      const used = run(work.subarray(0, size), false);
      // The quote's place is counted from the start of the record, which is where the rest starts.
      if (literalQuote >= 0) literalQuote -= used;
      work.copyWithin(0, used, size);
      rest = size - used;
    },
    end() {
      run(work.subarray(0, rest), true);
      return lineEnds;
    },
  };
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

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
