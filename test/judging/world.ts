import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cases } from '../../src/app/cases.ts';
import { report } from '../../src/app/report.ts';
import { realFiles } from '../../src/files/disk.ts';
import type { ComplianceShown } from '../../src/model/behind.ts';
import type { Case, CaseState, Reason, Result } from '../../src/model/compliance.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Io, Stream } from '../../src/model/io.ts';
import type { JudgeRequest } from '../../src/model/requests.ts';

/** A case as a test reads it: instants in UTC to the minute, or to the second where it is not a whole one. */
export interface Told {
  readonly state: CaseState;
  readonly reason: Reason | null;
  readonly atRisk: boolean;
  readonly segment: string | null;
  readonly version: string;
  readonly start: string | null;
  readonly due: string | null;
  readonly stop: string | null;
  readonly elapsed: number | null;
  readonly period: string | null;
}

/** Exports by the name of their file, without `.csv`; or any file by its path. */
export type Exports = Readonly<Record<string, string>>;

/** The cases of an agreement (or of its versions) over exports, by lead; by `lead commitment` where there are several. */
export async function casesOf(
  agreement: string | readonly string[],
  exports: Exports,
  options: Partial<JudgeRequest> = {},
): Promise<Readonly<Record<string, Told>>> {
  return inFolder(agreement, exports, async (io) => {
    const all: Case[] = [];
    const request = { ...REQUEST, ...options, states: [], commitments: [], leadIds: [], owners: [] };
    const sink = {
      begin: async () => true,
      batch: async (some: readonly Case[]) => all.push(...some) > 0,
    };
    const { findings } = await cases(request, sink, io);
    refuse(findings);
    const several = new Set(all.map(({ commitment }) => commitment)).size > 1;
    return Object.fromEntries(
      all.map((one) => [several ? `${nameOf(one)} ${one.commitment}` : nameOf(one), told(one)]),
    );
  });
}

/** `L1`; of hand-overs `L1/2`. */
const nameOf = ({ lead, handOver }: Case): string => (handOver === null ? lead : `${lead}/${handOver}`);

/** The report of an agreement (or of its versions) over exports. */
export async function reportOf(
  agreement: string | readonly string[],
  exports: Exports,
  options: Partial<JudgeRequest> = {},
): Promise<ComplianceShown & { result(id: string, period: string): Result }> {
  return inFolder(agreement, exports, async (io) => {
    const { findings, compliances } = await report({ ...REQUEST, ...options }, io);
    refuse(findings);
    const [compliance] = compliances;
    if (!compliance) throw new Error('The program gave no answer');
    const result = (id: string, period: string): Result => {
      const found = compliance.results.find((one) => one.id === id && one.period.label === period);
      if (!found) throw new Error(`There is no result of ${id} in ${period}`);
      return found;
    };
    return { ...compliance, result };
  });
}

/** The rules of the errors for which an agreement or its exports are refused. */
export async function refusalOf(
  agreement: string | readonly string[],
  exports: Exports,
  options: Partial<JudgeRequest> = {},
): Promise<readonly string[]> {
  return inFolder(agreement, exports, async (io) => {
    const { findings } = await report({ ...REQUEST, ...options }, io);
    return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  });
}

function refuse(findings: readonly Diagnostic[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
}

function told(one: Case): Told {
  const { state, reason, atRisk, segment, version, start, due, stop, elapsedSeconds, period } = one;
  const at = (micros: number | null) =>
    micros === null ? null : new Date(micros / 1000).toISOString().replace(/(:00)?\.000Z$/, 'Z');
  return {
    state,
    reason,
    atRisk,
    segment,
    version,
    start: at(start),
    due: at(due),
    stop: at(stop),
    elapsed: elapsedSeconds,
    period,
  };
}

async function inFolder<T>(
  agreement: string | readonly string[],
  exports: Exports,
  act: (io: Io) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sla-judging-'));
  try {
    const versions = typeof agreement === 'string' ? [agreement] : agreement;
    const files = [
      ...versions.map((text, i) => [`v${i + 1}.sla.yaml`, text] as const),
      ...Object.entries(exports).map(
        ([name, text]) => [/\./.test(name) ? name : `${name}.csv`, text] as const,
      ),
    ];
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await act(ioIn(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const REQUEST: JudgeRequest = {
  paths: [],
  leads: [],
  sources: {},
  allowOutside: false,
  asOf: null,
  from: null,
  to: null,
  period: null,
  by: [],
  rejects: null,
  force: false,
  personal: true,
};

const silent: Stream = { isTTY: false, columns: null, write: () => true };

const ioIn = (cwd: string): Io => ({
  stdout: silent,
  stderr: silent,
  stdin: { isTTY: false, read: async () => '' },
  env: {},
  cwd,
  files: realFiles(),
  signal: new AbortController().signal,
});
