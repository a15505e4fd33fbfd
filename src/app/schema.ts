/** The published schemas by name: one line each, read when it is asked for. */
const schemas: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  sla: () => import('../../schemas/sla.schema.json', { with: { type: 'json' } }),
  agreement: () => import('../../schemas/sla.schema.json', { with: { type: 'json' } }),
  parts: () => import('../../schemas/sla-parts.schema.json', { with: { type: 'json' } }),
  report: () => import('../../schemas/report.schema.json', { with: { type: 'json' } }),
  cases: () => import('../../schemas/cases.schema.json', { with: { type: 'json' } }),
  funnel: () => import('../../schemas/funnel.schema.json', { with: { type: 'json' } }),
  calibration: () => import('../../schemas/calibration.schema.json', { with: { type: 'json' } }),
  plan: () => import('../../schemas/plan.schema.json', { with: { type: 'json' } }),
  dispute: () => import('../../schemas/dispute.schema.json', { with: { type: 'json' } }),
  disputes: () => import('../../schemas/disputes.schema.json', { with: { type: 'json' } }),
  experiment: () => import('../../schemas/experiment.schema.json', { with: { type: 'json' } }),
  experiments: () => import('../../schemas/experiments.schema.json', { with: { type: 'json' } }),
  receipt: () => import('../../schemas/receipt.schema.json', { with: { type: 'json' } }),
  diff: () => import('../../schemas/diff.schema.json', { with: { type: 'json' } }),
  log: () => import('../../schemas/log.schema.json', { with: { type: 'json' } }),
  closed: () => import('../../schemas/closed.schema.json', { with: { type: 'json' } }),
  pack: () => import('../../schemas/pack.schema.json', { with: { type: 'json' } }),
  clock: () => import('../../schemas/clock.schema.json', { with: { type: 'json' } }),
  rules: () => import('../../schemas/rules.schema.json', { with: { type: 'json' } }),
  doctor: () => import('../../schemas/doctor.schema.json', { with: { type: 'json' } }),
  sniff: () => import('../../schemas/sniff.schema.json', { with: { type: 'json' } }),
  diagnostics: () => import('../../schemas/diagnostics.schema.json', { with: { type: 'json' } }),
};

export const schemaNames: readonly string[] = Object.keys(schemas);

/** The JSON Schema of that name as text; null where there is none. */
export async function schemaText(name: string): Promise<string | null> {
  const load = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (!load) return null;
  return `${JSON.stringify((await load()).default, null, 2)}\n`;
}
