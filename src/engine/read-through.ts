import { createHash } from 'node:crypto';
import type { Files, Task } from '../model/io.ts';
import { lineCounter } from './line-count.ts';
import type { SourceFile } from './source-file.ts';
import { bytesThrough } from './text-file.ts';

/** What is told of a file by all of its bytes. */
export interface ReadThrough {
  /** Of the file as it is, not of its text. */
  readonly sha256: string;
  /** Lines of its text that have something on them. */
  readonly filled: number;
}

/** Reads a file that is its own text once for both. Nobody follows it: the engine, which reads at the same time, is followed. */
export async function readThrough(source: SourceFile, files: Files, { signal }: Task): Promise<ReadThrough> {
  const { file, text, gzip } = source;
  const isOne = file === text && !gzip;
  const hash = createHash('sha256');
  const lines = lineCounter();
  const other = isOne ? null : files.sha256(file);
  other?.catch(() => undefined);
  for await (const chunk of bytesThrough(text, gzip, '', signal ? { signal } : {})) {
    if (isOne) hash.update(chunk);
    lines.add(chunk);
  }
  return { sha256: (await other) ?? hash.digest('hex'), filled: lines.filled() };
}
