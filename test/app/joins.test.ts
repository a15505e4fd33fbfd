import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from '../judging/world.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'joins',
  title: 'Joins',
  sources: `
  leads: { files: leads.csv, timezone: Europe/Paris, key: id, recycled: latest, fields: { id: id, source: source, owner: owner } }
  deals:
    files: deals.csv
    joins: { lead: id }
    fields:
      amount: { column: amount, type: decimal }
      won: { column: won, type: date, format: iso }`,
  stages: '{ won: { at: won } }',
  objectives: `
  - { id: revenue, shared_by: [marketing, sales], sum: { field: amount, stage: won }, target: ">= 100 EUR per month" }`,
  commitments: `
  - id: meetings
    owed_by: marketing
    owed_to: sales
    occurrence: { records: meetings.yaml, at: date }
    target: ">= 1 per month"`,
});

const EXPORTS = {
  leads: 'id,source,owner\nA,web,Ana\nB,fair,Ana\nC,web,Ben\nD,web,\n',
  deals: 'lead,amount,won\nA,40.50,2026-03-02\nB,10,2026-03-03\nC,20.25,2026-03-31\nD,5,2026-03-31\n',
  'meetings.yaml': '- date: 2026-03-10\n- date: 2026-07-14 # planned\n',
};

describe('a source that joins at most one row to a lead', () => {
  it('is refused where keys join to several rows that differ, with their number and three of them', async () => {
    const deals = ['A', 'B', 'C', 'D'].map((key) => `${key},1,2026-03-02\n${key},2,2026-03-03\n`).join('');
    await expect(reportOf(AGREEMENT, { ...EXPORTS, deals: `lead,amount,won\n${deals}` })).rejects.toThrow(
      'differing-rows: 4 keys of "deals" have rows that differ: "A" (deals.csv:2, deals.csv:3), "B" (deals.csv:4, deals.csv:5), "C" (deals.csv:6, deals.csv:7)',
    );
  });

  it('counts a row that was exported twice once', async () => {
    const twice = { ...EXPORTS, deals: `${EXPORTS.deals}A,40.50,2026-03-02\n` };
    const { result, ledgers } = await reportOf(AGREEMENT, twice);
    expect(result('revenue', '2026-03').value).toBe(75.75);
    expect(ledgers.deals).toMatchObject({ read: 5, judged: 4, excluded: { 'identical duplicate': 1 } });
  });

  it('says how many of its rows find no lead', async () => {
    const { notes } = await reportOf(AGREEMENT, { ...EXPORTS, deals: `${EXPORTS.deals}X,9,2026-03-02\n` });
    expect(notes).toContain('1 of the 5 rows of "deals" belongs to no lead that could be read');
  });

  it('asks whether the keys are written in another way where none finds a lead', async () => {
    const leads = EXPORTS.leads.replace(/^(?=[A-D])/gm, 'L-');
    const { notes, asOf } = await reportOf(AGREEMENT, { ...EXPORTS, leads }, { asOf: '2026-04-01' });
    expect(asOf).toBeGreaterThan(0);
    expect(notes).toContain(
      'none of the 4 rows of "deals" belongs to a lead: are their keys written in another way?',
    );
  });
});

it('tells that a lead that came back is judged by one passage alone', async () => {
  const { notes } = await reportOf(AGREEMENT, EXPORTS);
  expect(notes).toContain(
    'a lead of "leads" that came back is judged by its latest passage alone: the export keeps no other',
  );
});

describe('a report cut by two fields', () => {
  it('has parts that add up to the whole, and no verdict on a part of a number', async () => {
    const { results, result } = await reportOf(AGREEMENT, EXPORTS, { by: ['owner', 'source'] });
    const march = results.filter(({ id, period }) => id === 'revenue' && period.label === '2026-03');
    const parts = march.filter(({ by }) => by !== null);
    expect(parts.map(({ by, value }) => [by?.owner, by?.source, value])).toEqual([
      ['Ana', 'fair', 10],
      ['Ana', 'web', 40.5],
      ['Ben', 'web', 20.25],
      [null, 'web', 5],
    ]);
    const whole = result('revenue', '2026-03');
    expect(parts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(whole.value);
    expect(parts.reduce((sum, { counts }) => sum + counts.met, 0)).toBe(whole.counts.met);
    expect(parts.map(({ verdict }) => verdict)).toEqual([null, null, null, null]);
    expect(parts[1]?.extras.shareOfWhole).toBeCloseTo(40.5 / 75.75, 12);
  });

  it('does not cut records, which belong to no lead', async () => {
    const { results } = await reportOf(AGREEMENT, EXPORTS, { by: ['owner', 'source'] });
    const meetings = results.filter(({ id, period }) => id === 'meetings' && period.label === '2026-03');
    expect(meetings.map(({ by, value, verdict }) => ({ by, value, verdict }))).toEqual([
      { by: null, value: 1, verdict: 'met' },
    ]);
  });
});

it('does not take a planned meeting for the present', async () => {
  const { asOf } = await reportOf(AGREEMENT, EXPORTS);
  expect(new Date(asOf / 1000).toISOString()).toBe('2026-03-31T22:00:00.000Z');
});
