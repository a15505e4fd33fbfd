import { afterAll, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from './folder.ts';

const folder = folderWith({
  'office.sla.yaml': agreementText({
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    max_rejected: 60%
    fields:
      id: id
      won_at: { column: won, type: datetime, format: iso }
      amount: { column: amount, type: decimal }
`,
    stages: '{ won: { at: won_at } }',
    objectives: `
  - { id: revenue, title: Revenue, shared_by: [marketing, sales], sum: { field: amount, stage: won }, target: ">= 10 EUR per month" }
`,
    commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: won }, target: ">= 1 per month" }
`,
  }),
  'leads.csv': `id,won,amount
L1,2026-03-02 10:00,100
L2,2026-03-03 10:00,$1000
L3,2026-03-04 10:00,CHF 900
L4,2026-03-05 10:00,500 €
`,
});
afterAll(() => folder.remove());

it('adds no dollars and no francs to the euros that the two teams share as their objective', async () => {
  const { out } = await folder.sla('check', '--format', 'json');
  const { results, ledger } = JSON.parse(out);
  const revenue = results.find(({ id }: { readonly id: string }) => id === 'revenue');
  expect([revenue.value, ledger.leads.read, ledger.leads.rejected]).toEqual([
    600,
    4,
    { 'other-currency': 2 },
  ]);
});

it('adds no dollars to the euros of a version before, whose field the newest does not add up', async () => {
  const version = (name: string, effective: string, field: string) =>
    agreementText({
      version: name,
      effective,
      sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    max_rejected: 60%
    fields:
      id: id
      won_at: { column: won, type: datetime, format: iso }
      amount: { column: amount, type: decimal }
      list: { column: price, type: decimal }
`,
      stages: '{ won: { at: won_at } }',
      commitments: `
  - { id: revenue, owed_by: marketing, owed_to: sales, sum: { field: ${field}, stage: won }, target: ">= 10 EUR per month" }
`,
    });
  const two = folderWith({
    'one.sla.yaml': version('1', '{ to: 2026-02-28 }', 'amount'),
    'two.sla.yaml': version('2', '{ from: 2026-03-01 }', 'list'),
    'leads.csv':
      'id,won,amount,price\nL1,2026-02-02 10:00,100,1\nL2,2026-02-03 10:00,$1000,1\nL3,2026-03-03 10:00,5,7\n',
  });
  const { out } = await two.sla('report', '--format', 'json');
  two.remove();
  const { results } = JSON.parse(out);
  expect(results.map(({ value }: { readonly value: number }) => value)).toEqual([100, 7]);
});
