import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One program to measure: arguments of `node`, or of another command. */
export interface Program {
  readonly name: string;
  readonly command?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** Any status but 2 is an answer: it was used in a wrong way, or has a fault. */
  readonly mayFail?: boolean;
  /** Also measure its memory and its processor time; costs a few milliseconds of start. */
  readonly inside?: boolean;
}

export interface Figures {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** Bytes; null where it was not measured. */
  readonly peak: number | null;
  /** Milliseconds of all threads, the median; null where they were not measured. */
  readonly cpu: number | null;
  /** Of the last run. */
  readonly stdout: string;
}

/** Runs the programs in turn, A B C A B C …, so that a slow moment of the machine meets them all. Milliseconds of wall time. */
export async function inTurn(programs: readonly Program[], rounds: number): Promise<Figures[]> {
  const runs = programs.map((): { ms: number[]; peaks: number[]; cpu: number[]; stdout: string } => ({
    ...{ ms: [], peaks: [], cpu: [] },
    stdout: '',
  }));
  // The first round warms the disk cache; for one round alone that is not worth the wait.
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round++) {
    for (const [index, program] of programs.entries()) {
      const { ms, inside, stdout } = await once(program);
      const into = runs[index];
      if (into === undefined || round < 0) continue;
      into.ms.push(ms);
      if (inside !== null) {
        into.peaks.push(inside.peak);
        into.cpu.push(inside.cpu);
      }
      into.stdout = stdout;
    }
  }
  return runs.map(({ ms, peaks, cpu, stdout }) => {
    const sorted = ascending(ms);
    return {
      median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
      min: sorted[0] ?? Number.NaN,
      max: sorted.at(-1) ?? Number.NaN,
      peak: peaks.length > 0 ? Math.max(...peaks) : null,
      cpu: ascending(cpu)[Math.floor(cpu.length / 2)] ?? null,
      stdout,
    };
  });
}

const ascending = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);

interface Inside {
  readonly peak: number;
  readonly cpu: number;
}

async function once(program: Program): Promise<{ ms: number; inside: Inside | null; stdout: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'sla-bench-'));
  const peakFile = join(folder, 'peak');
  const preload =
    program.inside && !program.command ? ['--import', new URL('peak.js', import.meta.url).href] : [];
  const started = performance.now();
  const { status, stdout, stderr } = await run(
    program.command ?? process.execPath,
    [...preload, ...program.args],
    {
      ...process.env,
      ...program.env,
      BENCH_PEAK: peakFile,
      BENCH_TEMP: folder,
      CI: '1',
    },
  );
  const ms = performance.now() - started;
  // 1 is an answer too: a commitment was missed.
  if (status === 2 || (status !== 0 && status !== 1 && !program.mayFail))
    throw new Error(`${program.name} ended with ${status}: ${stderr}${stdout.slice(0, 500)}`);
  const inside = existsSync(peakFile) ? (JSON.parse(readFileSync(peakFile, 'utf8')) as Inside) : null;
  rmSync(folder, { recursive: true });
  return { ms, inside, stdout };
}

function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
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
