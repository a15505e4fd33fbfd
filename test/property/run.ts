import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadFamilies } from '../../src/app/agreements/load.ts';
import { cases } from '../../src/app/cases.ts';
import { complianceOf } from '../../src/app/judging/compliance.ts';
import { openRun } from '../../src/app/judging/open.ts';
import { spanOfAll } from '../../src/app/judging/span.ts';
import { listCases } from '../../src/app/list-cases.ts';
import { report } from '../../src/app/report.ts';
import { causesOf } from '../../src/app/why/causes.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { realFiles } from '../../src/files/disk.ts';
import type { Causes } from '../../src/model/behind.ts';
import type { Case, Compliance } from '../../src/model/compliance.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Io, Stream } from '../../src/model/io.ts';
import type { CaseSink, CasesRequest } from '../../src/model/requests.ts';

/** What the program says of some files: its report and its list of cases. */
export interface Said {
  readonly findings: readonly Diagnostic[];
  readonly compliance: Compliance | null;
  readonly causes: readonly Causes[];
  readonly cases: readonly Case[];
  /** Where the rows of tables were judged, or why not there. */
  readonly where?: string;
}

export type Options = Partial<Pick<CasesRequest, 'asOf' | 'period' | 'by' | 'connections'>>;

/** By the two commands, as they are: each reads the agreements and the exports for itself. */
export async function reportAndCases(texts: Texts, options: Options): Promise<Said> {
  return within(texts, async (io) => {
    const request = { ...REQUEST, ...options };
    const told = await report(request, io);
    const { sink, listed } = collector();
    const answer = await cases(request, sink, io);
    return {
      findings: [...told.findings, ...answer.findings],
      compliance: told.compliances[0] ?? null,
      causes: told.compliances[0]?.causes ?? [],
      cases: listed,
    };
  });
}

/** Of every other world the statements are those of an engine that holds no parts of WITH and has no percentiles. */
function dialectFor(texts: Texts, { dialect }: Engine): Engine['dialect'] {
  const characters = Object.values(texts).reduce((sum, text) => sum + text.length, 0);
  return characters % 2 === 0
    ? dialect
    : { ...dialect, percentiles: null, holdsParts: false, unfolded: null };
}

/** The same from one reading, which takes a third of the time: what both commands do once their files are found. */
export async function judgedOnce(texts: Texts, options: Options, mayStay = false): Promise<Said> {
  return within(texts, async (io) => {
    const request = { ...REQUEST, ...options };
    const { families, findings } = await loadFamilies([], io);
    const [family] = families;
    if (!family) return { findings, compliance: null, causes: [], cases: [] };
    const engine = await openDuckDb({ threads: 1 });
    try {
      const { run, exports, findings: problems } = await openRun({ family, request, engine, io, mayStay });
      const told = [...findings, ...problems];
      const where = exports?.engine === undefined ? (exports?.whyHere ?? 'here') : 'in place';
      if (run === null) return { findings: told, compliance: null, causes: [], cases: [], where };
      const span = await spanOfAll(run, request);
      const compliance = await complianceOf(run, span);
      const causes = await causesOf(run, compliance);
      // Cases that are held in tables, and those of exports that are too large for that, come to the same.
      expect(run.heldCases === null).toBe(run.engine.holdsCases === 'none');
      if (!run.engine.isAway) {
        const many = {
          ...run,
          heldCases: null,
          engine: { ...run.engine, dialect: dialectFor(texts, run.engine) },
        };
        expect(await complianceOf(many, span)).toEqual(compliance);
        expect(await causesOf(many, compliance)).toEqual(causes);
      }
      const { sink, listed } = collector();
      await listCases(run, request, sink);
      return { findings: told, compliance, causes, cases: listed, where };
    } finally {
      await engine.close();
    }
  });
}

type Texts = Readonly<Record<string, string | Uint8Array>>;

/** Writes the files into a folder of their own, works there, and removes it. */
export async function within<T>(texts: Texts, work: (io: Io) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sla-world-'));
  try {
    await Promise.all(
      Object.entries(texts).map(async ([path, text]) => {
        await mkdir(join(folder, path, '..'), { recursive: true });
        await writeFile(join(folder, path), text);
      }),
    );
    return await work(ioIn(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function collector(): { readonly sink: CaseSink; readonly listed: readonly Case[] } {
  const listed: Case[] = [];
  const batch: CaseSink['batch'] = async (some) => {
    listed.push(...some);
    return true;
  };
  return { sink: { begin: async () => true, batch }, listed };
}

export const REQUEST: CasesRequest = {
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
  states: [],
  commitments: [],
  leadIds: [],
  owners: [],
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
