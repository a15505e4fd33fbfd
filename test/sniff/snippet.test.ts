import { expect, it } from 'vitest';
import { readAgreement } from '../../src/language/read.ts';
import { fieldLines } from '../../src/report/sniff-fields.ts';
import { agreementText } from '../agreement.ts';
import { sniffed } from './sniffed.ts';

const AROUND = (source: readonly string[]): string =>
  agreementText({
    id: 'pasted',
    title: 'Pasted',
    status: 'draft',
    effective: '{ from: 2026-01-01 }',
    teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
    sponsor: 'Somebody',
    sources: `
${source.join('\n')}`,
    stages: `
  created: { at: created_at }`,
    commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, promise: x, count: { stage: created }, target: ">= 1 per month" }`,
  });

it.each([
  [
    '1.100',
    '{ column: Amount, type: decimal } # "1.100" may be thousands or a fraction: write decimal: "," or decimal: "."',
  ],
  ['1.100,50', '{ column: Amount, type: decimal, decimal: "," }'],
])('says of an amount such as %s what can not be told', async (cell, line) => {
  const text = `Lead ID;Amount\nA1;${cell}\nA2;${cell}\n`;
  const found = await sniffed(text);
  const lines = fieldLines({ file: 'leads.csv', bytes: text.length, packed: null, ...found });
  expect(lines).toContain(`      amount: ${line}`);
});

it.each([
  ['a key and a date', 'Lead ID,Created Date,Phone\nA1,2026-01-05 10:00,1\nA2,2026-01-06 11:00,2\n'],
  ['no key', 'Town,Created Date,Colour\nMetz,2026-01-05 10:00,red\nMetz,2026-01-06 11:00,red\n'],
  ['a date of which nothing proves the order', 'Lead ID,Created Date\nA1,01/02/2026\nA2,03/04/2026\n'],
  ['headers that YAML would read', 'Lead ID,Created Date,"yes: [no]"\nA1,2026-01-05,1\nA2,2026-01-06,2\n'],
])('the source that sniff prints for %s validates as it stands', async (_, text) => {
  const found = await sniffed(text);
  const lines = fieldLines({ file: 'leads.csv', bytes: text.length, packed: null, ...found });
  const { agreement, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', AROUND(lines));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(agreement).not.toBeNull();
  expect(lines.join('\n')).not.toContain('Europe/Paris #');
});

it('says of an export without rows that no row tells what its columns hold', async () => {
  const text = 'Lead ID,Created\n';
  const found = await sniffed(text);
  const lines = fieldLines({ file: 'leads.csv', bytes: text.length, packed: null, ...found });
  expect(lines.at(-1)).toBe(
    '      id: Lead ID # no row tells what it holds: write the column that identifies a lead',
  );
});
