import type { Compliance, Counts, Result } from '../../src/model/compliance.ts';
import type { RenderOptions } from '../../src/model/render.ts';
import type { Period } from '../../src/model/time.ts';

/** A result with everything at rest; a test says what it is about. */
export function result(changes: Pick<Result, 'id'> & Partial<Result>): Result {
  return {
    kind: 'commitment',
    measure: 'response',
    title: changes.id,
    promise: null,
    versions: ['2026.2'],
    owedBy: 'sales',
    owedTo: 'marketing',
    sharedBy: [],
    period: month(2026, 6),
    by: null,
    counts: counts(0, 0),
    reasons: {},
    atRisk: 0,
    attainment: null,
    worst: null,
    best: null,
    value: null,
    target: { cmp: '>=', value: 0.95, of: 'rate', unit: null, text: '>= 95%' },
    verdict: 'no data',
    noVerdict: null,
    outlook: null,
    final: true,
    minCases: 10,
    percentiles: null,
    extras: {},
    endedEarly: [],
    pace: null,
    recycled: null,
    ...changes,
  };
}

/** A result of a rate, its attainment and bounds worked out from its counts. */
export function rated(
  id: string,
  verdict: Result['verdict'],
  each: Counts,
  changes: Partial<Result> = {},
): Result {
  const decided = each.met + each.breached;
  const all = decided + each.pending;
  return result({
    id,
    verdict,
    counts: each,
    attainment: decided === 0 ? null : each.met / decided,
    worst: all === 0 ? null : each.met / all,
    best: all === 0 ? null : (each.met + each.pending) / all,
    ...changes,
  });
}

export function counts(met: number, breached: number, pending = 0, excluded = 0, unknown = 0): Counts {
  return { met, breached, pending, excluded, unknown };
}

/** A month cut in UTC. */
export function month(year: number, number: number): Period {
  return {
    label: `${year}-${String(number).padStart(2, '0')}`,
    unit: 'month',
    from: Date.UTC(year, number - 1, 1) * 1000,
    to: Date.UTC(year, number, 1) * 1000,
  };
}

export function compliance(results: readonly Result[], changes: Partial<Compliance> = {}): Compliance {
  return {
    agreement: {
      id: 'acme-demand',
      title: 'Marketing and Sales agreement',
      versions: ['2026.2'],
      file: 'acme.sla.yaml',
      timezone: 'Europe/Paris',
      language: 'en',
    },
    asOf: Date.UTC(2026, 5, 30, 15, 58) * 1000,
    asIf: null,
    asOfFrom: 'data',
    restsOn: null,
    bookBy: 'start',
    periods: [...new Map(results.map((each) => [each.period.label, each.period])).values()],
    results,
    undated: [],
    ledgers: {},
    inputs: [],
    waivers: [],
    findings: [],
    notes: [],
    ...changes,
  };
}

export function options(changes: Partial<RenderOptions> = {}): RenderOptions {
  return {
    tool: { name: 'sla', version: '0.0.0' },
    width: 100,
    color: false,
    ascii: false,
    layout: 'tidy',
    excel: false,
    ...changes,
  };
}

export function scoreboardOf(results: readonly Result[], changes: Partial<Compliance> = {}) {
  return {
    view: 'scoreboard',
    compliances: [compliance(results, changes)],
    findings: [],
    texts: {},
  } as const;
}

export function tableOf(results: readonly Result[], changes: Partial<Compliance> = {}) {
  return { view: 'table', compliances: [compliance(results, changes)], findings: [], texts: {} } as const;
}
