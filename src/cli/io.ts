import type { Files, Io, Stream } from '../model/io.ts';

/** The program's view of this process. `stop` must be called once the program has ended. */
export function realIo(files: Files): { readonly io: Io; stop(): void } {
  const interrupt = new AbortController();
  // Only the first Ctrl-C is ours: a second one ends a program that does not listen.
  const onInterrupt = () => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  const io: Io = {
    stdout: streamOf(process.stdout),
    stderr: streamOf(process.stderr),
    stdin: { isTTY: process.stdin.isTTY === true, read: readStdin, line: readLine },
    env: process.env,
    cwd: process.cwd(),
    files,
    signal: interrupt.signal,
  };
  return { io, stop: () => process.removeListener('SIGINT', onInterrupt) };
}

/** A write settles once the text is handed over, so that a slow reader holds the program back. */
export function streamOf(target: NodeJS.WriteStream): Stream {
  let gone = false;
  target.on('error', () => {
    gone = true;
  });
  return {
    isTTY: target.isTTY === true,
    columns: target.isTTY ? target.columns : null,
    write: (text) =>
      gone
        ? false
        : new Promise<boolean>((resolve) => {
            target.write(text, (error) => {
              if (error) gone = true;
              resolve(!gone);
            });
          }),
  };
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
