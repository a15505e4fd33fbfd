import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { reportOf } from './world.ts';

const { describe, it } = inTurns();

const HEAD = agreementText({
  id: 'verdicts',
  title: 'Verdicts',
  calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } } }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }`,
  stages: '{ created: { at: created }, contacted: { at: contacted } }',
  commitments: '',
});

const RESPONSE = `${HEAD}
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: contacted, within: 24 hours }
    target: ">= 50%"
`;

const COUNT = (target: string) => `${HEAD}
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: created }
    target: "${target}"
`;

const answered = (n: number) =>
  Array.from({ length: n }, (_, i) => `a${i},2026-03-02 09:00,2026-03-02 10:00`);
const late = (n: number) => Array.from({ length: n }, (_, i) => `l${i},2026-03-02 09:00,2026-03-04 10:00`);
const waiting = (n: number) => Array.from({ length: n }, (_, i) => `w${i},2026-03-05 09:00,`);
const leads = (...rows: readonly string[]) => `id,created,contacted\n${rows.join('\n')}\n`;

describe('the verdict on a share', () => {
  const verdict = async (...rows: readonly string[]) =>
    (await reportOf(RESPONSE, { leads: leads(...rows) }, { asOf: '2026-03-05T12:00Z' })).result(
      'contact',
      '2026-03',
    );

  it('is met where even the worst case reaches the target', async () => {
    expect(await verdict(...answered(2), ...late(1), ...waiting(1))).toMatchObject({
      verdict: 'met',
      outlook: null,
    });
  });

  it('is missed where even the best case does not', async () => {
    expect(await verdict(...answered(1), ...late(3), ...waiting(1))).toMatchObject({ verdict: 'missed' });
  });

  it('is open while it depends on pending cases, on track by the attainment so far', async () => {
    expect(await verdict(...answered(1), ...waiting(2))).toMatchObject({
      verdict: 'open',
      outlook: 'on track',
    });
  });

  it('is open and at risk where the attainment so far is below the target', async () => {
    expect(await verdict(...answered(1), ...late(2), ...waiting(3))).toMatchObject({
      verdict: 'open',
      outlook: 'at risk',
    });
  });
});

describe('the verdict on a number', () => {
  const verdict = async (target: string, asOf: string) =>
    (await reportOf(COUNT(target), { leads: leads(...answered(3)) }, { asOf })).result('volume', '2026-03');

  it('is met once it is reached, and missed only when the period is over', async () => {
    expect(await verdict('>= 3 per month', '2026-03-10')).toMatchObject({
      value: 3,
      verdict: 'met',
      final: false,
    });
    expect(await verdict('>= 4 per month', '2026-03-10')).toMatchObject({ verdict: 'open' });
    expect(await verdict('>= 4 per month', '2026-03-31')).toMatchObject({ verdict: 'missed', final: true });
  });

  it('that may not exceed its target is missed once it does, and met only when the period is over', async () => {
    expect(await verdict('<= 2 per month', '2026-03-10')).toMatchObject({ verdict: 'missed' });
    expect(await verdict('<= 3 per month', '2026-03-10')).toMatchObject({ verdict: 'open' });
    expect(await verdict('<= 3 per month', '2026-03-31')).toMatchObject({ verdict: 'met' });
  });

  it('is none where the agreement was in force for a part of the period only, and the number is not reached', async () => {
    const since = (target: string) =>
      COUNT(target).replace('version: "1"', 'version: "1"\neffective: { from: 2026-03-02 }');
    const of = async (target: string) =>
      (await reportOf(since(target), { leads: leads(...answered(3)) }, { asOf: '2026-03-31' })).result(
        'volume',
        '2026-03',
      );
    expect(await of('>= 4 per month')).toMatchObject({
      verdict: 'no verdict',
      noVerdict: { why: 'partial-period', days: { inForce: 30, period: 31 } },
    });
    expect(await of('>= 3 per month')).toMatchObject({ verdict: 'met', noVerdict: null });
  });
});

describe('a period', () => {
  it('has the cases that start in it, cut in the zone of the agreement', async () => {
    const { results } = await reportOf(RESPONSE, {
      leads: leads('A,2026-03-31 23:59,2026-04-02 23:00', 'B,2026-04-01 00:00,2026-04-01 01:00'),
    });
    expect(results.map(({ period, counts }) => [period.label, counts.breached, counts.met])).toEqual([
      ['2026-03', 1, 0],
      ['2026-04', 0, 1],
    ]);
  });

  it('has the cases that are due in it where the agreement books by due', async () => {
    const byDue = RESPONSE.replace('target: ">= 50%"', 'target: ">= 50%"\n    book_by: due');
    const { bookBy, results } = await reportOf(byDue, {
      leads: leads('A,2026-03-31 23:59,2026-04-02 23:00', 'B,2026-03-30 00:00,2026-03-30 01:00'),
    });
    expect(bookBy).toBe('due');
    expect(results.map(({ period, counts }) => [period.label, counts.breached, counts.met])).toEqual([
      ['2026-03', 0, 1],
      ['2026-04', 1, 0],
    ]);
  });

  it('is final once as-of is past its end and past the last due of its cases', async () => {
    const rows = leads('A,2026-03-31 12:00,');
    const final = async (asOf: string) =>
      (await reportOf(RESPONSE, { leads: rows }, { asOf })).result('contact', '2026-03').final;
    expect(await final('2026-04-01T10:00Z')).toBe(false);
    expect(await final('2026-04-01T10:00:01Z')).toBe(true);
  });

  it('is not held open by a lead that is out of scope', async () => {
    const scoped = RESPONSE.replace(
      'target: ">= 50%"',
      'target: ">= 50%"\n    where: { contacted: present }',
    );
    const { result } = await reportOf(
      scoped,
      { leads: leads('A,2026-03-31 12:00,', 'B,2026-03-02 12:00,2026-03-02 13:00') },
      { asOf: '2026-04-01T00:00Z' },
    );
    expect(result('contact', '2026-03')).toMatchObject({ final: true, counts: { met: 1, excluded: 1 } });
  });
});

describe('as-of', () => {
  it('is the latest instant in the data, stops included', async () => {
    const { asOf, asOfFrom } = await reportOf(RESPONSE, {
      leads: leads('A,2026-03-02 09:00,2026-03-03 10:00', 'B,2026-03-02 11:00,'),
    });
    expect([new Date(asOf / 1000).toISOString(), asOfFrom]).toEqual(['2026-03-03T09:00:00.000Z', 'data']);
  });

  it('of a date without a time is the beginning of that date, and its end where there are no times', async () => {
    const { asOf } = await reportOf(RESPONSE, { leads: leads('A,2026-03-02 09:00,2026-03-03') });
    expect(new Date(asOf / 1000).toISOString()).toBe('2026-03-02T23:00:00.000Z');
    const days = await reportOf(RESPONSE, { leads: leads('A,2026-03-02,2026-03-03') });
    expect(new Date(days.asOf / 1000).toISOString()).toBe('2026-03-03T23:00:00.000Z');
  });

  it('includes the lead that starts right then, be it the first instant of a month', async () => {
    const { result } = await reportOf(COUNT('>= 1 per month'), {
      leads: leads('A,2026-03-31 09:00,', 'B,2026-04-01 00:00,'),
    });
    expect(result('volume', '2026-04').value).toBe(1);
  });

  it('leaves no trace of the wall clock: two runs give the same answer', async () => {
    const run = async () =>
      JSON.stringify((await reportOf(RESPONSE, { leads: leads(...answered(3), ...waiting(2)) })).results);
    expect(await run()).toBe(await run());
  });
});
