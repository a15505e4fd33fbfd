import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases } from '../../src/app/cases.ts';
import { report } from '../../src/app/report.ts';
import { realFiles } from '../../src/engine/files.ts';
import type { Case, Compliance } from '../../src/model/compliance.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Io, Stream } from '../../src/model/io.ts';
import type { JudgeRequest } from '../../src/model/requests.ts';

/** What the program says of some files: its report and its list of cases. */
export interface Said {
  readonly findings: readonly Diagnostic[];
  readonly compliance: Compliance | null;
  readonly cases: readonly Case[];
}

/** Writes the files into a folder of their own, judges what lies there, and removes it. */
export async function judgeFiles(
  texts: Readonly<Record<string, string>>,
  options: Partial<JudgeRequest>,
): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), 'sla-world-'));
  try {
    await Promise.all(
      Object.entries(texts).map(async ([path, text]) => {
        await mkdir(join(folder, path, '..'), { recursive: true });
        await writeFile(join(folder, path), text);
      }),
    );
    const io = ioIn(folder);
    const request = { ...REQUEST, ...options };
    const told = await report(request, io);
    const listed: Case[] = [];
    const answer = await cases(
      { ...request, states: [], commitments: [], leadIds: [], owners: [] },
      {
        begin: async () => true,
        batch: async (some) => {
          listed.push(...some);
          return true;
        },
      },
      io,
    );
    return {
      findings: [...told.findings, ...answer.findings],
      compliance: told.compliances[0] ?? null,
      cases: listed,
    };
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
