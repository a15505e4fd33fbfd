import { createHash } from 'node:crypto';
import type { CsvDialect } from '../model/agreement.ts';
import type { Files, Task } from '../model/io.ts';
import type { SourceFile } from './source-file.ts';
import { bytesThrough } from './text/bytes.ts';
import { lineCounter } from './text/line-count.ts';
import { rowWatch } from './text/row-watch.ts';

/** What is told of a file by all of its bytes. */
export interface ReadThrough {
  /** Of the file as it is, not of its text. */
  readonly sha256: string;
  /** Lines of its text that have something on them. */
  readonly filled: number;
  /** Lines on which rows end with empty cells beyond the last column. */
  readonly surplus: readonly number[];
  /** Whether it was not read to its end, because it is no export. */
  readonly isHopeless: boolean;
}

/** Bytes that are counted before the engine begins: it keeps a text of each line that it can't cut. */
const HEAD_START = 32_000_000;

/** A reading that goes on. */
export interface Reading {
  /** Whether the file may be scanned, once enough of it was seen. */
  readonly isPromising: Promise<boolean>;
  readonly whole: Promise<ReadThrough>;
}

/** Of a table of typed columns: its bytes have no lines, and are hashed, but for rows that came from a server. */
export function beginHash({ file, fetched }: SourceFile, files: Files): Reading {
  const digest = fetched ? Promise.resolve(fetched.sha256) : files.sha256(file);
  const whole = digest.then((sha256): ReadThrough => ({ sha256, filled: 0, surplus: [], isHopeless: false }));
  return { whole, isPromising: Promise.resolve(true) };
}

/** Begins to read a file through; `givenUp` is called where it turns out to be no export. */
export function beginReading(
  source: SourceFile,
  csv: CsvDialect,
  files: Files,
  { task, givenUp }: { readonly task: Task; readonly givenUp: () => void },
): Reading {
  let goOn: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const whole = readThrough(source, csv, files, {
    task,
    passed: (bytes) => {
      if (bytes >= HEAD_START) goOn();
    },
  });
  const ended = whole.then(({ isHopeless }) => {
    if (isHopeless) givenUp();
    return !isHopeless;
  });
  const isPromising = Promise.race([ended, started.then(() => true)]);
  // Interrupted or failed before the engine begins, nobody has asked yet: who asks is still told.
  isPromising.catch(() => undefined);
  return { whole, isPromising };
}

/**
 * Reads a file that is its own text once for all. Nobody follows it: the engine, which reads at the same
 * time, is followed.
 */
async function readThrough(
  source: SourceFile,
  csv: CsvDialect,
  files: Files,
  { task: { signal }, passed }: { readonly task: Task; readonly passed: (bytes: number) => void },
): Promise<ReadThrough> {
  const { file, text, gzip } = source;
  const isOne = file === text && !gzip;
  const hash = createHash('sha256');
  const lines = lineCounter();
  const rows = source.isMarked ? null : rowWatch(source, csv);
  let bytes = 0;
  const other = isOne ? null : files.sha256(file);
  other?.catch(() => undefined);
  for await (const chunk of bytesThrough({ file: text, gzip, what: '', task: signal ? { signal } : {} })) {
    if (isOne) hash.update(chunk);
    lines.add(chunk);
    rows?.add(chunk);
    if (rows?.isHopeless()) break;
    bytes += chunk.length;
    passed(bytes);
  }
  return {
    sha256: (await other) ?? hash.digest('hex'),
    filled: lines.filled(),
    surplus: rows?.end() ?? [],
    isHopeless: rows?.isHopeless() ?? false,
  };
}
