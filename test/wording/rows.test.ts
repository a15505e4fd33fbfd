import { afterEach, expect, it } from 'vitest';
import { rowTexts } from '../../src/app/wording/rows.ts';
import { readAgreement } from '../../src/language/read.ts';
import { reset, speak } from '../../src/messages/index.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { agreementText } from '../agreement.ts';

afterEach(reset);

const withRows = (more: string): string =>
  agreementText({
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      email: Courriel
      contact: Contact
      made: { column: made, type: datetime, format: iso }
${more}`,
    stages: '{ made: { at: made } }',
    commitments:
      '\n  - { id: n, owed_by: sales, owed_to: marketing, count: { stage: made }, target: ">= 1 per month" }',
  });

async function told(text: string, name: string): Promise<readonly string[]> {
  const { agreement, diagnostics } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const source = (agreement as Agreement).sources[name];
  if (source === undefined) throw new Error(`No source "${name}"`);
  return rowTexts(source, agreement as Agreement);
}

const DEALS = (rule: string): string => `  deals:
    files: deals.csv
    joins: { Lead: id }
    timezone: Europe/Paris
    one_per_lead: ${rule}
    fields: { won_at: { column: Gagné le, type: date, format: iso }, deal_stage: Étape }`;

it('says which of several deals of a lead counts, and another rule in other words', async () => {
  const rules = [
    '{ first: won_at }',
    '{ latest: won_at }',
    '{ first: won_at, prefer: { deal_stage: Gagnée } }',
  ];
  const texts = await Promise.all(rules.map((rule) => told(withRows(DEALS(rule)), 'deals')));
  expect(texts).toEqual([
    ['Of several rows of deals about one lead the one with the first “Gagné le” counts.'],
    ['Of several rows of deals about one lead the one with the latest “Gagné le” counts.'],
    [
      'Of several rows of deals about one lead the one with the first “Gagné le” counts; those where deal stage is Gagnée go before the others.',
    ],
  ]);
  await speak('fr');
  expect(await told(withRows(DEALS('{ first: won_at }')), 'deals')).toEqual([
    'De plusieurs lignes de «\u00a0deals\u00a0» sur un même lead compte celle dont «\u00a0Gagné le\u00a0» est la première.',
  ]);
});

const CALLS = (lead: string): string => `  calls:
    files: calls.csv
    lead: ${lead}
    timezone: Europe/Paris
    fields: { at: { column: at, type: datetime, format: iso } }`;

it('says by which columns activities name the lead, and nothing where it is by the key', async () => {
  expect(await told(withRows(CALLS('{ Who: [email, contact] }')), 'calls')).toEqual([
    'A row of calls is about each lead whose “Courriel” or “Contact” is what “Who” holds.',
  ]);
  expect(await told(withRows(CALLS('Who')), 'calls')).toEqual([]);
});

it('says of which rows those of a source are that belong to it', async () => {
  const rows = `  tickets:
    files: tickets.csv
    timezone: Europe/Paris
    key: number
    fields: { number: N°, opened: { column: opened, type: datetime, format: iso } }
  moves:
    files: moves.csv
    timezone: Europe/Paris
    belongs_to: { tickets: Ticket }
    fields: { at: { column: at, type: datetime, format: iso } }`;
  expect(await told(withRows(rows), 'moves')).toEqual([
    'A row of moves is about the row of tickets that “Ticket” names.',
  ]);
});
