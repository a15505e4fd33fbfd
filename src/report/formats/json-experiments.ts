import type { Result } from '../../model/compliance.ts';
import type { ExperimentRegister, ExperimentResult } from '../../model/experiment.ts';
import type { RenderOptions } from '../../model/render.ts';
import type { ExperimentsDocument } from '../../model/requests.ts';
import { json } from '../escape.ts';
import { iso } from '../instant.ts';
import { findingOf, toolOf } from './json.ts';

/** Names and order of keys change only by addition. Described by schemas/experiments.schema.json. */
export function experiments({ registers, findings }: ExperimentsDocument, options: RenderOptions): string {
  return json({
    schema: 'experiments/1',
    tool: toolOf(options),
    results: registers.map(registerOf),
    findings: findings.map(findingOf),
  });
}

/** Also a part of the documents that show a register beside other things. */
export function registerOf({
  agreement,
  asOf,
  asOfFrom,
  lastStage,
  envelopes,
  experiments: all,
}: ExperimentRegister) {
  return {
    agreement: agreement.id,
    title: agreement.title,
    file: agreement.file,
    timezone: agreement.timezone,
    asOf: iso(asOf),
    asOfFrom,
    lastStage,
    envelopes,
    experiments: all.map(experimentOf),
  };
}

const experimentOf = (one: ExperimentResult) => ({
  ...one,
  kpis: one.kpis.map(kpiOf),
});

function kpiOf({ id, title, counts, attainment, value, target, verdict, final }: Result) {
  const { cmp, value: number, of, unit, text } = target;
  return {
    id,
    title,
    counts,
    attainment,
    value,
    target: { cmp, value: number, of, unit, text },
    verdict,
    final,
  };
}
