import { kindOf } from '../../kinds/index.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import type { Compliance, Result } from '../../model/compliance.ts';
import type { Funnel } from '../../model/funnel.ts';
import type { Assumed, Plan } from '../../model/plan.ts';
import { promisesOf } from '../../model/promises.ts';
import type { PeriodUnit } from '../../model/time.ts';
import { backwards, type Counted } from '../../plan/backwards.ts';

/** Months in a period; a week is a part of one. */
const MONTHS: Readonly<Record<PeriodUnit, number>> = {
  day: 12 / 365.25,
  week: 12 / 52.1775,
  month: 1,
  quarter: 3,
  year: 12,
};

/**
 * The objective that is planned back from: the one that the plan names, else the first that is a number at a
 * stage of the funnel; null where there is none.
 */
export function objectiveOf({ objectives, plan, funnel }: Agreement): PromiseDef | null {
  const named = objectives.filter(({ id }) => (plan?.from ?? id) === id);
  return (
    named.find(({ measure, target }) => {
      const stage = kindOf(measure.kind).scope(measure)?.stage;
      return (
        target.of === 'number' && target.cmp === '>=' && stage !== undefined && funnel.indexOf(stage) > 0
      );
    }) ?? null
  );
}

/** The way back from an objective, by the cohorts that are old enough. */
export function planOf(
  funnel: Funnel,
  agreement: Agreement,
  objective: PromiseDef,
  results: Compliance['results'],
): Omit<Plan, 'capacity' | 'clocks'> {
  const { measure, target } = objective;
  const kind = kindOf(measure.kind);
  const stage = kind.scope(measure)?.stage ?? '';
  const end = funnel.steps.findIndex(({ of, id }) => of === 'stage' && id === stage);
  const whole = funnel.cohorts.filter(({ by }) => by === null);
  const isYoung = ({ steps }: (typeof whole)[number]): boolean => steps[end]?.young !== false;
  const old = whole.filter((each) => !isYoung(each));
  const counted = funnel.steps.slice(0, end + 1).map((step, i): Counted => {
    const assumed = step.of === 'stage' ? (agreement.plan?.rates[step.id] ?? null) : null;
    return {
      ...{ id: step.id, title: step.title, owners: step.owners },
      leads: old.reduce((sum, { steps }) => sum + (steps[i]?.leads ?? 0), 0),
      assumed: i === 0 ? null : assumed,
      promised: promisedAt(step.promisedBy, agreement),
    };
  });
  const wins = counted.at(-1)?.leads ?? 0;
  const why = old.length === 0 ? 'no-cohort' : wins < objective.minCases ? 'too-few' : null;
  const average = kind.adds(measure) === null ? null : averageOf(objective, results, agreement);
  const each = average === null ? 1 : average.measured;
  const assumes = average?.assumed != null || counted.some(({ assumed }) => assumed !== null);
  const believed = assumes ? target.value / (average?.assumed ?? each ?? 1) : null;
  const per = target.per ?? 'month';
  const { id, title } = objective;
  return {
    agreement: funnel.agreement,
    ...{ asOf: funnel.asOf, asOfFrom: funnel.asOfFrom },
    objective: { id, title, target: target.value, unit: target.unit, per, months: MONTHS[per] },
    cohorts: old.map(({ period }) => period.label),
    young: whole.filter(isYoung).map(({ period }) => period.label),
    mostWithin: funnel.steps[end]?.mostWithin ?? null,
    average,
    why: why === null && (each === null || each <= 0) ? 'too-few' : why,
    steps:
      why !== null || each === null || each <= 0
        ? []
        : backwards(counted, { customers: target.value / each, believed, months: MONTHS[per] }),
  };
}

/** The mean of what the customers of the data brought. */
function averageOf({ id }: PromiseDef, results: readonly Result[], { plan }: Agreement): Assumed {
  const own = results.filter((each) => each.id === id && each.by === null);
  const customers = own.reduce((sum, { counts }) => sum + counts.met, 0);
  const all = own.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return {
    measured: customers === 0 ? null : all / customers,
    of: customers,
    assumed: plan?.average ?? null,
  };
}

function promisedAt(id: string | null, agreement: Agreement): Counted['promised'] {
  const target = promisesOf(agreement).find((each) => each.id === id)?.target;
  if (id === null || target === undefined) return null;
  return { id, perMonth: target.value / MONTHS[target.per ?? 'month'] };
}
