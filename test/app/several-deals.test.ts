import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from '../judging/world.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const agreement = (rule: string, joins = 'joins: { contact: id }') =>
  agreementText({
    id: 'deals',
    title: 'Deals',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields: { id: id, qualified: { column: qualified, type: datetime, format: iso } }
  deals:
    files: deals.csv
    ${joins}${rule}
    fields:
      stage: stage
      amount: { column: amount, type: decimal }
      closed: { column: closed, type: date, format: iso }`,
    stages: '{ qualified: { at: qualified }, won: { at: closed, when: { stage: Won } } }',
    objectives: `
  - { id: revenue, shared_by: [marketing, sales], sum: { field: amount, stage: won }, target: ">= 1 EUR per month" }`,
    commitments: `
  - { id: leads, owed_by: marketing, owed_to: sales, count: { stage: qualified }, target: ">= 1 per month" }`,
  });

const rule = (text: string) => agreement(`\n    one_per_lead: ${text}`);

const LEADS =
  'id,qualified\n1,2026-03-02 09:00\n2,2026-03-02 09:00\n3,2026-03-02 09:00\n4,2026-03-02 09:00\n';

/** Lead 1 loses one deal, then wins two; 2 wins one twice exported; 3 has two of one day; 4 has none that is closed. */
const DEALS = `contact,stage,amount,closed
1,Won,500,2026-03-30
1,Lost,9000,2026-03-10
1,Won,100,2026-03-20
2,Won,7,2026-03-11
2,Won,7,2026-03-11
3,Won,40,2026-03-12
3,Won,30,2026-03-12
4,Open,800,
4,Open,900,
`;
const EXPORTS = { leads: LEADS, deals: DEALS };

const revenue = async (text: string, options = {}) =>
  (await reportOf(text, EXPORTS, options)).result('revenue', '2026-03').value;

describe('a lead with several deals', () => {
  it('is an error where no rule takes one', async () => {
    await expect(reportOf(agreement(''), EXPORTS)).rejects.toThrow('3 keys of "deals" have rows that differ');
  });

  it('has the first that was won, or the latest, as the rule says', async () => {
    // 7 of lead 2 and 30 of lead 3, whose cells come before those of the other on that day, are in all of them.
    expect(await revenue(rule('{ first: closed, prefer: { stage: Won } }'))).toBe(100 + 7 + 30);
    expect(await revenue(rule('{ latest: closed, prefer: { stage: Won } }'))).toBe(500 + 7 + 30);
    expect(await revenue(rule('{ first: closed }'))).toBe(7 + 30);
  });

  it('had what was known at an instant before', async () => {
    const known = { asOf: '2026-03-25T00:00:00Z' };
    expect(await revenue(rule('{ latest: closed, prefer: { stage: Won } }'), known)).toBe(100 + 7 + 30);
  });

  it('is told in the ledger, and with its lines where two deals are equal', async () => {
    const { ledgers, findings, notes } = await reportOf(
      rule('{ first: closed, prefer: { stage: Won } }'),
      EXPORTS,
    );
    // 500 of lead 1, and 40 or 30 of lead 3.
    expect(notes.filter((note) => note.includes('"prefer"'))).toEqual([
      '2 rows of "deals" that "prefer" names do not count, as their leads have another such row: a source with a "key" of its own counts each',
    ]);
    expect(ledgers.deals).toEqual({
      read: 9,
      judged: 4,
      excluded: { 'identical duplicate': 1, 'another row of its lead was taken': 4 },
      rejected: {},
    });
    expect(findings.filter(({ rule: id }) => id === 'differing-rows').map(({ message }) => message)).toEqual([
      '2 keys of "deals" have rows that differ and are equal by "closed": "3" (deals.csv:7, deals.csv:8), "4" (deals.csv:9, deals.csv:10)',
    ]);
  });

  it.each([
    [
      'with duplicates: latest',
      agreement('\n    duplicates: latest\n    modified: closed\n    one_per_lead: { first: closed }'),
    ],
    ['on activities', agreement('\n    one_per_lead: { first: closed }', 'lead: contact')],
    ['by a field that is no date', rule('{ first: stage }')],
    ['by a field that is not there', rule('{ latest: won }')],
    ['by two dates', rule('{ first: closed, latest: closed }')],
  ])('is refused %s', async (_, text) => {
    await expect(reportOf(text, EXPORTS)).rejects.toThrow();
  });
});

describe('the receipt of a lead with several deals', () => {
  const folder = folderWith({
    'a.sla.yaml': rule('{ first: closed, prefer: { stage: Won } }'),
    'leads.csv': LEADS,
    'deals.csv': DEALS,
  });
  afterAll(folder.remove);

  it('says which was taken', async () => {
    const { out } = await folder.sla('explain', '1');
    expect(out).toContain('deals, deals.csv:4: judged');
    expect(out).toContain('deals, deals.csv:2: another row of its lead was taken');
    expect(out).toContain('deals, deals.csv:3: another row of its lead was taken');
  });
});
