import { describe, expect, it } from 'vitest';
import { icsDays } from '../../src/calendar/ics.ts';

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

  it('leaves events of some hours out, and names each', async () => {
    const text = calendar(
      ['DTSTART:20260814T100000Z', 'DTEND:20260814T110000Z', 'SUMMARY:Meeting'],
      ['DTSTART:20260815T000000', 'DTEND:20260815T120000'],
    );
    const result = await icsDays(text, FROM, TO);
    expect(result).toMatchObject({
      ok: true,
      days: new Map(),
      notes: ['2 events with hours left out'],
      leftOut: [
        'The event "Meeting" of 2026-08-14 10:00 has hours and closes nothing',
        'The event "Without a title" of 2026-08-15 00:00 has hours and closes nothing',
      ],
    });
  });

  it.each([
    ['an empty file', '', 'holds no calendar'],
    ['a web page', '<html></html>', 'cannot be read'],
    ['a file cut short', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'cannot be read'],
    ['no calendar around the event', 'BEGIN:VEVENT\r\nEND:VEVENT', 'holds no calendar'],
    [
      'a rule by the second',
      calendar(['DTSTART;VALUE=DATE:20250101', 'RRULE:FREQ=SECONDLY', 'SUMMARY:B']),
      'repeats "B"',
    ],
    [
      'a rule that never comes true',
      calendar(['DTSTART;VALUE=DATE:20250101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'SUMMARY:B']),
      'repeats "B"',
    ],
    [
      'each day for 2,000 years',
      calendar(['DTSTART;VALUE=DATE:00010101', 'RRULE:FREQ=DAILY', 'SUMMARY:B']),
      'too many times',
    ],
  ])('refuses %s', async (_name, text, message) => {
    const result = await icsDays(text, FROM, TO);
    expect(result.ok ? '' : result.message).toContain(message);
  });
});

function calendar(...events: readonly (readonly string[])[]): string {
  const body = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...body, 'END:VCALENDAR', ''].join('\r\n');
}

async function read(text: string): Promise<string> {
  const result = await icsDays(text, FROM, TO, 'Europe/Paris');
  if (!result.ok) return result.message;
  return [...result.days]
    .sort(([a], [b]) => a - b)
    .map(([day, name]) => `${new Date(day * 86_400_000).toISOString().slice(0, 10)} ${name}`)
    .join(', ');
}
