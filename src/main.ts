import type { Io } from './model/io.ts';
import { TOOL } from './model/tool.ts';

/**
 * The whole program: what was typed in, exit status out.
 * The only place that catches everything: a bug is one line and exit status 2, never a stack.
 */
export async function main(argv: readonly string[], given?: Io): Promise<number> {
  const { io, stop } = given ? { io: given, stop: () => {} } : await world();
  try {
    return await untilInterrupted(run(argv, io), io.signal);
  } finally {
    stop();
  }
}

async function world(): Promise<{ readonly io: Io; stop(): void }> {
  const [{ realIo }, { realFiles }] = await Promise.all([import('./cli/io.ts'), import('./files/disk.ts')]);
  return realIo(realFiles());
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    // Answered first because it is asked most often by scripts, and must not wait for a parser.
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      await io.stdout.write(`${TOOL.version}\n`);
      return 0;
    }
    const { runProgram } = await import('./cli/program.ts');
    return await runProgram(argv, io);
  } catch (error) {
    if (io.signal.aborted) return statusOf(io.signal);
    const { problemText } = await import('./cli/problem.ts');
    await io.stderr.write(problemText(error, io.env.SLA_DEBUG === '1'));
    return 2;
  }
}

/** 130 for Ctrl-C, and where nobody says why. */
const statusOf = ({ reason }: AbortSignal): number =>
  reason instanceof Error && 'status' in reason ? Number(reason.status) : 130;

/** Ctrl-C: the work in hand has a moment to put its files in order. */
async function untilInterrupted(work: Promise<number>, signal: AbortSignal): Promise<number> {
  const grace = new Promise<number>((resolve) => {
    const wait = () => setTimeout(() => resolve(statusOf(signal)), 1000).unref();
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait, { once: true });
  });
  const status = await Promise.race([work, grace]);
  return signal.aborted ? statusOf(signal) : status;
}
