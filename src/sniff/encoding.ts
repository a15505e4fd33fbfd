import { isAscii, isUtf8 } from 'node:buffer';
import { t } from '../messages/index.ts';
import { figure } from '../messages/numbers.ts';
import type { CsvDialect } from '../model/agreement.ts';

/** What the bytes of a whole file say of their encoding. */
export interface EncodingFacts {
  /** Every byte is part of a UTF-8 character. */
  readonly valid: boolean;
  /** Bytes from 0x80 up. */
  readonly high: number;
  /** Bytes 0x80 to 0x9F, which windows-1252 has and Latin-1 leaves to control characters. */
  readonly c1: number;
  readonly nulls: number;
  /** Windows-1252 letters and UTF-8 sequences in one file: two exports pasted together. */
  readonly mixed: boolean;
}

export interface EncodingWatcher {
  push(chunk: Uint8Array): void;
  end(): EncodingFacts;
}

/** Looks at every byte of a file, chunk by chunk; a character may be cut by the end of a chunk. */
export function watchEncoding(): EncodingWatcher {
  let carry = new Uint8Array(0);
  const facts = { valid: true, high: 0, c1: 0, nulls: 0, sequences: 0 };
  return {
    push(chunk) {
      for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) facts.nulls++;
      const before = facts.high;
      if (!isAscii(chunk)) countHigh(chunk, facts);
      if (!facts.valid || (facts.high === before && carry.length === 0)) return;
      const whole = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
      const cut = lastBoundary(whole);
      if (!isUtf8(whole.subarray(0, cut))) facts.valid = false;
      carry = Uint8Array.from(whole.subarray(cut));
    },
    end() {
      if (carry.length > 0 && !isUtf8(carry)) facts.valid = false;
      const { valid, high, c1, nulls, sequences } = facts;
      // An accented letter of UTF-8 is two high bytes, the first 0xC3: windows-1252 text holds that pair
      // rarely.
      return { valid, high, c1, nulls, mixed: !valid && sequences > 0 && sequences * 2 < high };
    },
  };
}

/** `sequences`: pairs that are an accented Latin letter in UTF-8. */
type HighBytes = { high: number; c1: number; sequences: number };

const TOPS = 0x80808080 | 0;

/** Most bytes are ASCII: four are looked at together where the chunk lies so in memory. */
function countHigh(chunk: Uint8Array, facts: HighBytes): void {
  const aligned = chunk.byteOffset % 4 === 0 ? chunk.length & ~3 : 0;
  const words = new Int32Array(chunk.buffer, aligned === 0 ? 0 : chunk.byteOffset, aligned >> 2);
  let high = 0;
  let c1 = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as number;
    const tops = word & TOPS;
    if (tops === 0) continue;
    high += sumOfTops(tops);
    // Of 0x80 to 0x9F the next two bits are 0.
    c1 += sumOfTops(tops & ~(word << 1) & ~(word << 2));
  }
  for (let i = aligned; i < chunk.length; i++) {
    const byte = chunk[i] as number;
    if (byte >= 0x80) high++;
    if (byte >= 0x80 && byte < 0xa0) c1++;
  }
  facts.high += high;
  facts.c1 += c1;
  facts.sequences += sequencesIn(chunk);
}

/** How many of the four top bits are set. */
const sumOfTops = (tops: number): number => Math.imul(tops >>> 7, 0x01010101) >>> 24;

function sequencesIn(chunk: Uint8Array): number {
  let found = 0;
  for (let at = chunk.indexOf(0xc3); at >= 0; at = chunk.indexOf(0xc3, at + 1)) {
    const next = chunk[at + 1] ?? 0;
    if (next >= 0x80 && next < 0xc0) found++;
  }
  return found;
}

/** Where the last character that the chunk holds whole ends: at most three bytes before its end. */
function lastBoundary(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

type Bom = 'utf-8' | 'utf-16' | null;

/** Of a text in another encoding, whose name is `other`, the one in which it is to be saved. */
export function encodingOf({ valid }: EncodingFacts, bom: Bom, other: string | null): CsvDialect['encoding'] {
  if (bom === 'utf-16') return 'utf-16';
  return valid || other !== null ? 'utf-8' : 'windows-1252';
}

export function encodingEvidence(facts: EncodingFacts, bom: Bom, other: string | null): string {
  if (other !== null) return t`once it is saved so: its bytes look like ${other}`;
  if (bom === 'utf-16') return t`UTF-16, by its byte order mark or its zero bytes`;
  const high = figure(facts.high);
  if (facts.valid) {
    const what =
      facts.high === 0
        ? t`every byte is ASCII, the same in all encodings`
        : t`the whole file is valid UTF-8, ${high} bytes beyond ASCII`;
    return bom === 'utf-8' ? t`with a byte order mark; ${what}` : what;
  }
  return facts.c1 > 0
    ? t`not UTF-8: ${high} bytes beyond ASCII, some of them are of windows-1252 only`
    : t`not UTF-8: ${high} bytes beyond ASCII, Latin-1 reads the same`;
}
