import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { misbehaviour, type Outcome, sla } from '../hostile/run.ts';
import { random } from './mutate.ts';

/** Files that are made of a seed, and what is run on them. */
export interface Family {
  readonly name: string;
  /** Writes files into an empty folder. */
  attempt(next: Next, cwd: string): Promise<Attempt>;
}

/** A number from 0, below the one that is given. */
export type Next = (below: number) => number;

interface Attempt {
  /** What is typed: a command, to which `--format json` is added, and what it is run on. */
  readonly argv: readonly [command: string, ...rest: readonly string[]];
  /** What is wrong beyond what may be wrong of no run; null for nothing. */
  readonly problem?: (report: Report) => string | null;
}

interface Report {
  readonly results?: readonly {
    readonly id: string;
    readonly by: unknown;
    readonly counts?: Readonly<Record<'met' | 'breached' | 'pending' | 'excluded' | 'unknown', number>>;
    readonly attainment: number | null;
    readonly worst: number | null;
    readonly best: number | null;
    readonly target: { readonly of: string };
  }[];
  readonly ledger?: Readonly<
    Record<
      string,
      { readonly read: number; readonly judged: number; readonly excluded: Parts; readonly rejected: Parts }
    >
  >;
  readonly findings: readonly {
    readonly severity: string;
    readonly message: string;
    readonly file?: string;
    readonly rule?: string;
  }[];
}

type Parts = Readonly<Record<string, number>>;

export interface Verdict {
  readonly family: string;
  readonly seed: number;
  readonly status: number | null;
  /** What is wrong; null for files that are dealt with well. */
  readonly problem: string | null;
}

/** Makes the files of a seed, runs the program on them, and looks at what comes of it. */
export async function judged(family: Family, seed: number, limitMs: number): Promise<Verdict> {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-fuzz-')));
  const verdict = (status: number | null, problem: string | null): Verdict => ({
    family: family.name,
    ...{ seed, status, problem },
  });
  try {
    const {
      argv: [command, ...rest],
      problem = () => null,
    } = await family.attempt(random(seed), cwd);
    const outcome = await within(limitMs, sla(cwd, command, '--format', 'json', ...rest));
    if (outcome === null) return verdict(null, `no answer within ${limitMs} ms`);
    const report = documentOf(outcome.stdout);
    if (report !== null)
      return verdict(
        outcome.status,
        problemOf(outcome) ?? ofReport(report, outcome.status) ?? problem(report),
      );
    return verdict(outcome.status, problemOf(outcome) ?? `no document: ${outcome.stderr.slice(0, 200)}`);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function within(limitMs: number, work: Promise<Outcome>): Promise<Outcome | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function problemOf(outcome: Outcome): string | null {
  const acts = misbehaviour(outcome);
  if (acts !== null) return `misbehaves: ${acts}`;
  if (![0, 1, 2].includes(outcome.status)) return `exit status ${outcome.status}`;
  return null;
}

function ofReport(report: Report, status: number): string | null {
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  if (report.ledger && report.results?.length === 0 && (errors.length === 0 || status !== 2))
    return 'neither results nor an error';
  return sumsOf(report);
}

function documentOf(stdout: string): Report | null {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return null;
  }
}

/** Where the numbers of a report do not add up; null where they do. */
function sumsOf({ ledger = {}, results = [] }: Report): string | null {
  for (const [source, { read, judged, excluded, rejected }] of Object.entries(ledger)) {
    if (read !== judged + sum(excluded) + sum(rejected)) return `the ledger of ${source} does not add up`;
  }
  // A row that is out of scope is a case that is excluded, and is not judged.
  const usable = Object.values(ledger).reduce((n, { read, rejected }) => n + read - sum(rejected), 0);
  for (const { id, by, counts, attainment, worst, best, target } of results) {
    // A list of cases has none.
    if (!counts) continue;
    const { met, breached, pending } = counts;
    if (Object.values(counts).some((n) => !Number.isInteger(n) || n < 0))
      return `${id}: a count is not a count`;
    if (by === null && sum(counts) > usable) return `${id}: more cases than rows`;
    if (target.of !== 'rate') continue;
    if (attainment !== (met + breached === 0 ? null : met / (met + breached))) return `${id}: attainment`;
    const all = met + breached + pending;
    if (all > 0 && (worst !== met / all || best !== (met + pending) / all)) return `${id}: bounds`;
  }
  return null;
}

const sum = (parts: Parts): number => Object.values(parts).reduce((total, n) => total + n, 0);

/** One of a list. */
export function oneOf<T>(list: readonly T[], next: Next): T {
  const one = list[next(list.length)];
  if (one === undefined) throw new Error('An empty list');
  return one;
}
