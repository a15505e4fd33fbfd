import { open } from 'node:fs/promises';
import { bytesOf } from './text-file.ts';

/** Bytes 0x80 to 0x9F of windows-1252; the five that it leaves open are themselves. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export type Encoding = 'windows-1252' | 'utf-16le' | 'utf-16be';

/**
 * Writes a file's text as UTF-8, chunk by chunk. `latin-1` is read as windows-1252, as browsers do: it differs in control
 * characters alone, which no export holds. Throws a TypeError where the bytes are not of the encoding.
 */
export async function transcode(
  file: string,
  gzip: boolean,
  encoding: Encoding,
  target: string,
): Promise<void> {
  const out = await open(target, 'wx', 0o600);
  try {
    if (encoding === 'windows-1252') {
      for await (const chunk of bytesOf(file, gzip)) await out.writeFile(fromWindows1252(chunk));
      return;
    }
    const decoder = new TextDecoder(encoding, { fatal: true });
    for await (const chunk of bytesOf(file, gzip))
      await out.writeFile(decoder.decode(chunk, { stream: true }));
    await out.writeFile(decoder.decode());
  } finally {
    await out.close();
  }
}

const UTF8: readonly Buffer[] = Array.from({ length: 256 }, (_, byte) =>
  Buffer.from(byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] ?? '') : String.fromCharCode(byte)),
);

/** By table: the decoder of some Node versions reads windows-1252 as latin-1. */
export function fromWindows1252(bytes: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(bytes.length * 3);
  let size = 0;
  for (const byte of bytes) {
    if (byte < 0x80) {
      out[size++] = byte;
      continue;
    }
    for (const unit of UTF8[byte] ?? []) out[size++] = unit;
  }
  return out.subarray(0, size);
}
