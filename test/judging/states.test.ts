import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

const AGREEMENT = agreementText({
  id: 'states',
  title: 'States',
  timezone: 'UTC',
  calendars: '{ office: { timezone: UTC, week: { mon-fri: [09:00-17:00] } } }',
  sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    max_rejected: 50%
    fields:
      id: id
      country: country
      created: { column: created, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }`,
  stages: '{ created: { at: created }, contacted: { at: contacted } }',
  commitments: `
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: contacted, within: 10 hours }
    where: { country: FR }
    target: ">= 50%"`,
  waivers: `
  - { leads: [waived], reason: Telephone outage, approved_by: [marketing, sales] }`,
});

const LEADS = `id,country,created,contacted
met,FR,2026-03-02 08:00,2026-03-02 18:00
late,FR,2026-03-02 08:00,2026-03-02 18:00:01
silent,FR,2026-03-02 08:00,
pending,FR,2026-03-04 02:30,
risky,FR,2026-03-04 02:00,
abroad,DE,2026-03-02 08:00,2026-03-02 09:00
waived,FR,2026-03-02 08:00,
back,FR,2026-03-02 08:00,2026-03-01 08:00
nostart,FR,,2026-03-02 08:00
future,FR,2026-03-05 08:00,
`;

describe('the state of a case', () => {
  it('is one of five, and what is excluded or unknown has a reason', async () => {
    const cases = await casesOf(AGREEMENT, { leads: LEADS }, { asOf: '2026-03-04T10:00Z', to: '2026-03' });
    const states = Object.entries(cases).map(([lead, { state, reason }]) =>
      [lead, state, reason].join(' ').trim(),
    );
    expect(states.sort()).toEqual(
      [
        'abroad excluded out-of-scope',
        'back unknown stop-before-start',
        'late breached',
        'met met',
        'nostart unknown no-start',
        'pending pending',
        'risky pending',
        'silent breached',
        'waived excluded waived',
      ].sort(),
    );
    expect([cases.pending?.atRisk, cases.risky?.atRisk]).toEqual([false, true]);
  });

  it('pending turns into breached after due, not at due', async () => {
    const leads = 'id,country,created,contacted\nA,FR,2026-03-02 08:00,\n';
    const at = async (asOf: string) => (await casesOf(AGREEMENT, { leads }, { asOf })).A?.state;
    expect(await at('2026-03-02T18:00:00Z')).toBe('pending');
    expect(await at('2026-03-02T18:00:01Z')).toBe('breached');
  });

  it('is at risk from the very instant at which the fraction of the time is used, whatever the fraction', async () => {
    const risky = AGREEMENT.replace('target: ">= 50%"', 'target: ">= 50%"\n    at_risk: 55%').replace(
      '10 hours',
      '1 hour',
    );
    const leads = 'id,country,created,contacted\nA,FR,2026-03-02 08:00,\n';
    const at = async (asOf: string) => (await casesOf(risky, { leads }, { asOf })).A?.atRisk;
    expect([await at('2026-03-02T08:32:59Z'), await at('2026-03-02T08:33:00Z')]).toEqual([false, true]);
  });

  it('of a lead with neither start nor stop is none: there is no case', async () => {
    const cases = await casesOf(AGREEMENT, {
      leads: 'id,country,created,contacted\nA,FR,,\nB,FR,2026-03-02 08:00,\n',
    });
    expect(Object.keys(cases)).toEqual(['B']);
  });

  it('without a start is booked to the period of its stop, before the first start too', async () => {
    const { result } = await reportOf(AGREEMENT, {
      leads: 'id,country,created,contacted\nA,FR,,2026-01-15 08:00\nB,FR,2026-03-02 08:00,\n',
    });
    expect(result('contact', '2026-01').reasons).toEqual({ 'no-start': 1 });
  });
});

describe('attainment', () => {
  it('is met over met and breached, with the bounds that pending cases leave open', async () => {
    const { result } = await reportOf(AGREEMENT, { leads: LEADS }, { asOf: '2026-03-04T10:00Z' });
    const { counts, attainment, worst, best, atRisk } = result('contact', '2026-03');
    expect(counts).toEqual({ met: 1, breached: 2, pending: 2, excluded: 2, unknown: 2 });
    expect({ attainment, worst, best, atRisk }).toEqual({
      attainment: 1 / 3,
      worst: 1 / 5,
      best: 3 / 5,
      atRisk: 1,
    });
  });

  it('of nothing is not known: neither 100 % nor 0 %', async () => {
    const { result } = await reportOf(AGREEMENT, {
      leads: 'id,country,created,contacted\nA,DE,2026-03-02 08:00,\n',
    });
    expect(result('contact', '2026-03')).toMatchObject({
      attainment: null,
      worst: null,
      best: null,
      verdict: 'no data',
    });
  });
});

describe('unknown cases', () => {
  const unknown = (n: number, known: number) =>
    [
      'id,country,created,contacted',
      ...Array.from({ length: known }, (_, i) => `k${i},FR,2026-03-02 08:00,2026-03-02 09:00`),
      ...Array.from({ length: n }, (_, i) => `u${i},FR,2026-03-02 08:00,2026-03-01 09:00`),
    ].join('\n');

  it('up to the cap leave the verdict as it is', async () => {
    const { result } = await reportOf(AGREEMENT, { leads: unknown(1, 19) });
    expect(result('contact', '2026-03')).toMatchObject({ attainment: 1, verdict: 'met' });
  });

  it('above the cap leave no verdict', async () => {
    const { result } = await reportOf(AGREEMENT, { leads: unknown(1, 18) });
    expect(result('contact', '2026-03')).toMatchObject({ attainment: 1, verdict: 'no verdict' });
  });
});

it('rows read are judged, excluded by reason or rejected by reason: the ledger adds up', async () => {
  const { ledgers } = await reportOf(AGREEMENT, {
    leads: `id,country,created,contacted
A,FR,2026-03-02 08:00,
A,FR,2026-03-02 08:00,
B,FR,2026-02-31 08:00,
,FR,2026-03-02 08:00,
C,FR,2026-03-02 08:00,soon
,,,
D,FR,2026-03-02 08:00,
`,
  });
  expect(ledgers.leads).toEqual({
    read: 7,
    judged: 2,
    excluded: { 'identical duplicate': 1, 'blank row': 1 },
    rejected: { 'not-a-date': 2, 'blank-key': 1 },
  });
});
