import type { Files, Io, Stream } from '../../src/model/io.ts';

interface Options {
  readonly files?: Files;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly columns?: number;
  readonly signal?: AbortSignal;
}

/** An `Io` made of memory: what was written is read back as text. */
export function memoryIo(options: Options = {}): { readonly io: Io; out(): string; err(): string } {
  const out = { text: '' };
  const err = { text: '' };
  const io: Io = {
    stdout: stream(out, options.columns),
    stderr: stream(err, options.columns),
    stdin: { isTTY: false, read: async () => '' },
    env: options.env ?? {},
    cwd: options.cwd ?? '/nowhere',
    files: options.files ?? noFiles,
    signal: options.signal ?? new AbortController().signal,
  };
  return { io, out: () => out.text, err: () => err.text };
}

function stream(sink: { text: string }, columns: number | undefined): Stream {
  return {
    isTTY: columns !== undefined,
    columns: columns ?? null,
    write: (text) => {
      sink.text += text;
      return true;
    },
  };
}

const missing = async (): Promise<never> => {
  throw new Error('This test has no files');
};

const noFiles: Files = {
  read: missing,
  write: missing,
  writable: missing,
  locked: missing,
  stat: async () => null,
  real: missing,
  list: missing,
  sha256: missing,
};
