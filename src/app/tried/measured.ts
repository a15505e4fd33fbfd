import { localMidnight } from '../../calendar/zone.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { Span } from '../../model/judge.ts';
import { lower } from '../../plan/lower.ts';
import type { Family, Sourced } from '../agreements/family.ts';
import { inForceAlways } from '../agreements/in-force.ts';
import type { RunTables } from '../exports/tables.ts';
import type { Planned } from '../judging/run.ts';

/** An experiment, and the version under whose terms it is measured. */
export interface TriedUnder {
  readonly experiment: Experiment;
  readonly sourced: Sourced;
}

/**
 * The experiments of an agreement by their first days, each under the first version that names it: the one in
 * force on its first day, so that a later change of the profile moves no number of what is over.
 */
export function experimentsIn({ versions }: Family): readonly TriedUnder[] {
  const found = new Map<string, TriedUnder>();
  const newest = versions.at(-1);
  for (const sourced of versions.filter((one) => newest && isReadable(one, newest)))
    for (const experiment of sourced.agreement.experiments?.tried ?? [])
      if (!found.has(experiment.file)) found.set(experiment.file, { experiment, sourced });
  return [...found.values()].sort((a, b) => a.experiment.from - b.experiment.from);
}

/** The exports are read by the newest version: what it no longer maps is not there to be measured. */
const isReadable = ({ agreement }: Sourced, newest: Sourced): boolean =>
  Object.values(agreement.sources).every(({ name, fields }) => {
    const there = newest.agreement.sources[name]?.fields ?? {};
    return Object.keys(fields).every((field) => Object.hasOwn(there, field));
  });

/** One measure of an experiment. */
export interface Tried extends Planned {
  /** Whether its cases are those of the leads that came in those days, whenever they begin themselves. */
  readonly isOfCohort: boolean;
}

/** What is measured of an experiment, as it was planned. */
export interface MeasuredOf extends TriedUnder {
  /** Its days. */
  readonly span: Span;
  readonly kpis: readonly { readonly id: string; readonly planned: Tried }[];
  readonly brought: Tried | null;
  readonly revenue: Tried | null;
}

/** Plans the measures of every experiment; no id of an agreement has a blank. */
export function measuredIn(family: Family, tables: RunTables): readonly MeasuredOf[] {
  const zone = family.versions.at(-1)?.agreement.timezone ?? 'UTC';
  return experimentsIn(family).map(({ experiment, sourced }) => {
    const span = spanOf(experiment, zone);
    const plan = (promise: PromiseDef): Tried => {
      const stage = cameTo(promise, sourced.agreement);
      return {
        inForce: inForceAlways(sourced),
        promise: { ...promise, id: `${experiment.id} ${promise.id}` },
        plan: lower(promise, sourced.agreement, tables, stage === null ? null : { stage, span }),
        isOfCohort: stage !== null,
      };
    };
    return {
      ...{ experiment, sourced, span },
      kpis: experiment.kpis.map((promise) => ({ id: promise.id, planned: plan(promise) })),
      brought: experiment.brought && plan(experiment.brought),
      revenue: experiment.revenue && plan(experiment.revenue),
    };
  });
}

/** From the beginning of its first day to the end of its last. */
const spanOf = ({ from, to }: Experiment, zone: string): Span => ({
  from: localMidnight(zone, from),
  to: localMidnight(zone, to + 1),
});

/**
 * The stage by which a lead is one that the experiment brought, where a measure begins at another: whatever
 * becomes of such a lead counts, whenever that was. Null where the measure itself begins there, and where no
 * funnel says by what a lead came.
 */
function cameTo({ measure }: PromiseDef, { funnel }: Agreement): string | null {
  const [first = null] = funnel;
  const begins = kindOf(measure.kind).scope(measure)?.stage;
  return begins === first ? null : first;
}

/** Every plan of them. */
export const plansOf = (all: readonly MeasuredOf[]): readonly Tried[] =>
  all.flatMap(({ kpis, brought, revenue }) =>
    [...kpis.map(({ planned }) => planned), brought, revenue].filter((one) => one !== null),
  );
