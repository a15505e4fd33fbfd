import { isAscii } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { Task } from '../../model/io.ts';
import { bytesThrough } from './bytes.ts';

/** Bytes 0x80 to 0x9F of windows-1252; the five that it leaves open are themselves. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** A file whose text is to be written as UTF-8. */
export interface TextToWrite {
  readonly file: string;
  readonly gzip: boolean;
  readonly encoding: Encoding;
  /** Must not be there. */
  readonly target: string;
  readonly task: Task;
  /** The step, in words. */
  readonly what: string;
}

/**
 * Writes a file's text as UTF-8, chunk by chunk. `latin-1` is read as windows-1252, as browsers do: it
 * differs in control characters alone, which no export holds. Throws a TypeError where the bytes are not of
 * the encoding.
 */
export async function transcode({ file, gzip, encoding, target, task, what }: TextToWrite): Promise<void> {
  const out = await open(target, 'wx', 0o600);
  try {
    if (encoding === 'utf-8') {
      for await (const chunk of bytesThrough({ file, gzip, what, task })) await out.writeFile(chunk);
      return;
    }
    if (encoding === 'windows-1252') {
      for await (const chunk of bytesThrough({ file, gzip, what, task }))
        await out.writeFile(fromWindows1252(chunk));
      return;
    }
    const decoder = new TextDecoder(encoding, { fatal: true });
    for await (const chunk of bytesThrough({ file, gzip, what, task }))
      await out.writeFile(decoder.decode(chunk, { stream: true }));
    await out.writeFile(decoder.decode());
  } finally {
    await out.close();
  }
}

/**
 * The UTF-8 of each byte from 0x80 up, at most three bytes, the first the lowest; 0 where there is no more.
 */
const UTF8 = Int32Array.from({ length: 256 }, (_, byte) => {
  const text = byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] ?? '') : String.fromCharCode(byte);
  return Buffer.from(text).reduce((sum, unit, k) => sum | (unit << (8 * k)), 0);
});

/** By table: the decoder of some Node versions reads windows-1252 as latin-1. */
export function fromWindows1252(bytes: Uint8Array): Buffer {
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const out = Buffer.allocUnsafe(bytes.length * 3);
  const [from, to] = [viewOf(bytes), viewOf(out)];
  const { length } = bytes;
  let size = 0;
  let at = 0;
  while (at < length) {
    // Most bytes are ASCII: four at once.
    while (at + 4 <= length) {
      const word = from.getInt32(at, true);
      if ((word & 0x80808080) !== 0) break;
      to.setInt32(size, word, true);
      at += 4;
      size += 4;
    }
    for (const stop = Math.min(length, at + 4); at < stop; at++) {
      const byte = bytes[at] as number;
      if (byte < 0x80) {
        out[size++] = byte;
        continue;
      }
      for (let units = UTF8[byte] as number; units !== 0; units >>>= 8) out[size++] = units & 0xff;
    }
  }
  return out.subarray(0, size);
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);
