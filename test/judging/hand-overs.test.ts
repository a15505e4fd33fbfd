import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, refusalOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

/** An export with a row for each hand-over, its activities and its deals. */
const agreement = (commitments: string, more: { recycled?: string; waivers?: string } = {}): string =>
  agreementText({
    id: 'again',
    title: 'Leads that come back',
    timezone: 'UTC',
    calendars: '{ office: { timezone: UTC, week: { mon-fri: [09:00-17:00] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    ${more.recycled ?? 'recycled: each\n    handed_over: qualified'}
    fields:
      id: id
      owner: owner
      created: { column: created, type: datetime, format: iso }
      qualified: { column: qualified, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }
  activities:
    files: activities.csv
    lead: lead_id
    fields: { at: { column: at, type: datetime, format: iso } }
  deals:
    files: deals.csv
    joins: { lead_id: id }
    fields:
      won: { column: won, type: datetime, format: iso }
      amount: { column: amount, type: decimal }`,
    stages: `
  created: { at: created }
  qualified: { at: qualified }
  contacted: { at: contacted }
  won: { at: won }`,
    commitments: `
${commitments
  .trim()
  .split('\n')
  .map((line) => `  ${line}`)
  .join('\n')}
${more.waivers ?? ''}`,
  });

const promise = (id: string, measure: string, target = '>= 50%'): string => `
- id: ${id}
  owed_by: sales
  owed_to: marketing
  ${measure}
  target: "${target}"
`;

const CONTACT = promise('contact', 'response: { from: qualified, to: contacted, within: 4 hours }');
const FIRST_CALL = promise(
  'first-call',
  'response: { from: qualified, to: { earliest: activities }, within: 4 hours }',
);
const FOLLOW_UP = promise('follow-up', 'attempts: { from: qualified, at_least: 2, within: 2 calendar days }');

const HEAD = 'id,owner,created,qualified,contacted\n';

describe('a row for each hand-over', () => {
  const leads = `${HEAD}A,Ana,2026-01-05 08:00,2026-01-05 09:00,2026-01-05 10:00
A,Bob,2026-01-05 08:00,2026-03-02 09:00,2026-03-02 15:00
B,Ana,2026-03-02 08:00,2026-03-02 09:00,
`;

  it('makes a case of each, with its own start, stop and month', async () => {
    const cases = await casesOf(agreement(CONTACT), { leads }, { asOf: '2026-03-31' });
    expect(cases).toMatchObject({
      'A/1': { state: 'met', start: '2026-01-05T09:00Z', period: '2026-01' },
      'A/2': { state: 'breached', start: '2026-03-02T09:00Z', stop: '2026-03-02T15:00Z', period: '2026-03' },
      'B/1': { state: 'breached', period: '2026-03' },
    });
  });

  it('counts a lead that came back again, and its creation once', async () => {
    const counts = [
      promise('volume', 'count: { stage: qualified }', '>= 1 per quarter'),
      promise('created', 'count: { stage: created }', '>= 1 per quarter'),
    ].join('');
    const report = await reportOf(agreement(counts), { leads }, { asOf: '2026-03-31' });
    expect(report.result('volume', '2026-Q1').value).toBe(3);
    expect(report.result('created', '2026-Q1').value).toBe(2);
    expect(report.ledgers.leads).toEqual({ read: 3, judged: 3, excluded: {}, rejected: {} });
  });

  it('judges a clock from a date that all rows repeat by the first hand-over', async () => {
    const since = promise('since', 'response: { from: created, to: contacted, within: 4 hours }');
    const cases = await casesOf(agreement(since), { leads }, { asOf: '2026-03-31' });
    expect(Object.keys(cases)).toEqual(['A/1', 'B/1']);
    expect(cases['A/1']).toMatchObject({ state: 'met', stop: '2026-01-05T10:00Z' });
  });

  it('collapses rows that are identical, wherever they stand', async () => {
    const twice = `${leads}A,Bob,2026-01-05 08:00,2026-03-02 09:00,2026-03-02 15:00\n`;
    const report = await reportOf(agreement(CONTACT), { leads: twice }, { asOf: '2026-03-31' });
    expect(report.ledgers.leads).toMatchObject({ judged: 3, excluded: { 'identical duplicate': 1 } });
  });

  it('refuses rows of one lead that differ and have one date', async () => {
    const unclear = `${leads}B,Bob,2026-03-02 08:00,2026-03-02 09:00,\n`;
    expect(await refusalOf(agreement(CONTACT), { leads: unclear })).toEqual(['differing-rows']);
  });

  it('refuses rows that differ, where one row a lead was declared', async () => {
    const agreed = agreement(CONTACT, { recycled: 'recycled: latest' });
    expect(await refusalOf(agreed, { leads })).toEqual(['differing-rows']);
  });

  it('numbers them by their dates, not by their order in the file', async () => {
    const [head, first, second, third] = leads.split('\n');
    const cases = await casesOf(
      agreement(CONTACT),
      { leads: [head, third, second, first, ''].join('\n') },
      { asOf: '2026-03-31' },
    );
    expect(cases['A/1']?.period).toBe('2026-01');
    expect(cases['A/2']?.period).toBe('2026-03');
  });
});

describe('activities of a lead that came back', () => {
  const leads = `${HEAD}A,,,2026-03-02 09:00,
A,,,2026-03-02 11:00,
A,,,2026-03-20 09:00,
`;

  it('stop each clock that they are in time for', async () => {
    const activities = 'lead_id,at\nA,2026-03-02 12:00\n';
    const cases = await casesOf(agreement(FIRST_CALL), { leads, activities }, { asOf: '2026-03-31' });
    expect(cases).toMatchObject({
      'A/1': { state: 'met', elapsed: 3 * 3600 },
      'A/2': { state: 'met', elapsed: 3600 },
      'A/3': { state: 'breached', stop: null },
    });
  });

  it('do not stop a clock that starts after them', async () => {
    const activities = 'lead_id,at\nA,2026-03-02 10:00\nA,2026-03-20 09:30\n';
    const cases = await casesOf(agreement(FIRST_CALL), { leads, activities }, { asOf: '2026-03-31' });
    expect(cases['A/1']).toMatchObject({ state: 'met', stop: '2026-03-02T10:00Z' });
    expect(cases['A/2']).toMatchObject({ state: 'breached', stop: '2026-03-20T09:30Z' });
    expect(cases['A/3']).toMatchObject({ state: 'met', elapsed: 1800 });
  });

  it('count as touches of each hand-over in whose window they fall', async () => {
    const activities = 'lead_id,at\nA,2026-03-02 10:00\nA,2026-03-02 12:00\nA,2026-03-20 10:00\n';
    const cases = await casesOf(agreement(FOLLOW_UP), { leads, activities }, { asOf: '2026-03-31' });
    expect(cases).toMatchObject({
      'A/1': { state: 'met' },
      'A/2': { state: 'breached' },
      'A/3': { state: 'breached' },
    });
  });
});

describe('a source with one row a lead, joined to a lead that came back', () => {
  const leads = `${HEAD}A,Ana,,2026-01-05 09:00,
A,Bob,,2026-03-02 09:00,
`;
  const won = (at: string) => ({ leads, deals: `lead_id,won,amount\nA,${at},100\n` });
  const asOf = '2026-03-31';

  it('adds its amount once, to the hand-over that the date follows', async () => {
    const revenue = promise('revenue', 'sum: { field: amount, stage: won }', '>= 1 per quarter');
    const late = await reportOf(agreement(revenue), won('2026-03-10 09:00'), { asOf, by: ['owner'] });
    const early = await reportOf(agreement(revenue), won('2026-02-10 09:00'), { asOf, by: ['owner'] });
    const byOwner = ({ results }: typeof late) =>
      results.filter(({ by }) => by !== null).map(({ by, value }) => [by?.owner, value]);
    expect(late.result('revenue', '2026-Q1').value).toBe(100);
    expect(byOwner(late)).toEqual([['Bob', 100]]);
    expect(byOwner(early)).toEqual([['Ana', 100]]);
  });

  it('makes a customer of one hand-over, the latest that the date follows', async () => {
    const customers = promise('customers', 'share: { of: { stage: qualified }, reaches: won }');
    const late = await casesOf(agreement(customers), won('2026-03-10 09:00'), { asOf });
    const early = await casesOf(agreement(customers), won('2026-02-10 09:00'), { asOf });
    expect([late['A/1']?.state, late['A/2']?.state]).toEqual(['breached', 'met']);
    expect([early['A/1']?.state, early['A/2']?.state]).toEqual(['met', 'breached']);
  });

  it('stops a clock in time, and none that started later', async () => {
    const close = promise('close', 'response: { from: qualified, to: won, within: 60 calendar days }');
    const late = await casesOf(agreement(close), won('2026-03-05 09:00'), { asOf });
    const early = await casesOf(agreement(close), won('2026-02-10 09:00'), { asOf });
    expect([late['A/1']?.state, late['A/2']?.state]).toEqual(['met', 'met']);
    expect([early['A/1']?.state, early['A/2']?.state]).toEqual(['met', 'pending']);
    expect(early['A/2']?.stop).toBeNull();
  });

  it('is unknown where it comes before the first hand-over', async () => {
    const close = promise('close', 'response: { from: qualified, to: won, within: 60 calendar days }');
    const cases = await casesOf(agreement(close), won('2026-01-02 09:00'), { asOf });
    expect(cases['A/1']).toMatchObject({ state: 'unknown', reason: 'stop-before-start' });
    expect(cases['A/2']).toMatchObject({ state: 'pending', stop: null });
  });
});

describe('a waiver', () => {
  const leads = `${HEAD}A,,,2026-01-05 09:00,
A,,,2026-03-02 09:00,
`;
  const states = async (waiver: string) => {
    const agreed = agreement(CONTACT, {
      waivers: `waivers:\n  - { ${waiver}, reason: Outage, approved_by: [marketing, sales] }`,
    });
    const cases = await casesOf(agreed, { leads }, { asOf: '2026-03-31' });
    return [cases['A/1']?.state, cases['A/2']?.state];
  };

  it('that names a lead excuses all its hand-overs', async () => {
    expect(await states('leads: [A]')).toEqual(['excluded', 'excluded']);
  });

  it('of days excuses the hand-over that started on them', async () => {
    expect(await states('between: 2026-03-02..2026-03-02')).toEqual(['breached', 'excluded']);
  });
});

describe('recycled leads', () => {
  const leads = `${HEAD}A,Ana,,2026-03-02 09:00,2026-03-02 10:00
A,Ana,,2026-03-09 09:00,
B,Bob,,2026-02-02 09:00,
B,Bob,,2026-03-09 09:00,2026-03-09 10:00
B,Bob,,2026-03-16 09:00,
C,Ana,,2026-03-09 09:00,2026-03-09 10:00
`;
  const both = [CONTACT, promise('volume', 'count: { stage: qualified }', '>= 1 per month')].join('');
  const asOf = '2026-03-31';
  const counts = (met: number, breached: number) => ({ met, breached, pending: 0, excluded: 0, unknown: 0 });

  it('are counted apart as well: those whose lead was handed over before', async () => {
    const report = await reportOf(agreement(both), { leads }, { asOf });
    expect(report.result('contact', '2026-03')).toMatchObject({
      counts: counts(3, 2),
      recycled: { counts: counts(1, 2), attainment: 1 / 3, value: null },
    });
    expect(report.result('volume', '2026-03')).toMatchObject({
      value: 5,
      recycled: { counts: counts(3, 0), attainment: null, value: 3 },
    });
    expect(report.result('contact', '2026-02').recycled).toEqual({
      counts: counts(0, 0),
      attainment: null,
      value: null,
    });
  });

  it('cut a report by "recycled", into parts that add up', async () => {
    const { results } = await reportOf(agreement(both), { leads }, { asOf, by: ['recycled'] });
    const march = results.filter(({ id, period }) => id === 'contact' && period.label === '2026-03');
    expect(march.map(({ by, counts: { met, breached } }) => [by?.recycled, met, breached])).toEqual([
      [undefined, 3, 2],
      ['no', 2, 0],
      ['yes', 1, 2],
    ]);
  });

  it('cut a report by "recycled" and a field at once', async () => {
    const { results } = await reportOf(agreement(CONTACT), { leads }, { asOf, by: ['owner', 'recycled'] });
    const march = results.filter(({ by, period }) => by !== null && period.label === '2026-03');
    expect(
      march.map(({ by, counts: { met, breached } }) => [by?.owner, by?.recycled, met, breached]),
    ).toEqual([
      ['Ana', 'no', 2, 0],
      ['Ana', 'yes', 0, 1],
      ['Bob', 'yes', 1, 1],
    ]);
  });

  it('are not known where an export has one row a lead', async () => {
    const one = agreement(CONTACT, { recycled: 'recycled: latest' });
    const leadsOnce = `${HEAD}A,Ana,,2026-03-02 09:00,2026-03-02 10:00\n`;
    const report = await reportOf(one, { leads: leadsOnce }, { asOf });
    expect(report.result('contact', '2026-03').recycled).toBeNull();
    expect(await refusalOf(one, { leads: leadsOnce }, { by: ['recycled'] })).toEqual(['wrong-option']);
  });
});

describe('what contradicts itself is refused', () => {
  it.each([
    ['each without a date', 'recycled: each', 'missing-key'],
    ['a date without each', 'recycled: latest\n    handed_over: qualified', 'unused-key'],
    ['a date that is none', 'recycled: each\n    handed_over: owner', 'not-a-date-field'],
    ['a field that is not there', 'recycled: each\n    handed_over: qualifed', 'unknown-field'],
    [
      'one row a lead and one a hand-over',
      'recycled: each\n    handed_over: qualified\n    duplicates: latest\n    modified: created',
      'unused-key',
    ],
  ])('%s', async (_, recycled, rule) => {
    expect(await refusalOf(agreement(CONTACT, { recycled }), { leads: HEAD })).toContain(rule);
  });
});
