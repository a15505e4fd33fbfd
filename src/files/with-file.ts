import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Files, Io } from '../model/io.ts';

/** The machine with one file more, which is nowhere: so that an agreement is judged before it is written. */
export function withFile(io: Io, path: string, text: string): Io {
  const bytes = Buffer.from(text);
  const files: Files = {
    ...io.files,
    read: async (wanted) => (wanted === path ? bytes : io.files.read(wanted)),
    stat: async (wanted) =>
      wanted === path ? { kind: 'file', bytes: bytes.length, modified: 0 } : io.files.stat(wanted),
    real: async (wanted) =>
      wanted === path ? join(await io.files.real(dirname(path)), basename(path)) : io.files.real(wanted),
    sha256: async (wanted) =>
      wanted === path ? createHash('sha256').update(bytes).digest('hex') : io.files.sha256(wanted),
  };
  return { ...io, files };
}
