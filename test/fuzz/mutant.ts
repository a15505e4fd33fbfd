import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreements, exports, misbehaviour, type Outcome, sla } from '../hostile/run.ts';
import { mutate, random } from './mutate.ts';

/** Sound files: an agreement with its export, as text that a mutant is made of. */
const PAIRS = [
  { agreement: join(exports, 'agreement.yaml'), leads: join(exports, 'sound.csv'), name: 'sound.csv' },
  {
    agreement: join(agreements, '..', 'sound.yaml'),
    leads: join(agreements, 'leads.csv'),
    name: 'leads.csv',
  },
].map((each) => ({ ...each, texts: [tolerant(each.agreement), readFileSync(each.leads)] as const }));

/** With most rows rejected there is still an answer, so that more of the mutants come as far as a number. */
function tolerant(agreement: string): Buffer {
  return Buffer.from(
    readFileSync(agreement, 'utf8').replace('    key: id\n', '    key: id\n    max_rejected: 60%\n'),
  );
}

interface Report {
  readonly results: readonly {
    readonly id: string;
    readonly by: unknown;
    readonly counts: Readonly<Record<'met' | 'breached' | 'pending' | 'excluded' | 'unknown', number>>;
    readonly attainment: number | null;
    readonly worst: number | null;
    readonly best: number | null;
    readonly target: { readonly of: string };
  }[];
  readonly ledger: Readonly<
    Record<
      string,
      { readonly read: number; readonly judged: number; readonly excluded: Parts; readonly rejected: Parts }
    >
  >;
  readonly findings: readonly { readonly severity: string; readonly message: string }[];
}

type Parts = Readonly<Record<string, number>>;

export interface Verdict {
  readonly seed: number;
  readonly status: number | null;
  /** What is wrong; null for a mutant that is dealt with well. */
  readonly problem: string | null;
}

/** Makes the mutant of a seed, has it judged, and looks at what comes of it. */
export async function judgeMutant(seed: number, limitMs: number): Promise<Verdict> {
  const next = random(seed);
  const pair = PAIRS[next(PAIRS.length)];
  if (!pair) throw new Error('No pair');
  const which = next(2);
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-fuzz-')));
  try {
    const [agreement, leads] = pair.texts;
    writeFileSync(join(cwd, 'mutant.sla.yaml'), which === 0 ? mutate(agreement, next) : agreement);
    writeFileSync(join(cwd, pair.name), which === 1 ? mutate(leads, next) : leads);
    const outcome = await within(limitMs, sla(cwd, 'check', '--format', 'json'));
    if (outcome === null) return { seed, status: null, problem: `no answer within ${limitMs} ms` };
    return { seed, status: outcome.status, problem: problemOf(outcome) };
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
  const report = JSON.parse(outcome.stdout) as Report;
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  if (report.results.length === 0 && (errors.length === 0 || outcome.status !== 2))
    return 'neither results nor an error';
  for (const [source, { read, judged, excluded, rejected }] of Object.entries(report.ledger)) {
    if (read !== judged + sum(excluded) + sum(rejected)) return `the ledger of ${source} does not add up`;
  }
  // A row that is out of scope is a case that is excluded, and is not judged.
  const usable = Object.values(report.ledger).reduce((n, { read, rejected }) => n + read - sum(rejected), 0);
  for (const { id, by, counts, attainment, worst, best, target } of report.results) {
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
