import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, refusalOf } from './world.ts';

const { describe, it } = inTurns();

/** One lead, one clock, on a calendar in the zone of its cells. */
const agreement = (zone: string, week: string, within: string, more = ''): string =>
  agreementText({
    id: 'durations',
    title: 'Durations',
    timezone: zone,
    calendars: `{ office: { timezone: ${zone}, week: ${week}${more} } }`,
    sources: `
  leads:
    files: leads.csv
    timezone: ${zone}
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }`,
    stages: '{ created: { at: created }, contacted: { at: contacted } }',
    commitments: `
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: contacted, within: ${within}, calendar: office }
    target: ">= 90%"`,
  });

const NINE = '{ mon-fri: [09:00-17:00] }';

/** The due date of a start. In UTC local time is the instant, so that it can be read. */
async function due(
  week: string,
  within: string,
  start: string,
  zone = 'UTC',
  more = '',
): Promise<string | null> {
  const cases = await casesOf(agreement(zone, week, within, more), {
    leads: `id,created,contacted\nA,${start},\n`,
  });
  return cases.A?.due ?? null;
}

describe('a due date', () => {
  it.each([
    ['Friday 16:30', NINE, '1 business hour', '2026-03-06 16:30', '2026-03-09T09:30Z'],
    ['before opening', NINE, '2 business hours', '2026-03-04 07:00', '2026-03-04T11:00Z'],
    ['Friday 18:00', NINE, '1 business hour', '2026-03-06 18:00', '2026-03-09T10:00Z'],
    ['Saturday 08:00', NINE, '1 business hour', '2026-03-07 08:00', '2026-03-09T10:00Z'],
    ['Saturday 10:00', NINE, '1 business hour', '2026-03-07 10:00', '2026-03-09T10:00Z'],
    ['Saturday 20:00', NINE, '1 business hour', '2026-03-07 20:00', '2026-03-09T10:00Z'],
    ['Sunday 16:30', NINE, '1 business hour', '2026-03-08 16:30', '2026-03-09T10:00Z'],
    ['up to closing', NINE, '1 business hour', '2026-03-02 16:00', '2026-03-02T17:00Z'],
    [
      'over a night',
      '{ mon-fri: [08:00-18:00] }',
      '4 business hours',
      '2026-03-02 17:00',
      '2026-03-03T11:00Z',
    ],
    [
      'over lunch',
      '{ mon-fri: [09:00-12:00, 13:00-17:00] }',
      '2 business hours',
      '2026-03-02 11:30',
      '2026-03-02T14:30Z',
    ],
    [
      'in the lunch break',
      '{ mon-fri: [09:00-12:00, 13:00-17:00] }',
      '1 business hour',
      '2026-03-02 12:30',
      '2026-03-02T14:00Z',
    ],
    [
      'across midnight',
      '{ mon-fri: [22:00-06:00] }',
      '5 business hours',
      '2026-03-02 23:00',
      '2026-03-03T04:00Z',
    ],
    ['elapsed, day and night', NINE, '48 hours', '2026-03-06 16:30', '2026-03-08T16:30Z'],
    ['so many dates later', NINE, '14 calendar days', '2026-03-06 16:30', '2026-03-20T16:30Z'],
    ['at the closing of an open day', NINE, '5 business days', '2026-03-06 08:00', '2026-03-13T17:00Z'],
    ['the day of the start does not count', NINE, '1 business day', '2026-03-07 08:00', '2026-03-09T17:00Z'],
  ])('%s: on %s, %s from %s is %s', async (_, week, within, start, expected) => {
    expect(await due(week, within, start)).toBe(expected);
  });

  it('after German holidays: Thursday 2026-04-02 15:30 in Berlin and 4 business hours is Tuesday 11:30', async () => {
    expect(await due(NINE, '4 business hours', '2026-04-02 15:30', 'Europe/Berlin', ', holidays: [DE]')).toBe(
      '2026-04-07T09:30Z',
    );
  });

  it('of 24 hours in New York over the night that the clocks change is Sunday 13:00', async () => {
    expect(await due('{ mon-sun: [00:00-24:00] }', '24 hours', '2026-03-07 12:00', 'America/New_York')).toBe(
      '2026-03-08T17:00Z',
    );
  });

  it('of one calendar day is the same local time, although that day had 23 hours', async () => {
    expect(await due(NINE, '1 calendar day', '2026-03-07 12:00', 'America/New_York')).toBe(
      '2026-03-08T16:00Z',
    );
  });

  it('counts a night window in full where the clocks change in it: 2 hours in spring, 4 in autumn', async () => {
    const night = '{ sun: [01:00-04:00] }';
    expect(await due(night, '2 business hours', '2026-03-08 00:00', 'America/New_York')).toBe(
      '2026-03-08T08:00Z',
    );
    expect(await due(night, '4 business hours', '2026-11-01 00:00', 'America/New_York')).toBe(
      '2026-11-01T09:00Z',
    );
  });

  it('passes over closed dates, and a special opening replaces the hours of its day', async () => {
    const more = ', closed: [2026-03-03..2026-03-04], open: { 2026-03-05: [10:00-12:00] }';
    expect(await due(NINE, '2 business hours', '2026-03-02 16:00', 'UTC', more)).toBe('2026-03-05T11:00Z');
  });

  it('is found where the days before it are closed', async () => {
    expect(await due('{ wed: [09:00-10:00] }', '90 business minutes', '2026-03-04 09:30')).toBe(
      '2026-03-18T09:00Z'.replace('18T09:00', '11T10:00'),
    );
  });

  it('is found a thousand open days later', async () => {
    expect(await due('{ mon: [09:00-10:00] }', '500 business days', '2026-03-02 09:00')).toBe(
      '2035-10-01T10:00Z',
    );
  });
});

describe('a stop', () => {
  it.each([
    ['at due is met', '2026-03-02 12:00', 'met'],
    ['a second after due is breached', '2026-03-02 12:00:01', 'breached'],
    ['outside opening hours counts at its own instant', '2026-03-02 08:00', 'met'],
  ])('%s', async (_, stop, state) => {
    const cases = await casesOf(agreement('UTC', NINE, '3 business hours'), {
      leads: `id,created,contacted\nA,2026-03-02 07:00,${stop}\n`,
    });
    expect(cases.A?.state).toBe(state);
  });

  it('in the night after a due at closing is late', async () => {
    const cases = await casesOf(agreement('UTC', NINE, '1 business hour'), {
      leads: `id,created,contacted
A,2026-03-02 16:00,2026-03-02 17:00
B,2026-03-02 16:00,2026-03-02 20:00
C,2026-03-02 16:00,2026-03-03 09:00
`,
    });
    expect([cases.A?.state, cases.B?.state, cases.C?.state]).toEqual(['met', 'breached', 'breached']);
  });
});

it('a bare "3 days" is refused', async () => {
  expect(await refusalOf(agreement('UTC', NINE, '3 days'), { leads: 'id,created,contacted\n' })).toContain(
    'wrong-duration',
  );
});

it('a calendar that never opens is refused', async () => {
  expect(
    await refusalOf(agreement('UTC', '{ mon: [] }', '1 hour'), { leads: 'id,created,contacted\n' }),
  ).not.toEqual([]);
});
