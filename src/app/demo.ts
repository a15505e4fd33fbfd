import { basename, dirname, join } from 'node:path';
import { shippedExample } from '../files/shipped.ts';
import { withFile } from '../files/with-file.ts';
import { language } from '../messages/index.ts';
import type { DiffResult } from '../model/change.ts';
import type { Io } from '../model/io.ts';
import type { ExplainResult } from '../model/receipt.ts';
import { type ComplianceResult, type JudgeRequest, UNASKED } from '../model/requests.ts';
import { besideResults, moreOf } from './behind/beside.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { receiptsOf } from './explain.ts';
import type { More } from './judging/judge-all.ts';
import type { Run } from './judging/run.ts';
import { listCases } from './list-cases.ts';
import { type Tests, testsOf } from './receipt/tests.ts';

export interface Demo {
  readonly scoreboard: ComplianceResult;
  /** Of a lead that was answered late; null where there is none. */
  readonly lead: string | null;
  readonly receipt: ExplainResult | null;
  readonly change: DiffResult;
}

const LOOSER = 8;

/** An example that ships: a promise of it with a time limit, and where that stands. */
interface Tour {
  readonly example: string;
  readonly promise: string;
  readonly limit: RegExp;
}

const ENGLISH: Tour = {
  example: 'acme',
  promise: 'first-contact',
  limit: /(from: qualified, to: contacted, within: )\d+ business hours?/,
};

/** Whoever reads French reads a French agreement. */
const FRENCH: Tour = {
  example: 'maison',
  promise: 'premier-appel',
  limit: /(from: recu, to: appele, within: )\d+ business hours?/,
};

/**
 * A tour on the data that ship: what the teams kept, why one lead counts as late, what a change of terms
 * would mean.
 */
export async function demo(io: Io): Promise<Demo> {
  const tour = language() === 'fr' ? FRENCH : ENGLISH;
  const folder = await shippedExample(tour.example);
  // Paths are shown as they stand in the repository.
  const there: Io = { ...io, cwd: dirname(dirname(folder)) };
  const request: JudgeRequest = { ...UNASKED, paths: [folder] };
  const late = lateLead(request, tour);
  const scoreboard = await check(request, there, late.more);
  const { lead, receipts } = late.found();
  const receipt = lead === null ? null : { findings: [], texts: scoreboard.texts, receipts };
  const { base, head, text } = await proposal(folder, tour, there);
  const change = await diff(
    {
      leads: [],
      sources: {},
      allowOutside: false,
      base,
      head,
      today: null,
      backTest: true,
      asOf: null,
      from: null,
      to: null,
    },
    withFile(there, join(there.cwd, head), text),
  );
  return { scoreboard, lead, receipt, change };
}

type Late = Pick<Demo, 'lead'> & Pick<ExplainResult, 'receipts'>;

/** The lead to explain and its receipt, which are looked for while the exports are open for the scoreboard. */
function lateLead(request: JudgeRequest, tour: Tour): { readonly more: More; readonly found: () => Late } {
  let tests: Tests = new Map();
  let found: Late = { lead: null, receipts: [] };
  return {
    found: () => found,
    more: {
      ...moreOf(request),
      ask: (tables, planned) => {
        tests = testsOf(tables, planned);
      },
      async beside(run, io, judged) {
        const lead = await firstLate(run, request, tour);
        if (lead !== null) found = { lead, receipts: await receiptsOf(run, tests, { ...request, lead }, io) };
        return besideResults(run, io, judged);
      },
    },
  };
}

/** The first of them by key, so that every run shows the same. */
async function firstLate(run: Run, request: JudgeRequest, { promise }: Tour): Promise<string | null> {
  let first: string | null = null;
  const late = {
    ...request,
    states: ['breached'],
    commitments: [promise],
    leadIds: [],
    owners: [],
  } as const;
  await listCases(run, late, {
    begin: async () => true,
    batch: async (batch) => {
      for (const { lead, stop } of batch) if (stop !== null && (first === null || lead < first)) first = lead;
      return true;
    },
  });
  return first;
}

/** Looser terms than the ones in force, as somebody might propose them: a file that is nowhere. */
async function proposal(
  folder: string,
  { limit }: Tour,
  { files }: Io,
): Promise<{ readonly base: string; readonly head: string; readonly text: string }> {
  const names = (await files.list(folder)).filter((name) => name.endsWith('.sla.yaml'));
  const newest = names.at(-1) ?? '';
  const text = Buffer.from(await files.read(join(folder, newest))).toString('utf8');
  const at = (name: string): string => [basename(dirname(folder)), basename(folder), name].join('/');
  return {
    base: at(newest),
    head: at('proposal.sla.yaml'),
    text: text.replace(limit, `$1${LOOSER} business hours`),
  };
}
