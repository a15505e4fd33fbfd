import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { icsClosures } from '../../src/calendar/ics.ts';
import { firstMutant, long } from '../effort.ts';
import { randomOf } from '../property/world/random.ts';

const day = (iso: string): number => Date.parse(iso) / 86_400_000;
const iso = (at: number): string => new Date(at * 86_400_000).toISOString().slice(0, 10);

/** The dates of a rule from 2024 to 2027, one text. */
async function dates(start: string, ...rule: readonly string[]): Promise<string> {
  const lines = [`DTSTART;VALUE=DATE:${start.replaceAll('-', '')}`, ...rule, 'SUMMARY:R'];
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const read = await icsClosures(text, day('2024-01-01'), day('2027-12-31'));
  if (!read.ok) return read.message;
  return [...read.days.keys()]
    .sort((a, b) => a - b)
    .map(iso)
    .join(' ');
}

describe('a rule of a calendar file', () => {
  it.each([
    [
      'the last working day of each quarter',
      '2026-01-01',
      'FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
      '2026-01-30 2026-04-30 2026-07-31',
    ],
    [
      'the Friday after Thanksgiving',
      '2025-11-28',
      'FREQ=YEARLY;BYMONTH=11;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29',
      '2025-11-28 2026-11-27 2027-11-26',
    ],
    ['the last Monday of May', '2026-05-25', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', '2026-05-25 2027-05-31'],
    [
      'the 100th day of the year',
      '2024-04-09',
      'FREQ=YEARLY;BYYEARDAY=100',
      '2024-04-09 2025-04-10 2026-04-10 2027-04-10',
    ],
    [
      'the Monday of the last week of the year',
      '2024-01-01',
      'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO',
      '2024-12-23 2025-12-22 2026-12-28 2027-12-27',
    ],
    [
      'the last day of February',
      '2024-02-29',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
      '2024-02-29 2025-02-28 2026-02-28 2027-02-28',
    ],
    ['29 February, every year that has one', '2020-02-29', 'FREQ=YEARLY', '2024-02-29'],
    [
      'every other Monday, weeks that begin on Sunday',
      '2027-11-28',
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO',
      '2027-11-28 2027-11-29 2027-12-12 2027-12-13 2027-12-26 2027-12-27',
    ],
    ['until a date, included', '2027-12-01', 'FREQ=DAILY;UNTIL=20271203', '2027-12-01 2027-12-02 2027-12-03'],
    ['weekdays of December', '2027-12-20', 'FREQ=DAILY;BYDAY=SA,SU', '2027-12-25 2027-12-26'],
    ['a gap of 19 million years', '2026-05-06', 'FREQ=WEEKLY;INTERVAL=999999999', '2026-05-06'],
    ['a day that never comes', '2024-01-01', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', ''],
    ['a count that ended long ago', '1900-01-01', 'FREQ=DAILY;COUNT=30000', ''],
  ])('%s', async (_name, start, rule, expected) => {
    expect(await dates(start, `RRULE:${rule}`)).toBe(expected);
  });

  it('is joined by dates of a list, and loses those that are taken out', async () => {
    const rule = 'RRULE:FREQ=YEARLY;COUNT=3';
    const listed = ['RDATE;VALUE=DATE:20260704,20260705', 'EXDATE;VALUE=DATE:20250506,20260705'];
    expect(await dates('2024-05-06', rule, ...listed)).toBe('2024-05-06 2026-05-06 2026-07-04');
    expect(await dates('2024-05-06', listed[0] ?? '')).toBe('2024-05-06 2026-07-04 2026-07-05');
  });

  it('gives the dates that the library gives, whatever it combines', async () => {
    const random = randomOf(long ? 20_261_129 : firstMutant);
    const list = (all: readonly (string | number)[]): string =>
      random.some(all, 0.4).join(',') || String(all[0]);
    const part = (name: string, values: readonly (string | number)[], chance = 0.5): string =>
      random.chance(chance) ? `;${name}=${list(values)}` : '';
    const rules = [
      () => `YEARLY${part('BYMONTH', [2, 5, 11])}`,
      () => `YEARLY;BYMONTH=${list([3, 7, 12])};BYMONTHDAY=${list([1, 15, 28, -1])}`,
      () => `YEARLY;BYMONTH=${list([3, 7, 12])};BYDAY=${list(['1MO', '-1FR', '3WE', 'SU'])}`,
      () => `MONTHLY;BYMONTHDAY=${list([1, 15, 28, -1])}`,
      () => `MONTHLY;BYDAY=${list(['1MO', '-1FR', '3WE', '-2SU'])}`,
      () => `MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${list([1, -1, 3])}`,
      () => `WEEKLY${part('BYDAY', ['MO', 'WE', 'SA', 'SU'])};WKST=${random.pick(['MO', 'SU'])}`,
      () => 'DAILY',
    ];
    for (let i = 0; i < (long ? 150 : 40); i++) {
      const start = iso(day('2024-02-01') + random.int(0, 700));
      const end = random.pick(['', ';COUNT=7', `;UNTIL=${iso(day(start) + 400).replaceAll('-', '')}`]);
      const rule = `FREQ=${random.pick(rules)()};INTERVAL=${random.pick([1, 1, 2, 3])}${end}`;
      if (Number(start.slice(8)) > 28) continue;
      const walk = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
      const expected: string[] = [];
      for (let next = walk.next(); next && next.year < 2028; next = walk.next())
        expected.push(next.toString());
      expect(`${start} ${rule}: ${await dates(start, `RRULE:${rule}`)}`).toBe(
        `${start} ${rule}: ${expected.join(' ')}`,
      );
    }
  });
});
