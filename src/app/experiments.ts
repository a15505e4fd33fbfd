import { t } from '../messages/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ExperimentRegister } from '../model/experiment.ts';
import type { Io } from '../model/io.ts';
import type { ExperimentsDocument, JudgeRequest } from '../model/requests.ts';
import type { Family, Sourced } from './agreements/family.ts';
import { loadFamilies } from './agreements/load.ts';
import { unknownSources } from './exports/files.ts';
import { rejectFindings } from './exports/findings.ts';
import { askedOfOthers } from './findings/asked-of-others.ts';
import { sortFindings } from './findings/order.ts';
import { withEngine } from './judging/engine.ts';
import { judgeableOf } from './judging/judgeable.ts';
import { openRun } from './judging/open.ts';
import { measuring } from './tried/beside.ts';
import { registerOf } from './tried/register.ts';

/** What was tried under each agreement, what it cost, what it brought and what was learned. */
export async function experiments(request: JudgeRequest, io: Io): Promise<ExperimentsDocument> {
  const loaded = await loadFamilies(request.paths, io);
  const { families, findings: asked } = judgeableOf(
    loaded,
    unknownSources(request, loaded.families),
    'experiments',
  );
  const findings: Diagnostic[] = [...asked];
  const silent: Diagnostic[] = [];
  const registers: ExperimentRegister[] = [];
  for (const family of families) {
    const newest = family.versions.at(-1);
    if (newest?.agreement.experiments === undefined) {
      if (newest) silent.push(noExperiments(newest));
      continue;
    }
    const one = await registered(family, request, io);
    findings.push(...one.findings);
    if (one.register !== null) registers.push(one.register);
  }
  findings.push(...askedOfOthers(silent, silent.length < families.length));
  return { registers, findings: sortFindings(findings), texts: loaded.texts };
}

function registered(
  family: Family,
  request: JudgeRequest,
  io: Io,
): Promise<{ readonly register: ExperimentRegister | null; readonly findings: readonly Diagnostic[] }> {
  return withEngine(io, async (engine) => {
    const { run, findings } = await openRun({
      ...{ family, request, engine, io },
      measure: measuring(family),
    });
    if (run === null) return { register: null, findings };
    const one = await registerOf(run, { io, allowOutside: request.allowOutside });
    const told = [...findings, ...(await rejectFindings(run.exports)), ...one.findings];
    return { register: one.register, findings: told };
  });
}

const noExperiments = ({ agreement, place }: Sourced): Diagnostic => ({
  rule: 'no-experiments',
  severity: 'error',
  message: t`"${agreement.id}" names no experiments`,
  help: t`write for example: experiments: { files: experiments/*.yaml, budget: { limit: 12000 EUR per quarter } }`,
  place: place([], 'key'),
  fatal: true,
});
