import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

const agreement = (measure: string, target: string, more = '') =>
  agreementText({
    id: 'kinds',
    title: 'Kinds',
    timezone: 'UTC',
    calendars: `
  office: { timezone: UTC, week: { mon-fri: [09:00-17:00] } }
  paris: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } }`,
    sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      owner: owner
      phone: phone
      amount: { column: amount, type: decimal }
      touches: { column: touches, type: integer }
      created: { column: created, type: datetime, format: iso }
      assigned: { column: assigned, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }
      last: { column: last, type: datetime, format: iso }
  activities:
    files: activities.csv
    lead: lead
    fields: { at: { column: at, type: datetime, format: iso }, kind: kind, by: by }`,
    stages: '{ created: { at: created }, assigned: { at: assigned }, contacted: { at: contacted } }',
    profile: '{ must: { phone: present }, must_not: { owner: Nobody } }',
    commitments: `
  - id: promise
    owed_by: sales
    owed_to: marketing
    ${measure}
    target: "${target}"`,
    more,
  });

const HEADER = 'id,owner,phone,amount,touches,created,assigned,contacted,last';
const leads = (...rows: readonly string[]) => `${HEADER}\n${rows.join('\n')}\n`;
const activities = (...rows: readonly string[]) => `lead,at,kind,by\n${rows.join('\n')}\n`;

it('count says how many leads reach a stage in a period, in profile', async () => {
  const { result } = await reportOf(
    agreement('count: { stage: created, where: profile }', '>= 2 per month'),
    {
      leads: leads(
        'A,Ana,1,,,2026-03-02 09:00,,,',
        'B,Nobody,1,,,2026-03-02 09:00,,,',
        'C,Ana,,,,2026-03-02 09:00,,,',
        'D,,2,,,2026-03-02 09:00,,,',
      ),
    },
  );
  expect(result('promise', '2026-03')).toMatchObject({
    value: 2,
    verdict: 'met',
    reasons: { 'out-of-scope': 2 },
  });
});

describe('sum', () => {
  const SUM = 'sum: { field: amount, stage: contacted }';

  it('adds up a field over the leads that reach a stage; a blank amount is unknown', async () => {
    const { result } = await reportOf(agreement(`${SUM}\n    max_unknown: 100%`, '>= 30 EUR per month'), {
      leads: leads(
        'A,,,10.5,,,,2026-03-02 09:00,',
        'B,,,20.25,,,,2026-03-02 09:00,',
        'C,,,,,,,2026-03-02 09:00,',
      ),
    });
    expect(result('promise', '2026-03')).toMatchObject({
      value: 30.75,
      verdict: 'met',
      reasons: { 'no-value': 1 },
    });
  });

  it('is never lowered by a waiver', async () => {
    const waiver = 'waivers:\n  - { leads: [B], reason: Refunded, approved_by: [marketing, sales] }\n';
    const { result } = await reportOf(agreement(SUM, '>= 30 EUR per month', waiver), {
      leads: leads('A,,,10.5,,,,2026-03-02 09:00,', 'B,,,20.25,,,,2026-03-02 09:00,'),
    });
    expect(result('promise', '2026-03')).toMatchObject({ value: 30.75, verdict: 'met', reasons: {} });
  });
});

describe('share', () => {
  const rows = leads(
    'A,,1,,,2026-03-02 09:00,,2026-03-03 09:00,',
    'B,,,,,2026-03-02 09:00,,2026-03-03 09:00,',
    'C,,1,,,2026-03-02 09:00,,,',
    'D,,1,,,2026-03-02 09:00,,,',
  );

  it('is the part of the leads at a stage for which a condition holds', async () => {
    const { result } = await reportOf(
      agreement('share: { of: { stage: created }, with: { phone: present } }', '>= 75%'),
      { leads: rows },
    );
    expect(result('promise', '2026-03')).toMatchObject({ attainment: 0.75, verdict: 'met' });
  });

  it('cannot tell of a lead that reached the other stage before the start', async () => {
    const { result } = await reportOf(
      agreement('share: { of: { stage: created }, reaches: contacted }\n    max_unknown: 50%', '>= 50%'),
      {
        leads: leads(
          'A,,,,,2026-03-02 09:00,,2026-03-02 09:00,',
          'B,,,,,2026-03-02 09:00,,2026-03-02 08:59,',
          'C,,,,,2026-03-02 09:00,,,',
        ),
      },
    );
    expect(result('promise', '2026-03')).toMatchObject({
      counts: { met: 1, breached: 1, unknown: 1 },
      reasons: { 'stop-before-start': 1 },
    });
  });

  it('cannot tell of a lead whose other stage holds without a date', async () => {
    const whole = agreement(
      'share: { of: { stage: created }, reaches: contacted }\n    max_unknown: 20%',
      '>= 50%',
    ).replace('contacted: { at: contacted }', 'contacted: { at: contacted, when: { phone: "1" } }');
    const { result } = await reportOf(whole, {
      leads: leads(
        'A,,1,,,2026-03-02 09:00,,2026-03-03 09:00,',
        'B,,1,,,2026-03-02 09:00,,,',
        'C,,2,,,2026-03-02 09:00,,,',
      ),
    });
    expect(result('promise', '2026-03')).toMatchObject({
      counts: { met: 1, breached: 1, unknown: 1 },
      reasons: { 'no-date': 1 },
      verdict: 'no verdict',
    });
  });

  it('or the part that goes on to reach another stage', async () => {
    const { result } = await reportOf(
      agreement('share: { of: { stage: created }, reaches: contacted }', '>= 75%'),
      { leads: rows },
    );
    expect(result('promise', '2026-03')).toMatchObject({ attainment: 0.5, verdict: 'missed' });
  });
});

describe('response', () => {
  it('tells the percentiles of the time that decided cases took', async () => {
    const { result } = await reportOf(
      agreement('response: { from: created, to: contacted, within: 2 hours }', '>= 50%'),
      {
        leads: leads(
          'A,,,,,2026-03-02 09:00,,2026-03-02 10:00,',
          'B,,,,,2026-03-02 09:00,,2026-03-02 11:00,',
          'C,,,,,2026-03-02 09:00,,2026-03-02 12:00,',
          'D,,,,,2026-03-02 09:00,,,',
        ),
      },
    );
    expect(result('promise', '2026-03').percentiles).toMatchObject({ p50: 7200, p90: 10800, p95: 10800 });
  });

  it('splits the wait at a stage between: the delay of the system, then that of people', async () => {
    const { result } = await reportOf(
      agreement(
        'response: { from: created, to: contacted, within: 2 business hours, calendar: office, split_at: assigned }',
        '>= 50%',
      ),
      { leads: leads('A,,,,,2026-03-06 16:00,2026-03-06 16:30,2026-03-09 09:15,') },
    );
    expect(result('promise', '2026-03').extras).toMatchObject({ systemP50: 1800, humanP50: 2700 });
  });

  it('may stop at the first activity that counts, never at one before the start', async () => {
    const cases = await casesOf(
      agreement(
        'response: { from: created, to: { earliest: activities, where: { by: human } }, within: 2 hours }',
        '>= 50%',
      ),
      {
        leads: leads('A,,,,,2026-03-02 09:00,,,', 'B,,,,,2026-03-02 09:00,,,'),
        activities: activities(
          'A,2026-03-02 08:00,call,human',
          'A,2026-03-02 09:30,email,automation',
          'A,2026-03-02 11:00,call,human',
          'B,2026-03-02 12:00,call,human',
          'B,2026-03-02 11:30,call,human',
        ),
      },
    );
    expect(cases.A).toMatchObject({ state: 'met', stop: '2026-03-02T11:00Z' });
    expect(cases.B).toMatchObject({ state: 'breached', stop: '2026-03-02T11:30Z' });
  });

  it('is met by an activity at a known time, though another of that date has none', async () => {
    const cases = await casesOf(
      agreement('response: { from: created, to: { earliest: activities }, within: 26 hours }', '>= 50%'),
      {
        leads: leads('A,,,,,2026-03-02 09:00,,,'),
        activities: activities('A,2026-03-03,call,human', 'A,2026-03-03 10:00,call,human'),
      },
    );
    expect(cases.A?.state).toBe('met');
  });
});

describe('attempts', () => {
  const attempts = (more: string) =>
    agreement(
      `attempts: { from: created, at_least: 2, within: 2 business days, calendar: office${more} }`,
      '>= 50%',
    );

  it('needs enough touches that count, from the start to due', async () => {
    const cases = await casesOf(attempts(', touches: { kind: [call, email], by: { not: [automation] } }'), {
      leads: leads('A,,,,,2026-03-06 12:00,,,', 'B,,,,,2026-03-06 12:00,,,', 'C,,,,,2026-03-10 12:00,,,'),
      activities: activities(
        'A,2026-03-06 12:00,call,human',
        'A,2026-03-10 17:00,email,human',
        'B,2026-03-06 11:59,call,human',
        'B,2026-03-06 13:00,call,human',
        'B,2026-03-06 13:30,email,automation',
        'B,2026-03-10 17:01,call,human',
      ),
    });
    expect(cases.A).toMatchObject({ state: 'met', due: '2026-03-10T17:00Z' });
    expect([cases.B?.state, cases.C?.state]).toEqual(['breached', 'pending']);
  });

  it('is breached after a window that ends behind a weekend', async () => {
    const hours = agreement(
      'attempts: { from: created, at_least: 1, within: 2 business hours, calendar: office }',
      '>= 50%',
    );
    const cases = await casesOf(hours, {
      leads: leads('A,,,,,2026-03-06 16:00,,,', 'B,,,,,2026-03-10 09:00,,,'),
      activities: activities('A,2026-03-09 10:01,call,human'),
    });
    expect(cases.A).toMatchObject({ state: 'breached', due: '2026-03-09T10:00Z' });
  });

  it('counts distinct days in the zone of the calendar that applies to the lead', async () => {
    const abroad = attempts(', distinct_days: true').replace(
      '    target:',
      '    segments:\n      - { id: french, where: { owner: Ana }, calendar: paris }\n    target:',
    );
    const touches = (lead: string) => [
      `${lead},2026-03-02 22:30,call,human`,
      `${lead},2026-03-02 23:30,call,human`,
    ];
    const cases = await casesOf(abroad, {
      leads: leads('A,Ana,,,,2026-03-02 12:00,,,', 'B,Bob,,,,2026-03-02 12:00,,,'),
      activities: activities(...touches('A'), ...touches('B')),
    });
    expect([cases.A?.state, cases.B?.state]).toEqual(['met', 'pending']);
  });

  it('counts touches that are a gap apart, and on distinct days where both are asked', async () => {
    const rows = {
      leads: leads('A,,,,,2026-03-02 09:00,,,'),
      activities: activities(
        'A,2026-03-02 09:00,call,human',
        'A,2026-03-02 10:59,call,human',
        'A,2026-03-02 11:00,call,human',
      ),
    };
    const state = async (more: string) => (await casesOf(attempts(more), rows)).A?.state;
    expect(await state(', min_gap: 2 hours')).toBe('met');
    expect(await state(', min_gap: 121 minutes')).toBe('pending');
    expect(await state(', min_gap: 2 hours, distinct_days: true')).toBe('pending');
  });

  it('is stopped early, as met, by the answer of the lead', async () => {
    const { result } = await reportOf(attempts(', until: contacted'), {
      leads: leads('A,,,,,2026-03-02 09:00,,2026-03-02 10:00,', 'B,,,,,2026-03-02 09:00,,2026-03-05 10:00,'),
      activities: activities('A,2026-03-02 09:30,call,human'),
    });
    expect(result('promise', '2026-03')).toMatchObject({
      counts: { met: 1, breached: 1 },
      extras: { stoppedEarlyShare: 0.5 },
    });
  });

  it('is met with enough touches, whatever the stage that ends it early says', async () => {
    const touches = ['A,2026-03-02 09:30,call,human', 'A,2026-03-02 10:30,call,human'];
    const cases = await casesOf(attempts(', until: contacted'), {
      leads: leads('A,,,,,2026-03-02 09:00,,2026-03-02 08:00,', 'B,,,,,2026-03-02 09:00,,2026-03-02 08:00,'),
      activities: activities(...touches, 'B,2026-03-05 10:00,call,human'),
    });
    expect(cases).toMatchObject({
      A: { state: 'met', reason: null },
      B: { state: 'unknown', reason: 'stop-before-start' },
    });
  });

  it('with a counter is pending before due, also where it is blank', async () => {
    const cases = await casesOf(attempts(', counter: { count: touches, last: last }'), {
      leads: leads(
        'blank,,,,,2026-03-03 09:00,,,',
        'short,,,,1,2026-03-03 09:00,,,2026-03-03 10:00',
        'old,,,,,2026-02-02 09:00,,,',
      ),
    });
    expect(cases).toMatchObject({
      blank: { state: 'pending' },
      short: { state: 'pending' },
      old: { state: 'unknown', reason: 'counter-only' },
    });
  });

  it('with a counter alone is met, breached or unknown by the counter and the last touch', async () => {
    const cases = await casesOf(attempts(', counter: { count: touches, last: last }'), {
      leads: leads(
        'enough,,,,2,2026-03-02 09:00,,,2026-03-03 09:00',
        'afterwards,,,,2,2026-03-02 09:00,,,2026-03-05 09:00',
        'short,,,,1,2026-03-02 09:00,,,2026-03-03 09:00',
        'blank,,,,,2026-03-02 09:00,,,',
      ),
    });
    expect(
      Object.entries(cases)
        .map(([lead, { state }]) => `${lead} ${state}`)
        .sort(),
    ).toEqual(['afterwards unknown', 'blank unknown', 'enough met', 'short breached']);
  });
});

describe('occurrence', () => {
  const MEETINGS = 'date,minutes\n2026-03-03,a.md\n2026-03-17,\n2026-03-24,b.md\n';
  const measure = 'occurrence: { records: records/meetings.csv, at: date, with: { minutes: present } }';

  it('counts the records that meet the condition', async () => {
    const { result } = await reportOf(
      agreement(measure, '>= 2 per month'),
      { leads: leads('A,,,,,2026-03-02 09:00,,,'), 'records/meetings.csv': MEETINGS },
      { asOf: '2026-03-31' },
    );
    expect(result('promise', '2026-03')).toMatchObject({
      value: 2,
      verdict: 'met',
      reasons: { 'out-of-scope': 1 },
    });
  });

  it('asks the columns of its records, and not the fields of leads, also in the "where" of the promise', async () => {
    const about = 'date,country,minutes\n2026-03-03,FR,a.md\n2026-03-17,BE,b.md\n2026-03-24,FR,\n';
    const { result, ledgers } = await reportOf(
      agreement(`where: { country: FR }\n    ${measure}`, '>= 1 per month'),
      { leads: leads('A,,BE,,,2026-03-02 09:00,,,'), 'records/meetings.csv': about },
      { asOf: '2026-03-31' },
    );
    expect(result('promise', '2026-03')).toMatchObject({ value: 1, reasons: { 'out-of-scope': 2 } });
    expect(ledgers['records/meetings.csv']).toMatchObject({ read: 3, judged: 1 });
  });

  it('stands beside promises about leads that are cut by a field', async () => {
    const more =
      '  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }\n';
    const { result } = await reportOf(
      agreement(measure, '>= 2 per month', more),
      { leads: leads('A,Ana,,,,2026-03-02 09:00,,,'), 'records/meetings.csv': MEETINGS },
      { by: ['owner'], asOf: '2026-03-31' },
    );
    expect([result('promise', '2026-03').value, result('volume', '2026-03').value]).toEqual([2, 1]);
  });
});
