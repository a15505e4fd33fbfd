import { afterAll, expect, it } from 'vitest';
import { signOf } from '../../src/reading/xlsx/date-styles.ts';
import { agreementText } from '../agreement.ts';
import { book, number, row, text } from '../reading/xlsx/book.ts';
import { folderWith } from './folder.ts';

const folder = folderWith({
  'office.sla.yaml': agreementText({
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    max_rejected: 70%
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
L5,2026-03-05 10:00,¥300
L6,2026-03-05 10:00,300 zł
`,
});
afterAll(() => folder.remove());

it('adds no dollars, francs, yens and zlotys to the euros that the two teams share as their objective', async () => {
  const { out } = await folder.sla('check', '--format', 'json');
  const { results, ledger } = JSON.parse(out);
  const revenue = results.find(({ id }: { readonly id: string }) => id === 'revenue');
  expect([revenue.value, ledger.leads.read, ledger.leads.rejected]).toEqual([
    600,
    6,
    { 'other-currency': 4 },
  ]);
});

it.each([
  ['PLN', '12 500,50 zł', '500 PLN'],
  ['JPY', '¥12 500,50', '500 円'],
])('adds up amounts that bear the sign or the code of their target: %s', async (code, one, other) => {
  const signed = folderWith({
    'office.sla.yaml': agreementText({
      sources: `
  leads:
    files: leads.csv
    csv: { delimiter: ";" }
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      won_at: { column: won, type: datetime, format: iso }
      amount: { column: amount, type: decimal, decimal: "," }
`,
      stages: '{ won: { at: won_at } }',
      commitments: `
  - { id: revenue, owed_by: marketing, owed_to: sales, sum: { field: amount, stage: won }, target: ">= 10 ${code} per month" }
`,
    }),
    'leads.csv': `id;won;amount\nL1;2026-03-02 10:00;${one}\nL2;2026-03-03 10:00;${other}\n`,
  });
  const { out } = await signed.sla('check', '--format', 'json');
  signed.remove();
  expect(JSON.parse(out).results[0].value).toBe(13_000.5);
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

it('adds up no number of a sheet that is shown with another currency', async () => {
  const formats = ['#,##0.00\\ [$€-40C]', '[$$-409]#,##0.00', '&quot;CHF&quot; 0', '#,##0'];
  const lead = (line: number, id: string, amount: string) =>
    row(line, text(id), text('2026-03-02 10:00'), amount);
  const rows = [
    row(1, text('id'), text('won'), text('amount')),
    lead(2, 'L1', number(100)),
    lead(3, 'L2', number(20.5, 1)),
    lead(4, 'L3', number(1000, 2)),
    lead(5, 'L4', number(900, 3)),
    lead(6, 'L5', number(3, 4)),
  ];
  const sheet = folderWith({
    'office.sla.yaml': agreementText({
      sources: `
  leads:
    files: leads.xlsx
    timezone: Europe/Paris
    key: id
    max_rejected: 60%
    fields:
      id: id
      won_at: { column: won, type: datetime, format: iso }
      amount: { column: amount, type: decimal, decimal: "," }
`,
      stages: '{ won: { at: won_at } }',
      commitments: `
  - { id: revenue, owed_by: marketing, owed_to: sales, sum: { field: amount, stage: won }, target: ">= 10 EUR per month" }
`,
    }),
    'leads.xlsx': book({ rows: rows.join(''), formats }),
  });
  const { out } = await sheet.sla('report', '--format', 'json');
  sheet.remove();
  const { results, ledger } = JSON.parse(out);
  expect([results[0].value, ledger.leads.rejected]).toEqual([123.5, { 'other-currency': 2 }]);
});

it.each([
  ['#,##0.00\\ [$€-40C]', '€'],
  ['[$CHF-807] #,##0.00;[Red]-[$CHF-807] #,##0.00', 'CHF'],
  ['"$"#,##0_);\\("$"#,##0\\)', '$'],
  ['_-£* #,##0.00_-', '£'],
  ['0.00 "kg"', null],
  ['#,##0', null],
  ['[$-409]#,##0', null],
  ['General', null],
  [null, null],
])('the format %s shows a number with %s', (code, sign) => {
  expect(signOf(code)).toBe(sign);
});
