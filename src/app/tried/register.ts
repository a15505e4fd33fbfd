import { formatDay } from '../../calendar/day.ts';
import { periodDaysOf } from '../../calendar/period-days.ts';
import { boundBy } from '../../language/experiments/check.ts';
import type { Result } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { EnvelopeUse, ExperimentRegister, ExperimentResult } from '../../model/experiment.ts';
import type { Period } from '../../model/time.ts';
import { nameOf } from '../../report/names.ts';
import { type Once, resultsOnce } from '../judging/compliance.ts';
import { type Planned, type Run, titleOf, wordsOf } from '../judging/run.ts';
import { type MeasuredOf, measuredIn, plansOf } from './measured.ts';
import { type Owed, owedOf, type Reading } from './owed.ts';

/**
 * The register of the experiments of a run that was opened with what measures them, and what is to be told of
 * it.
 */
export async function registerOf(
  run: Run,
  reading: Reading,
): Promise<{ readonly register: ExperimentRegister; readonly findings: readonly Diagnostic[] }> {
  const all = measuredIn(run.family, run.tables);
  const periods = new Map<Planned, Once>();
  for (const one of all)
    for (const tried of plansOf([one]))
      periods.set(tried, {
        period: periodOf(one),
        counted: tried.isOfCohort ? tried.inForce.span : one.span,
      });
  // A lead may be of several experiments, and nothing is cut by fields.
  const own = { ...run, planned: [...periods.keys()], by: [], heldCases: null };
  const results = await resultsOnce(own, periods);
  const findings: Diagnostic[] = [];
  const experiments: ExperimentResult[] = [];
  for (const one of all) {
    const owed = await owedOf(one, run, reading);
    findings.push(...owed.findings);
    experiments.push(resultOf(one, { owed, results }));
  }
  const { agreement, file } = run.newest;
  const { id, timezone, stages, funnel } = agreement;
  const last = stages[funnel.at(-1) ?? ''];
  return {
    register: {
      agreement: { ...{ id, title: titleOf(run), file, timezone }, teams: wordsOf(agreement).teams ?? {} },
      ...{ asOf: run.asOf, asOfFrom: run.asOfFrom },
      lastStage: last === undefined ? null : nameOf(last),
      envelopes: envelopesOf(run, all),
      experiments,
    },
    findings,
  };
}

const periodOf = ({ experiment: { id }, span }: MeasuredOf): Period => ({
  label: id,
  unit: 'month',
  ...span,
});

interface Known {
  readonly owed: Owed;
  readonly results: ReadonlyMap<Planned, Result>;
}

function resultOf(
  { experiment, sourced, kpis, brought, revenue }: MeasuredOf,
  { owed, results }: Known,
): ExperimentResult {
  const { id, asks, by, channel, serves, budget, outcome, lesson, repeats, changed, file } = experiment;
  const whole = brought && results.get(brought);
  const money = revenue && results.get(revenue);
  return {
    ...{ id, asks, by, channel, serves, budget, outcome, lesson, repeats, changed, file },
    version: sourced.agreement.version,
    ...{ from: formatDay(experiment.from), to: formatDay(experiment.to) },
    leads: whole ? casesOf(whole) : null,
    won: whole ? whole.counts.met : null,
    revenue: money?.weight ? { value: money.weight.byState.met, unit: money.weight.unit ?? '' } : null,
    kpis: kpis.flatMap(({ id: kpi, planned }) => {
      const result = results.get(planned);
      if (!result) return [];
      // What the leads of those days bring later still counts.
      const mayGrow = planned.isOfCohort && result.target.of === 'number';
      return [{ ...result, id: kpi, final: result.final && !mayGrow }];
    }),
    ...{ due: owed.due, lessonIs: owed.lessonIs, feedback: owed.feedback },
  };
}

/** Everyone who came, whatever became of them. */
const casesOf = ({ counts: { met, breached, pending, unknown } }: Result): number =>
  met + breached + pending + unknown;

/** The periods of the newest version's budget in which an experiment begins. */
function envelopesOf({ newest, yearStarts }: Run, all: readonly MeasuredOf[]): readonly EnvelopeUse[] {
  const budget = newest.agreement.experiments?.budget ?? null;
  if (budget === null) return [];
  const { limit, unit, per, reserve } = budget;
  const uses = new Map<string, EnvelopeUse>();
  for (const { experiment } of all) {
    const { label: period } = periodDaysOf(per, experiment.from, yearStarts);
    const use = uses.get(period) ?? { period, limit, unit, reserve: limit * reserve, bound: 0, spent: 0 };
    uses.set(period, {
      ...use,
      bound: use.bound + boundBy(experiment),
      spent: use.spent + (experiment.budget.spent?.value ?? 0),
    });
  }
  return [...uses.values()];
}
