import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One program to measure: arguments of `node`, or of another command, which writes what it used to the file BENCH_PEAK itself. */
export interface Program {
  readonly name: string;
  readonly command?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** A module that Node loads first. */
  readonly preload?: string;
}

export interface Figures {
  /** Milliseconds of all threads, user and system: the least of all runs, for what others do on the machine only adds to it. */
  readonly cpu: number;
  /** Milliseconds by the clock, the least. */
  readonly wall: number;
  /** Bytes of memory, the most of all runs. */
  readonly peak: number;
  /** How the runs ended: more than one where the same run ends otherwise from time to time. */
  readonly statuses: readonly number[];
  /** How many different answers the runs gave. */
  readonly answers: number;
  /** Of the last run. */
  readonly stdout: string;
  readonly stderr: string;
}

interface Run {
  readonly cpu: number;
  readonly wall: number;
  readonly peak: number;
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the programs in turn, A B C A B C …, so that a slow moment of the machine meets them all. */
export async function inTurn(programs: readonly Program[], rounds: number): Promise<Figures[]> {
  const runs = programs.map((): Run[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, program] of programs.entries()) runs[index]?.push(await once(program));
  return runs.map((each) => {
    const last = each.at(-1);
    const [stdout, stderr] = [last?.stdout ?? '', last?.stderr ?? ''];
    return {
      cpu: Math.min(...each.map(({ cpu }) => cpu)),
      wall: Math.min(...each.map(({ wall }) => wall)),
      peak: Math.max(...each.map(({ peak }) => peak)),
      statuses: [...new Set(each.map(({ status }) => status))],
      answers: new Set(each.map((one) => createHash('sha256').update(one.stdout).digest('hex'))).size,
      ...{ stdout, stderr },
    };
  });
}

async function once(program: Program): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'sla-bench-'));
  const used = join(folder, 'used');
  const own = [new URL('peak.js', import.meta.url).href, ...(program.preload ? [program.preload] : [])];
  const preload = program.command ? [] : own.flatMap((module) => ['--import', module]);
  const started = performance.now();
  const outcome = await run(program.command ?? process.execPath, [...preload, ...program.args], {
    ...process.env,
    ...program.env,
    ...{ BENCH_PEAK: used, BENCH_TEMP: folder, CI: '1' },
  });
  const wall = performance.now() - started;
  const inside: unknown = existsSync(used)
    ? JSON.parse(readFileSync(used, 'utf8'))
    : { cpu: Number.NaN, peak: Number.NaN };
  rmSync(folder, { recursive: true });
  return { wall, ...(inside as { cpu: number; peak: number }), ...outcome };
}

function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status, signal) =>
      resolve({
        status: status ?? (signal === 'SIGKILL' ? 137 : 134),
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
      }),
    );
  });
}
