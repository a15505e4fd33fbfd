import { describe, expect, it } from 'vitest';
import { firstSentences } from '../../src/app/log.ts';
import type { CalibratedPromise, Calibration } from '../../src/model/calibration.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Funnel } from '../../src/model/funnel.ts';
import { calibrationBlocks } from '../../src/report/calibration.ts';
import { compliance as html } from '../../src/report/formats/html.ts';
import { funnel as jsonOf } from '../../src/report/formats/json-funnel.ts';
import { funnelBlocks } from '../../src/report/funnel.ts';
import { IN_TERMINAL } from '../../src/report/names.ts';
import { compliance, counts, month, options, rated } from './fixtures.ts';

const AGREEMENT = {
  ...{ id: 'office', title: 'Office', file: 'office.sla.yaml', version: '1', timezone: 'UTC' },
  teams: {},
  promises: {},
};

describe('a list that is cut says so', () => {
  const calibrationOver = (n: number): Calibration => {
    const periods = Array.from({ length: n }, (_, i) => ({
      ...{ period: month(2025 + Math.floor(i / 12), (i % 12) + 1), counts: counts(1, 0) },
      ...{ reached: 1, target: 0.9, verdict: 'met' as const, used: true },
    }));
    const { target } = rated('call', 'met', counts(1, 0));
    const promise: CalibratedPromise = {
      ...{ id: 'call', kind: 'commitment', measure: 'response', title: 'Call', promise: null },
      ...{ owedBy: null, owedTo: null, sharedBy: [], by: null, minCases: 0, periods },
      ...{
        target: { ...target, per: 'month' },
        held: { in: n, of: n },
        targets: [],
        seasonal: [],
        parts: [],
      },
    };
    return {
      agreement: AGREEMENT,
      asOf: 0,
      asOfFrom: 'data',
      asked: false,
      promises: [promise],
    } as Calibration;
  };
  const titles = (one: Calibration) =>
    calibrationBlocks(one, IN_TERMINAL).flatMap((block) => (block.kind === 'list' ? [block.title] : []));

  it('of the periods of a calibration', () => {
    expect(titles(calibrationOver(15))).toContain('The last 12 of 15 periods are shown');
    expect(titles(calibrationOver(12)).join()).not.toContain('are shown');
  });

  it('of the months of a funnel, in JSON too', () => {
    const whole: Funnel = {
      ...{ agreement: AGREEMENT, asOf: 0, asOfFrom: 'data', unit: 'month', by: [], steps: [], cohorts: [] },
      ...{ words: [], profileAnswers: [] },
    };
    const cut: Funnel = { ...whole, leftOut: { first: '2020-01', shown: '2023-07' } };
    const told = 'the months from 2020-01 to before 2023-07 are not shown: --from 2020-01 shows them';
    expect(JSON.stringify(funnelBlocks(cut))).toContain(told);
    expect(JSON.stringify(funnelBlocks(whole))).not.toContain('are not shown');
    const results = (one: Funnel) =>
      JSON.parse(jsonOf({ funnels: [one], findings: [], texts: {} }, options())).results[0].leftOut;
    expect([results(cut), results(whole)]).toEqual([cut.leftOut, undefined]);
  });

  it('of the problems of a commit', () => {
    const errors = (n: number) =>
      Array.from({ length: n }, (_, i): Diagnostic => ({ rule: 'r', severity: 'error', message: `m${i}` }));
    expect(firstSentences(errors(3))).toEqual(['m0', 'm1', 'm2']);
    expect(firstSentences(errors(5))).toEqual(['m0', 'm1', 'm2', 'and 2 more']);
  });

  it('of the missed promises in the overview of several agreements', () => {
    const pageOf = (n: number): string => {
      const missed = Array.from({ length: n }, (_, i) =>
        rated(`call-${i}`, 'missed', counts(0, 10), { period: month(2026, 5) }),
      );
      const shown = compliance(missed, { asOf: Date.UTC(2026, 5, 20) * 1000 });
      const other = { ...shown, agreement: { ...shown.agreement, id: 'other' } };
      return html({ view: 'table', compliances: [shown, other], findings: [], texts: {} }, options());
    };
    expect(pageOf(8)).toContain('>and 2 more<');
    expect(pageOf(6)).not.toMatch(/>and \d more</);
  });
});
