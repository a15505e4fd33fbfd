import { t } from '../messages/index.ts';
import type { Files, Io, Stream } from '../model/io.ts';

/** The program's view of this process. */
export interface RealIo {
  readonly io: Io;
  /** Must be called once the program has ended. */
  stop(): void;
  /** After a signal: ends the process by it, at once, whatever its threads are at. */
  end(): void;
}

/** `tidy` removes at once what the process would remove when it ends. */
export function realIo(files: Files, tidy: () => void): RealIo {
  const interrupt = new AbortController();
  // The first signal asks the work to end, a second one waits for nothing; both let the process remove what
  // it made.
  const signals = Object.entries(SIGNALS).map(([name, status]) => {
    const listener = () => {
      if (interrupt.signal.aborted) end();
      else interrupt.abort(new Interrupted(name as keyof typeof SIGNALS, status));
    };
    process.on(name, listener);
    return { name, listener };
  });
  const unlisten = () => {
    for (const { name, listener } of signals) process.removeListener(name, listener);
  };
  const end = () => {
    tidy();
    const { signal, status } = interrupt.signal.reason as Interrupted;
    if (process.platform !== 'win32') {
      // To exit is to wait for the threads of the engine, which may plan a statement for minutes. A signal
      // that nobody listens to waits for nothing, and shells tell the same status.
      unlisten();
      process.kill(process.pid, signal);
    }
    // Where there are no such signals, or where the first process of a container ignores them.
    process.exit(status);
  };
  const io: Io = {
    stdout: streamOf(process.stdout),
    // What standard error does not take can be said nowhere.
    stderr: quiet(streamOf(process.stderr)),
    stdin: {
      // Asked for when it is needed: to look is to open it.
      get isTTY() {
        return process.stdin.isTTY === true;
      },
      read: readStdin,
      line: readLine,
    },
    env: process.env,
    cwd: process.cwd(),
    files,
    signal: interrupt.signal,
  };
  const stop = () => {
    // Interrupted, the process is about to end: a further signal is not to end it before its folders are
    // gone.
    if (!interrupt.signal.aborted) unlisten();
  };
  return { io, stop, end };
}

/**
 * What ends a run from outside, each with its exit status: Ctrl-C, a supervisor, a terminal that is closed.
 */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Why the run's signal was aborted. */
class Interrupted extends Error {
  readonly signal: keyof typeof SIGNALS;
  readonly status: number;

  constructor(signal: keyof typeof SIGNALS, status: number) {
    super('Interrupted');
    this.name = 'Interrupted';
    this.signal = signal;
    this.status = status;
  }
}

/** Standard output took no more although its reader is there: the answer did not arrive. */
export class OutputProblem extends Error {
  constructor(error: NodeJS.ErrnoException) {
    const reason = error.code === 'ENOSPC' ? t`there is no space left` : (error.code ?? error.message);
    super(t`Standard output can't be written: ${reason}`);
    this.name = 'OutputProblem';
  }
}

/**
 * A write settles once the text is handed over, so that a slow reader holds the program back. A reader that
 * has gone (`| head`) is no error; any other refusal rejects with an `OutputProblem`.
 */
export function streamOf(target: NodeJS.WriteStream): Stream {
  let failure: NodeJS.ErrnoException | null = null;
  const failed = (error: NodeJS.ErrnoException) => {
    failure ??= error;
  };
  // Without a listener the error would end the process; each write hears of it by itself.
  target.on('error', failed);
  const outcome = (error: NodeJS.ErrnoException): Promise<boolean> =>
    isReaderGone(error) ? Promise.resolve(false) : Promise.reject(new OutputProblem(error));
  return {
    isTTY: target.isTTY === true,
    columns: target.isTTY ? target.columns : null,
    async write(text) {
      if (failure === null) {
        await new Promise<void>((resolve) => {
          target.write(text, (error) => {
            if (error) failed(error);
            resolve();
          });
        });
      }
      return failure === null ? true : outcome(failure);
    },
  };
}

/** The second is the word of Node itself for a write after the pipe broke. */
function isReaderGone({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

function quiet(stream: Stream): Stream {
  return { ...stream, write: async (text) => Promise.resolve(stream.write(text)).catch(() => false) };
}

/** One line of a terminal; what was typed ahead of the next question waits in the stream. */
async function readLine(): Promise<string | null> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, terminal: false });
  try {
    for await (const line of lines) return line;
    return null;
  } finally {
    lines.close();
  }
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
