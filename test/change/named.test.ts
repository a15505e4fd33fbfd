import { describe, expect, it } from 'vitest';
import { changeFindings } from '../../src/app/changes/findings.ts';
import type { Diff, PlacedAcceptance, ReviewedChange } from '../../src/model/change.ts';

const start = { line: 1, column: 1 };
const place = { file: 'acme.sla.yaml', start, end: start };
const change: ReviewedChange = {
  ...{ key: 'acme:first-contact/within', agreement: 'acme', promise: 'first-contact', kind: 'commitment' },
  ...{ title: 'First contact', rule: 'within', class: 'weakened', from: '4 business hours' },
  ...{ to: '8 business hours', owedBy: ['sales'], protects: ['mkt'], place, side: 'head', settled: null },
  ...{ bound: { before: null, after: null }, needs: ['mkt'], accepted: [], missing: ['mkt'] },
  toAccept: ['sla accept first-contact/within --by mkt --why "..."'],
};
const entry: PlacedAcceptance = {
  ...{ agreement: 'acme', commitment: 'first-contact', rule: 'within', from: '4 business hours' },
  ...{ to: '9 business hours', by: 'mkt', reason: 'Fewer people', bound: null, place, index: 0 },
};
const diff: Diff = {
  ...{ base: 'main', head: 'the working tree', stale: [entry], toAcceptAll: [] },
  agreements: [
    {
      ...{ id: 'acme', title: 'Acme', base: null, head: null, exempt: false, backTest: null },
      ...{ noBackTest: null, leaving: [], changes: [change] },
      names: { teams: { mkt: 'Marketing', sales: 'Sales' }, promises: { 'first-contact': 'First contact' } },
    },
  ],
};

describe('findings about changes', () => {
  it('name teams and promises by their titles; what is typed has their ids', () => {
    const [unaccepted, stale] = changeFindings(diff, [entry]);
    expect(unaccepted?.message).toBe(
      '"First contact" is weakened, and Marketing has not accepted it: within from 4 business hours to 8 business hours',
    );
    expect(unaccepted?.help).toContain('--by mkt');
    expect(stale?.message).toBe(
      'This acceptance by Marketing matches no change of "First contact": within from 4 business hours to 9 business hours',
    );
  });
});
