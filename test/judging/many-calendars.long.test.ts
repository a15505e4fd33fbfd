import { expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { casesOf } from './world.ts';

const CALENDARS = 115;
const SEGMENTS = 252;

/** Two offices open at each minute from 9:00 on. */
const opensAt = (calendar: number): number => 9 * 60 + (calendar >> 1);
const clock = (minutes: number): string =>
  [minutes / 60, minutes % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');

const calendars = Array.from(
  { length: CALENDARS },
  (_, i) => `c${i}: { timezone: UTC, week: { mon-fri: [${clock(opensAt(i))}-18:00] } }`,
);
const segments = Array.from(
  { length: SEGMENTS },
  (_, i) =>
    `\n      - { id: s${i}, where: { size: ${i} }, within: ${1 + (i % 3)} business ${i % 4 === 3 ? 'days' : 'hours'}, calendar: c${i % CALENDARS} }`,
);
const AGREEMENT = agreementText({
  id: 'many',
  title: 'Many',
  timezone: 'UTC',
  calendars: `{ ${calendars.join(', ')} }`,
  sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }
      size: { column: size, type: integer }`,
  stages: '{ created: { at: created }, contacted: { at: contacted } }',
  commitments: `
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: contacted, within: 30 minutes }
    target: ">= 90%"
    segments:${segments.join('')}`,
});

/** Each lead comes at six on a Monday, long before its office opens, and is called when that is open for an hour and ten minutes. */
it('A promise of 252 segments on 115 calendars gives each lead the hours of its own segment', async () => {
  const rows = segments.map((_, i) => {
    const called = opensAt(i % CALENDARS) + 70;
    return `L${i},2026-03-02T06:00,2026-03-02T${clock(called)},${i}\n`;
  });
  const cases = await casesOf(AGREEMENT, { leads: `id,created,contacted,size\n${rows.join('')}` });
  const wanted = segments.map((_, i) => {
    const [count, opens] = [1 + (i % 3), opensAt(i % CALENDARS)];
    const inDays = i % 4 === 3;
    const due = inDays ? `2026-03-0${2 + count}T18:00Z` : `2026-03-02T${clock(opens + 60 * count)}Z`;
    const state = inDays || count > 1 ? 'met' : 'breached';
    return [`L${i}`, { segment: `s${i}`, due, state }];
  });
  const found = Object.entries(cases).map(([lead, { segment, due, state }]) => [
    lead,
    { segment, due, state },
  ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
});
