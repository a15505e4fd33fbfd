import type { RealIo } from './cli/io.ts';
import type { Io } from './model/io.ts';
import { TOOL } from './model/tool.ts';

/**
 * The whole program: what was typed in, exit status out.
 * The only place that catches everything: a bug is one line and exit status 2, never a stack.
 */
export async function main(argv: readonly string[], given?: Io): Promise<number> {
  const { io, stop, end } = given ? { io: given, stop: () => {}, end: () => {} } : await world();
  try {
    return await untilInterrupted(run(argv, io), io.signal, end);
  } finally {
    stop();
  }
}

async function world(): Promise<RealIo> {
  const [{ realIo }, { realFiles }, { removeAll }] = await Promise.all([
    import('./cli/io.ts'),
    import('./files/disk.ts'),
    import('./files/at-exit.ts'),
  ]);
  return realIo(realFiles(), removeAll);
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
    // Nothing was written yet: `bin/sla.js` asks the whole program in place of the script of short commands.
    if (error instanceof Error && error.name === 'NotShort') throw error;
    const { problemText } = await import('./cli/problem.ts');
    await io.stderr.write(problemText(error, io.env.SLA_DEBUG === '1'));
    return 2;
  }
}

/** 130 for Ctrl-C, and where nobody says why. */
const statusOf = ({ reason }: AbortSignal): number =>
  reason instanceof Error && 'status' in reason ? Number(reason.status) : 130;

/** Ctrl-C: the work in hand has a moment to put its files in order, then `end` ends it where it is. */
async function untilInterrupted(
  work: Promise<number>,
  signal: AbortSignal,
  end: () => void,
): Promise<number> {
  const grace = new Promise<'over'>((resolve) => {
    const wait = () => setTimeout(() => resolve('over'), 1000).unref();
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait, { once: true });
  });
  const status = await Promise.race([work, grace]);
  if (status === 'over') end();
  return status === 'over' || signal.aborted ? statusOf(signal) : status;
}
