import { open } from 'node:fs/promises';

/** Ctrl-Z, by which DOS ends a text: programs of that age still write it behind the last line. */
const DOS_END = 0x1a;

/** More of them than any program writes are data. */
const MOST = 16;

/** How long a text is without a Ctrl-Z at its end; null where none stands there. */
export async function lengthBeforeDosEnd(file: string): Promise<number | null> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - MOST);
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(MOST), 0, MOST, from);
    const end = lengthWithout(buffer.subarray(0, bytesRead));
    return end === bytesRead ? null : from + end;
  } finally {
    await handle.close();
  }
}

/** The same bytes without a Ctrl-Z at their end. */
export async function* withoutDosEnd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = 0;
  for await (const chunk of chunks) {
    if (held > 0 && chunk.length > 0) yield new Uint8Array(held).fill(DOS_END);
    const end = lengthWithout(chunk);
    held = chunk.length - end;
    yield chunk.subarray(0, end);
  }
}

function lengthWithout(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === DOS_END) end--;
  return end;
}
