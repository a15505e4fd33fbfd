import { describe, expect, it } from 'vitest';
import { icsClosures } from '../../src/calendar/ics.ts';
import { long } from '../effort.ts';

const FROM = Date.parse('2024-01-01') / 86_400_000;
const TO = Date.parse('2027-12-31') / 86_400_000;

describe('days off from an iCalendar file', () => {
  it.each([
    ['one day', ['DTSTART;VALUE=DATE:20260814', 'SUMMARY:Bridge day'], '2026-08-14 Bridge day'],
    [
      'several days, of which DTEND is not one',
      ['DTSTART;VALUE=DATE:20251224', 'DTEND;VALUE=DATE:20251227', 'SUMMARY:Closing'],
      '2025-12-24 Closing, 2025-12-25 Closing, 2025-12-26 Closing',
    ],
    [
      'every year, one date left out',
      ['DTSTART;VALUE=DATE:19700501', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20250501', 'SUMMARY:May'],
      '2024-05-01 May, 2026-05-01 May, 2027-05-01 May',
    ],
    [
      'the fourth Thursday of November',
      ['DTSTART;VALUE=DATE:20241128', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3', 'SUMMARY:T'],
      '2024-11-28 T, 2025-11-27 T, 2026-11-26 T',
    ],
    [
      '29 February only where there is one',
      ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY', 'SUMMARY:L'],
      '2024-02-29 L',
    ],
    [
      'a whole day from midnight to midnight',
      ['DTSTART;TZID=Europe/Paris:20260506T000000', 'DTEND;TZID=Europe/Paris:20260507T000000', 'SUMMARY:A'],
      '2026-05-06 A',
    ],
    [
      'two days until 23:59',
      ['DTSTART:20260506T000000', 'DTEND:20260507T235900', 'SUMMARY:A'],
      '2026-05-06 A, 2026-05-07 A',
    ],
    [
      'a whole day of Paris written in UTC',
      ['DTSTART:20260505T220000Z', 'DTEND:20260506T220000Z', 'SUMMARY:A'],
      '2026-05-06 A',
    ],
    [
      'the mark of a mail program',
      ['DTSTART:20260506T080000', 'DTEND:20260506T180000', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE', 'SUMMARY:A'],
      '2026-05-06 A',
    ],
    [
      'a whole day with times, every year',
      ['DTSTART:20240506T000000', 'DTEND:20240507T000000', 'RRULE:FREQ=YEARLY;COUNT=2', 'SUMMARY:A'],
      '2024-05-06 A, 2025-05-06 A',
    ],
    ['no summary', ['DTSTART;VALUE=DATE:20260814'], '2026-08-14 Day off'],
    ['a cancelled event', ['DTSTART;VALUE=DATE:20260814', 'STATUS:CANCELLED', 'SUMMARY:X'], ''],
    [
      'a span far wider than asked',
      ['DTSTART;VALUE=DATE:19000101', 'DTEND;VALUE=DATE:20240102', 'SUMMARY:X'],
      '2024-01-01 X',
    ],
  ])('%s', async (_name, lines, expected) => {
    expect(await read(calendar(lines))).toBe(expected);
  });

  it('puts a moved occurrence where it was moved to', async () => {
    const text = calendar(
      ['UID:1', 'DTSTART;VALUE=DATE:20250101', 'RRULE:FREQ=YEARLY;COUNT=3', 'SUMMARY:A'],
      ['UID:1', 'RECURRENCE-ID;VALUE=DATE:20260101', 'DTSTART;VALUE=DATE:20260105', 'SUMMARY:Moved'],
    );
    expect(await read(text)).toBe('2025-01-01 A, 2026-01-05 Moved, 2027-01-01 A');
  });

  it('puts what was moved, or cancelled, of a rule where it is now, by any clocks', async () => {
    const text = calendar(
      [
        'UID:1',
        'DTSTART;TZID=Europe/Paris:20260506T000000',
        'DTEND;TZID=Europe/Paris:20260507T000000',
        'RRULE:FREQ=YEARLY;COUNT=2',
        'SUMMARY:A',
      ],
      ['UID:1', 'RECURRENCE-ID:20270505T220000Z', 'DTSTART;VALUE=DATE:20270510', 'SUMMARY:B'],
      ['UID:2', 'DTSTART;VALUE=DATE:20260701', 'RRULE:FREQ=DAILY;COUNT=2', 'SUMMARY:C'],
      ['UID:2', 'RECURRENCE-ID;VALUE=DATE:20260702', 'DTSTART;VALUE=DATE:20260702', 'STATUS:CANCELLED'],
    );
    expect(await read(text)).toBe('2026-05-06 A, 2026-07-01 C, 2027-05-10 B');
  });

  it('moves all that follow where an event stands for them, but for what has one of its own', async () => {
    const text = calendar(
      ['UID:1', 'DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;COUNT=8', 'SUMMARY:Mon'],
      [
        'UID:1',
        'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260119',
        ...['DTSTART;VALUE=DATE:20260121', 'DTEND;VALUE=DATE:20260123', 'SUMMARY:Wed'],
      ],
      ['UID:1', 'RECURRENCE-ID;VALUE=DATE:20260126', 'DTSTART;VALUE=DATE:20260131', 'SUMMARY:Sat'],
      [
        'UID:1',
        'RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260209',
        ...['DTSTART;VALUE=DATE:20260208', 'SUMMARY:Sun'],
      ],
      [
        'UID:1',
        'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260216',
        ...['DTSTART;VALUE=DATE:20260216', 'STATUS:CANCELLED'],
      ],
    );
    expect(await read(text)).toBe(
      '2026-01-05 Mon, 2026-01-12 Mon, 2026-01-21 Wed, 2026-01-22 Wed, 2026-01-31 Sat, 2026-02-04 Wed, 2026-02-05 Wed, 2026-02-08 Sun',
    );
  });

  it('moves the hours of all that follow by the clocks of the event that stands for them', async () => {
    const text = calendar(
      [
        'UID:1',
        ...['DTSTART;TZID=Europe/Paris:20260302T090000', 'DTEND;TZID=Europe/Paris:20260302T100000'],
        ...['RRULE:FREQ=WEEKLY;UNTIL=20260330T235959Z', 'SUMMARY:A'],
      ],
      [
        'UID:1',
        'RECURRENCE-ID;RANGE=THISANDFUTURE:20260323T080000Z',
        ...['DTSTART;TZID=Europe/Paris:20260324T140000', 'DTEND;TZID=Europe/Paris:20260324T160000'],
      ],
    );
    expect(await hours(text)).toBe(
      '2026-03-02T08:00 09:00, 2026-03-09T08:00 09:00, 2026-03-16T08:00 09:00, 2026-03-24T13:00 15:00, 2026-03-31T12:00 14:00',
    );
  });

  it('leaves out a daily event that ends on no date, at once', async () => {
    const lines = ['DTSTART;VALUE=DATE:20260302', 'DURATION:P999999999W', 'RRULE:FREQ=DAILY', 'SUMMARY:Long'];
    const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join(
      '\r\n',
    );
    const read = await icsClosures(text, 20_500, 20_800);
    expect(read).toMatchObject({
      ok: true,
      leftOut: [{ message: 'The event "Long" has no end and closes nothing' }],
    });
    expect(read.ok && read.days.size).toBe(0);
  });

  it('leaves out what closes nothing, and says of each why', async () => {
    const text = calendar(
      ['DTSTART:20260814T100000Z', 'SUMMARY:Reminder'],
      ['DTSTART:20260815T120000', 'DTEND:20260815T100000'],
      ['DTSTART:20260816T100000', 'DTEND:20260816T110000', 'TRANSP:TRANSPARENT', 'SUMMARY:Maybe'],
      [
        'DTSTART;TZID=Middle Earth:20260817T100000',
        'DTEND;TZID=Middle Earth:20260817T110000',
        'SUMMARY:Feast',
      ],
      ['SUMMARY:Some day'],
      ['DTSTART:20260818T100000', 'DTEND:20260818T110000', 'STATUS:CANCELLED'],
      ['DTSTART;VALUE=DATE:20260819', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'SUMMARY:Never'],
      ['DTSTART;VALUE=DATE:20260820', 'RRULE:FREQ=DAILY;UNTIL=20260101', 'SUMMARY:Over'],
      ['DTSTART;VALUE=DATE:19720229', 'RRULE:FREQ=YEARLY;COUNT=2', 'SUMMARY:Long ago'],
      ['UID:9', 'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260821', 'DTSTART;VALUE=DATE:20260822'],
    );
    const result = await icsClosures(text, FROM, TO);
    expect(result).toMatchObject({
      ok: true,
      days: new Map(),
      hours: [],
      notes: ['8 events that close nothing'],
    });
    expect(result.ok && result.leftOut.map(({ message }) => message)).toEqual([
      'The event "Reminder" of 2026-08-14 10:00 has no length and closes nothing',
      'The event "Without a title" of 2026-08-15 12:00 has no length and closes nothing',
      'The event "Maybe" of 2026-08-16 10:00 is marked as free time and closes nothing',
      'The event "Feast" of 2026-08-17 10:00 is in a time zone that is not known ("Middle Earth") and closes nothing',
      'The event "Some day" has no date and closes nothing',
      'The event "Never" of 2026-08-19 repeats by a rule that no date meets, and closes nothing',
      'The event "Over" of 2026-08-20 repeats by a rule that no date meets, and closes nothing',
      'The event "Without a title" stands for all that follow of a series that is not in the file, and closes nothing',
    ]);
  });

  it.each([
    ['an empty file', '', 'holds no calendar'],
    ['a web page', '<html></html>', 'cannot be read'],
    ['a file cut short', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'cannot be read'],
    ['an end of no event', 'END:VEVENT\r\nDTSTART:20260101\r\n', 'cannot be read (a line is out of place)'],
    [
      'more events than an office has',
      `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(20_001)}END:VCALENDAR`,
      'holds 20,001 events, and at most 20,000 are read',
    ],
    [
      'more dates than an office is closed on',
      calendar([`RDATE:${'20250102,'.repeat(50_000)}20250103`]),
      'lists 50,001 dates, and at most 50,000 are read',
    ],
    [
      'more parameters of a property than any has',
      calendar([`SUMMARY${';X=1'.repeat(100_000)}:B`]),
      'has a line of more than 1,000 parameters, line 4',
    ],
    ['no calendar around the event', 'BEGIN:VEVENT\r\nEND:VEVENT', 'holds no calendar'],
    [
      'a rule by the second',
      calendar(['DTSTART;VALUE=DATE:20250101', 'RRULE:FREQ=SECONDLY', 'SUMMARY:B']),
      'repeats "B"',
    ],
    [
      'a rule by the hour of its days',
      calendar([
        'DTSTART:20250101T080000',
        'DTEND:20250101T090000',
        'RRULE:FREQ=DAILY;BYHOUR=8,14',
        'SUMMARY:B',
      ]),
      'repeats "B"',
    ],
    [
      'dates less those of a rule',
      calendar(['DTSTART;VALUE=DATE:20250101', 'EXRULE:FREQ=YEARLY;BYMONTH=1', 'SUMMARY:B']),
      'repeats "B"',
    ],
    [
      'rules that count the days of 2,000 years, again and again',
      calendar(
        ...Array.from({ length: long ? 3 : 1 }, () => [
          'DTSTART;VALUE=DATE:00010101',
          'RRULE:FREQ=DAILY;COUNT=9999999',
        ]),
      ),
      'repeats the event of 0001-01-01 too many times',
    ],
    [
      'a rule without a title that is not read',
      calendar(['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=HOURLY']),
      'repeats the event of 2026-01-05 by a rule that is not read',
    ],
  ])('refuses %s', async (_name, text, message) => {
    const result = await icsClosures(text, FROM, TO);
    expect(result.ok ? '' : result.message).toContain(message);
  });
});

describe('hours off from an iCalendar file, read in Paris', () => {
  it.each([
    ['floating', ['DTSTART:20260511T100000', 'DTEND:20260511T113000'], '2026-05-11T08:00 09:30'],
    ['in UTC', ['DTSTART:20260511T100000Z', 'DTEND:20260511T113000Z'], '2026-05-11T10:00 11:30'],
    [
      'in a zone of their own',
      ['DTSTART;TZID=America/New_York:20260511T100000', 'DTEND;TZID=America/New_York:20260511T113000'],
      '2026-05-11T14:00 15:30',
    ],
    ['with a length', ['DTSTART:20260511T100000', 'DURATION:PT90M'], '2026-05-11T08:00 09:30'],
    ['past midnight', ['DTSTART:20260511T220000', 'DTEND:20260512T020000'], '2026-05-11T20:00 00:00'],
    [
      'each week, at the same time of day on both sides of a change of the clocks',
      ['DTSTART:20260323T100000', 'DTEND:20260323T110000', 'RRULE:FREQ=WEEKLY;COUNT=2'],
      '2026-03-23T09:00 10:00, 2026-03-30T08:00 09:00',
    ],
    [
      'each week in UTC',
      ['DTSTART:20260323T100000Z', 'DTEND:20260323T110000Z', 'RRULE:FREQ=WEEKLY;COUNT=2'],
      '2026-03-23T10:00 11:00, 2026-03-30T10:00 11:00',
    ],
    [
      'until the instant of the last',
      ['DTSTART:20260511T100000', 'DTEND:20260511T110000', 'RRULE:FREQ=DAILY;UNTIL=20260512T080000Z'],
      '2026-05-11T08:00 09:00, 2026-05-12T08:00 09:00',
    ],
    [
      'until a second before the last',
      ['DTSTART:20260511T100000', 'DTEND:20260511T110000', 'RRULE:FREQ=DAILY;UNTIL=20260512T075959Z'],
      '2026-05-11T08:00 09:00',
    ],
    [
      'but for an exception',
      [
        'DTSTART:20260511T100000',
        'DTEND:20260511T110000',
        'RRULE:FREQ=DAILY;COUNT=2',
        'EXDATE:20260511T080000Z',
      ],
      '2026-05-12T08:00 09:00',
    ],
    [
      'an hour that the clocks show twice, both times',
      ['DTSTART:20261025T020000', 'DTEND:20261025T030000'],
      '2026-10-25T00:00 02:00',
    ],
    ['an hour that the clocks skip', ['DTSTART:20260329T020000', 'DTEND:20260329T030000'], ''],
  ])('%s', async (_name, lines, expected) => {
    expect(await hours(calendar(lines))).toBe(expected);
  });

  it('by the clocks that the file defines, as Outlook names them', async () => {
    const part = (name: string, from: string, to: string, rule: string) =>
      [
        `BEGIN:${name}`,
        'DTSTART:16010101T000000',
        `TZOFFSETFROM:${from}`,
        `TZOFFSETTO:${to}`,
        `RRULE:${rule}`,
        `END:${name}`,
      ].join('\r\n');
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Eastern Standard Time',
      part('STANDARD', '-0400', '-0500', 'FREQ=YEARLY;BYDAY=1SU;BYMONTH=11'),
      part('DAYLIGHT', '-0500', '-0400', 'FREQ=YEARLY;BYDAY=2SU;BYMONTH=3'),
      'END:VTIMEZONE',
    ].join('\r\n');
    const text = calendar(
      [
        'DTSTART;TZID=Eastern Standard Time:20260511T100000',
        'DTEND;TZID=Eastern Standard Time:20260511T110000',
      ],
      [
        'DTSTART;TZID=Eastern Standard Time:20261211T100000',
        'DTEND;TZID=Eastern Standard Time:20261211T110000',
      ],
    ).replace('BEGIN:VEVENT', `${zone}\r\nBEGIN:VEVENT`);
    expect(await hours(text)).toBe('2026-05-11T14:00 15:00, 2026-12-11T15:00 16:00');
  });

  it('are disjoint, however many meet', async () => {
    const meeting = (from: string, to: string) => [`DTSTART:20260511T${from}00Z`, `DTEND:20260511T${to}00Z`];
    const many = Array.from({ length: long ? 10_000 : 1000 }, (_, i) =>
      meeting(`10${String(i % 60).padStart(2, '0')}`, '1100'),
    );
    expect(await hours(calendar(meeting('0900', '1030'), ...many, meeting('1015', '1045')))).toBe(
      '2026-05-11T09:00 10:30, 2026-05-11T10:30 11:00',
    );
  });
});

async function hours(text: string): Promise<string> {
  const result = await icsClosures(text, FROM, TO, 'Europe/Paris');
  if (!result.ok) return result.message;
  const utc = (at: number): string => new Date(at / 1000).toISOString().slice(0, 16);
  return result.hours.map(({ from, to }) => `${utc(from)} ${utc(to).slice(11)}`).join(', ');
}

function calendar(...events: readonly (readonly string[])[]): string {
  const body = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...body, 'END:VCALENDAR', ''].join('\r\n');
}

async function read(text: string): Promise<string> {
  const result = await icsClosures(text, FROM, TO, 'Europe/Paris');
  if (!result.ok) return result.message;
  return [...result.days]
    .sort(([a], [b]) => a - b)
    .map(([day, name]) => `${new Date(day * 86_400_000).toISOString().slice(0, 10)} ${name}`)
    .join(', ');
}
