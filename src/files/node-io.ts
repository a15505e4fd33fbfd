import type { Io, Stream } from '../model/io.ts';
import { realFiles } from './disk.ts';

/** What a caller of the library says of its world; the rest is as in its process. */
export interface NodeIoOptions {
  /** Where relative paths start; default: the working directory. */
  readonly cwd?: string;
  readonly env?: Io['env'];
  /** Ends the work before it is done. */
  readonly signal?: AbortSignal;
}

/** The disk and the environment of this process, with nobody to write to and nobody to ask. */
export function nodeIo({ cwd, env, signal }: NodeIoOptions = {}): Io {
  return {
    stdout: SILENT,
    stderr: SILENT,
    stdin: { isTTY: false, read: async () => '' },
    env: env ?? process.env,
    cwd: cwd ?? process.cwd(),
    files: realFiles(),
    signal: signal ?? new AbortController().signal,
  };
}

const SILENT: Stream = { isTTY: false, columns: null, write: () => true };
