import { t } from '../messages/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { Plan } from '../model/plan.ts';
import { promisesOf } from '../model/promises.ts';
import type { JudgeRequest, PlanDocument } from '../model/requests.ts';
import { figureAbove, roundFigure } from '../plan/past.ts';
import { type Family, newestOf, type Sourced } from './agreements/family.ts';
import { loadFamilies } from './agreements/load.ts';
import { capacityOf } from './ahead/capacity.ts';
import { misfits } from './ahead/clocks.ts';
import { objectiveOf, planOf } from './ahead/plan-of.ts';
import { unknownSources } from './exports/files.ts';
import { rejectFindings } from './exports/findings.ts';
import { askedOfOthers } from './findings/asked-of-others.ts';
import { sortFindings } from './findings/order.ts';
import { noFunnel } from './funnel.ts';
import { resultsOver } from './judging/compliance.ts';
import { withEngine } from './judging/engine.ts';
import { judgeableOf } from './judging/judgeable.ts';
import { openRun } from './judging/open.ts';
import type { Run } from './judging/run.ts';
import { spanOfData, spanProblems } from './judging/span.ts';
import { diffOf, targetEdit } from './past/edits.ts';
import { arrivalsIn } from './why/beside.ts';
import { type Arrivals, waterfallOf } from './why/waterfall.ts';

export interface PlanRequest extends JudgeRequest {
  /** The change of the promised numbers to what is needed is asked for too. */
  readonly diff: boolean;
}

/** From each agreement's objective back to what every step of its funnel must bring. */
export async function plan(request: PlanRequest, io: Io): Promise<PlanDocument> {
  const loaded = await loadFamilies(request.paths, io);
  const { families, findings: asked } = judgeableOf(loaded, [
    ...spanProblems(request, loaded.families.flatMap(newestOf)),
    ...unknownSources(request, loaded.families),
  ]);
  const findings: Diagnostic[] = [...asked];
  const silent: Diagnostic[] = [];
  const plans: Plan[] = [];
  const diffs: string[] = [];
  for (const family of families) {
    const newest = family.versions.at(-1);
    if (!newest) continue;
    if (newest.agreement.funnel.length === 0) silent.push(noFunnel(newest));
    else if (objectiveOf(newest.agreement) === null) silent.push(noObjective(newest));
    else {
      const one = await planned(family, request, io);
      findings.push(...one.findings);
      if (one.plan === null) continue;
      plans.push(one.plan);
      if (!request.diff) continue;
      const changed = await diffOf(editsOf(one.plan, newest), io);
      diffs.push(changed.text);
      findings.push(...changed.findings);
    }
  }
  findings.push(...askedOfOthers(silent, silent.length < families.length));
  return { plans, diff: diffs.join(''), findings: sortFindings(findings), texts: loaded.texts };
}

function planned(
  family: Family,
  request: PlanRequest,
  io: Io,
): Promise<{ readonly plan: Plan | null; readonly findings: readonly Diagnostic[] }> {
  return withEngine(io, async (engine) => {
    let arrivals: readonly Arrivals[] = [];
    const { run, findings } = await openRun({
      ...{ family, request, engine, io },
      ask: (tables, promised) => {
        arrivals = arrivalsIn(promised, tables);
      },
    });
    if (run === null) return { plan: null, findings };
    const made = await planOfRun(run, arrivals, request, io);
    if (made === null) return { plan: null, findings: [...findings, noObjective(run.newest)] };
    const told = [...findings, ...(await rejectFindings(run.exports)), ...made.findings];
    return { plan: made.plan, findings: told };
  });
}

/** The way back by a run that was opened with these arrivals; null where no objective is a number of its funnel. */
export async function planOfRun(
  run: Run,
  arrivals: readonly Arrivals[],
  request: JudgeRequest,
  io: Io,
): Promise<{ readonly plan: Plan; readonly findings: readonly Diagnostic[] } | null> {
  const { agreement } = run.newest;
  const objective = objectiveOf(agreement);
  if (arrivals.length === 0 || objective === null) return null;
  const span = { ...(await spanOfData(run, request)), unit: 'month' as const };
  const funnel = await waterfallOf(run, arrivals, span);
  const planned = run.planned.filter(({ promise }) => promise.id === objective.id);
  const { results } = await resultsOver({ ...run, planned, by: [] }, span);
  const made = planOf(funnel, agreement, objective, results);
  const leads = made.steps[0]?.perMonth ?? null;
  const time = leads === null ? null : await capacityOf(run, leads, request.allowOutside, io);
  const plan = { ...made, capacity: time?.capacity ?? null, clocks: misfits(agreement) };
  return { plan, findings: time?.findings ?? [] };
}

/** The promised numbers that are too small, at what is needed by the rates, rounded up. */
function editsOf({ steps, objective }: Plan, newest: Sourced) {
  return steps.flatMap(({ promised, needed }) => {
    const promise = promisesOf(newest.agreement).find(({ id }) => id === promised?.id);
    if (!promise || promised === null || promised.fit === 'enough') return [];
    const months = promised.perMonth === 0 ? 1 : promise.target.value / promised.perMonth;
    const least = Math.ceil((needed / objective.months) * months - 1e-9);
    const round = roundFigure(least);
    return [targetEdit(promise, round >= least ? round : (figureAbove(round, '>=') ?? least), newest)];
  });
}

const noObjective = ({ agreement, place }: Sourced): Diagnostic => ({
  rule: 'no-plan',
  severity: 'error',
  message: t`"${agreement.id}" has no objective that is a number of a stage of its funnel`,
  help: t`such an objective counts, or adds up a field, over the leads that reach a later stage of the funnel: sum: { field: amount, stage: won }`,
  place: place(['objectives'], 'key'),
  fatal: true,
});
