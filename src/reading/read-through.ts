import { createHash } from 'node:crypto';
import type { CsvDialect } from '../model/agreement.ts';
import type { Files, Task } from '../model/io.ts';
import type { SourceFile } from './source-file.ts';
import { bytesThrough } from './text/bytes.ts';
import { lineCounter } from './text/line-count.ts';
import { surplusCounter } from './text/surplus-cells.ts';

/** What is told of a file by all of its bytes. */
export interface ReadThrough {
  /** Of the file as it is, not of its text. */
  readonly sha256: string;
  /** Lines of its text that have something on them. */
  readonly filled: number;
  /** Lines on which rows end with empty cells beyond the last column. */
  readonly surplus: readonly number[];
}

/**
 * Reads a file that is its own text once for all. Nobody follows it: the engine, which reads at the same
 * time, is followed.
 */
export async function readThrough(
  source: SourceFile,
  csv: CsvDialect,
  files: Files,
  { signal }: Task,
): Promise<ReadThrough> {
  const { file, text, gzip } = source;
  const isOne = file === text && !gzip;
  const hash = createHash('sha256');
  const lines = lineCounter();
  const surplus = source.isMarked ? null : surplusCounter(source, csv);
  const other = isOne ? null : files.sha256(file);
  other?.catch(() => undefined);
  for await (const chunk of bytesThrough({ file: text, gzip, what: '', task: signal ? { signal } : {} })) {
    if (isOne) hash.update(chunk);
    lines.add(chunk);
    surplus?.add(chunk);
  }
  return {
    sha256: (await other) ?? hash.digest('hex'),
    filled: lines.filled(),
    surplus: surplus?.end() ?? [],
  };
}
