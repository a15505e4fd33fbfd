import type { Plan } from '../../model/plan.ts';
import type { RenderOptions } from '../../model/render.ts';
import type { PlanDocument } from '../../model/requests.ts';
import { json } from '../escape.ts';
import { iso } from '../instant.ts';
import { findingOf } from './json.ts';

/** Names and order of keys change only by addition. Described by schemas/plan.schema.json. */
export function plan({ plans, diff, findings }: PlanDocument, options: RenderOptions): string {
  return json({
    schema: 'plan/1',
    tool: { name: options.tool.name, version: options.tool.version },
    results: plans.map(resultOf),
    diff: diff === '' ? null : diff,
    findings: findings.map(findingOf),
  });
}

function resultOf(one: Plan) {
  const { agreement, asOf, asOfFrom, objective, cohorts, young, mostWithin, average, why, capacity } = one;
  return {
    agreement: agreement.id,
    title: agreement.title,
    file: agreement.file,
    timezone: agreement.timezone,
    asOf: iso(asOf),
    asOfFrom,
    objective,
    cohorts,
    young,
    mostWithinSeconds: mostWithin,
    average,
    why,
    steps: one.steps,
    capacity,
    clocks: one.clocks,
  };
}
