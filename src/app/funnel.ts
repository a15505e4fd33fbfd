import { t } from '../messages/index.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Funnel } from '../model/funnel.ts';
import type { Io } from '../model/io.ts';
import type { FunnelDocument, JudgeRequest } from '../model/requests.ts';
import { type Family, newestOf, type Sourced } from './agreements/family.ts';
import { loadFamilies } from './agreements/load.ts';
import { unknownSources } from './exports/files.ts';
import { rejectFindings } from './exports/findings.ts';
import { askedOfOthers } from './findings/asked-of-others.ts';
import { sortFindings } from './findings/order.ts';
import { withEngine } from './judging/engine.ts';
import { judgeableOf } from './judging/judgeable.ts';
import { openRun } from './judging/open.ts';
import { spanOfMonths, spanProblems } from './judging/span.ts';
import { arrivalsIn } from './why/beside.ts';
import { type Arrivals, waterfallOf } from './why/waterfall.ts';

/** How far the leads of each cohort came, from step to step of the funnel that the agreement names. */
export async function funnel(request: JudgeRequest, io: Io): Promise<FunnelDocument> {
  const loaded = await loadFamilies(request.paths, io);
  const { families, findings: asked } = judgeableOf(loaded, [
    ...spanProblems(request, loaded.families.flatMap(newestOf)),
    ...unknownSources(request, loaded.families),
  ]);
  const findings: Diagnostic[] = [...asked];
  const silent: Diagnostic[] = [];
  const funnels: Funnel[] = [];
  for (const family of families) {
    const newest = family.versions.at(-1);
    if (newest?.agreement.funnel.length === 0) silent.push(noFunnel(newest));
    else {
      const one = await funnelOf(family, request, io);
      findings.push(...one.findings);
      if (one.funnel !== null) funnels.push(one.funnel);
    }
  }
  findings.push(...askedOfOthers(silent, silent.length < families.length));
  return { funnels, findings: sortFindings(findings), texts: loaded.texts };
}

function funnelOf(
  family: Family,
  request: JudgeRequest,
  io: Io,
): Promise<{ readonly funnel: Funnel | null; readonly findings: readonly Diagnostic[] }> {
  return withEngine(io, async (engine) => {
    let arrivals: readonly Arrivals[] = [];
    const opened = await openRun({
      ...{ family, request, engine, io },
      ask: (tables, planned) => {
        arrivals = arrivalsIn(planned, tables);
      },
    });
    const { run, findings } = opened;
    if (run === null) return { funnel: null, findings };
    const foreign = run.by.find(({ columns }) => columns[run.tables.leads.table] === undefined);
    if (foreign !== undefined) return { funnel: null, findings: [...findings, notOfLeads(foreign.field)] };
    if (arrivals.length === 0) return { funnel: null, findings: [...findings, noFunnel(run.newest)] };
    const told = [...findings, ...(await rejectFindings(run.exports))];
    return { funnel: await waterfallOf(run, arrivals, await spanOfMonths(run, request)), findings: told };
  });
}

export const noFunnel = ({ agreement, place }: Sourced): Diagnostic => ({
  rule: 'no-funnel',
  severity: 'error',
  message: t`"${agreement.id}" does not say in which order a lead reaches its stages`,
  help: stagesHelp(agreement),
  place: place(['stages'], 'key'),
  fatal: true,
});

/** A funnel is of leads: the stages of other rows have no place in it. */
function stagesHelp({ stages }: Agreement): string {
  const ofLeads = Object.values(stages).flatMap(({ id, population }) =>
    population === undefined ? [id] : [],
  );
  return ofLeads.length === 0
    ? t`a funnel is of leads, and no stage of this agreement is`
    : t`write under "stages", with your own: funnel: [${ofLeads.join(', ')}]`;
}

const notOfLeads = (field: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: t`--by: no lead has a field "${field}"`,
  help: t`a funnel is of leads: name one of their fields`,
  fatal: true,
});
