import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One program to measure: arguments of `node`. */
export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  /** Also measure its memory; costs a few milliseconds of start. */
  readonly memory?: boolean;
}

export interface Figures {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** Bytes; null where it was not measured. */
  readonly peak: number | null;
  /** Of the last run. */
  readonly stdout: string;
}

/** Runs the programs in turn, A B C A B C …, so that a slow moment of the machine meets them all. Milliseconds of wall time. */
export async function inTurn(programs: readonly Program[], rounds: number): Promise<Figures[]> {
  const runs = programs.map((): { ms: number[]; peaks: number[]; stdout: string } => ({
    ms: [],
    peaks: [],
    stdout: '',
  }));
  for (let round = -1; round < rounds; round++) {
    for (const [index, program] of programs.entries()) {
      const { ms, peak, stdout } = await once(program);
      const into = runs[index];
      if (into === undefined || round < 0) continue; // the first round warms the disk cache
      into.ms.push(ms);
      if (peak !== null) into.peaks.push(peak);
      into.stdout = stdout;
    }
  }
  return runs.map(({ ms, peaks, stdout }) => {
    const sorted = [...ms].sort((a, b) => a - b);
    return {
      median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
      min: sorted[0] ?? Number.NaN,
      max: sorted.at(-1) ?? Number.NaN,
      peak: peaks.length > 0 ? Math.max(...peaks) : null,
      stdout,
    };
  });
}

async function once(program: Program): Promise<{ ms: number; peak: number | null; stdout: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'sla-bench-'));
  const peakFile = join(folder, 'peak');
  const preload = program.memory ? ['--import', new URL('peak.js', import.meta.url).href] : [];
  const started = performance.now();
  const { status, stdout, stderr } = await run([...preload, ...program.args], {
    ...process.env,
    BENCH_PEAK: peakFile,
    BENCH_TEMP: folder,
    CI: '1',
  });
  const ms = performance.now() - started;
  // 1 is an answer too: a commitment was missed.
  if (status !== 0 && status !== 1)
    throw new Error(`${program.name} ended with ${status}: ${stderr}${stdout.slice(0, 500)}`);
  const peak = existsSync(peakFile) ? Number(readFileSync(peakFile, 'utf8')) : null;
  rmSync(folder, { recursive: true });
  return { ms, peak, stdout };
}

function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}
