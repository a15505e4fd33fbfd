import type { PromiseDef } from '../../model/agreement.ts';
import type { Experiment } from '../../model/experiment.ts';
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

/** What is measured of an experiment, as it was planned. */
export interface MeasuredOf extends TriedUnder {
  readonly kpis: readonly { readonly id: string; readonly planned: Planned }[];
  readonly brought: Planned | null;
  readonly revenue: Planned | null;
}

/** Plans the measures of every experiment; no id of an agreement has a blank. */
export function measuredIn(family: Family, tables: RunTables): readonly MeasuredOf[] {
  return experimentsIn(family).map(({ experiment, sourced }) => {
    const plan = (promise: PromiseDef): Planned => ({
      inForce: inForceAlways(sourced),
      promise: { ...promise, id: `${experiment.id} ${promise.id}` },
      plan: lower(promise, sourced.agreement, tables),
    });
    return {
      ...{ experiment, sourced },
      kpis: experiment.kpis.map((promise) => ({ id: promise.id, planned: plan(promise) })),
      brought: experiment.brought && plan(experiment.brought),
      revenue: experiment.revenue && plan(experiment.revenue),
    };
  });
}

/** Every plan of them. */
export const plansOf = (all: readonly MeasuredOf[]): readonly Planned[] =>
  all.flatMap(({ kpis, brought, revenue }) =>
    [...kpis.map(({ planned }) => planned), brought, revenue].filter((one) => one !== null),
  );
