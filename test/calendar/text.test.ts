import { describe, expect, it } from 'vitest';
import { formatDay, parseDay, parseDayRange } from '../../src/calendar/day.ts';
import { parseDuration } from '../../src/calendar/duration.ts';
import { assembleWeek, parseDayKey, parseWindow, parseWindows } from '../../src/calendar/week.ts';

describe('a time limit', () => {
  it.each([
    ['30 minutes', { unit: 'elapsed', micros: 1_800_000_000 }],
    ['1 minute', { unit: 'elapsed', micros: 60_000_000 }],
    ['45 seconds', { unit: 'elapsed', micros: 45_000_000 }],
    ['1 hour', { unit: 'elapsed', micros: 3_600_000_000 }],
    ['48 hours', { unit: 'elapsed', micros: 172_800_000_000 }],
    ['90 business minutes', { unit: 'business-time', micros: 5_400_000_000 }],
    ['4 Business Hours', { unit: 'business-time', micros: 14_400_000_000 }],
    ['1.5 business hours', { unit: 'business-time', micros: 5_400_000_000 }],
    ['30 business seconds', { unit: 'business-time', micros: 30_000_000 }],
    ['5 business days', { unit: 'business-days', days: 5 }],
    ['1 business day', { unit: 'business-days', days: 1 }],
    ['14 calendar days', { unit: 'calendar-days', days: 14 }],
  ])('"%s" is read', (text, duration) => {
    expect(parseDuration(text)).toEqual({ ok: true, duration: { ...duration, text } });
  });

  it.each([
    ['3 days', '"3 days" can be read in two ways', 'write "3 business days" or "3 calendar days"'],
    ['1 day', '"1 day" can be read in two ways', 'write "1 business day" or "1 calendar day"'],
    ['2 weeks', '"2 weeks" can be read in two ways', 'write "14 calendar days" or "10 business days"'],
    ['1 month', '"1 month" can be read in two ways', 'write "30 calendar days" or "20 business days"'],
    [
      '4 calendar hours',
      '"4 calendar hours" has no meaning of its own',
      'write "4 hours" or "4 business hours"',
    ],
    [
      '2.5 business days',
      '"2.5 business days" is not a whole number of days',
      'write "3 business days", or hours',
    ],
    ['0 hours', 'The time limit "0 hours" is not more than zero', 'write a positive number'],
    ['-4 hours', 'The time limit "-4 hours" is not more than zero', 'write a positive number'],
    ['90000 hours', 'The time limit "90000 hours" is longer than ten years', 'write a shorter one'],
    [
      '4000 business days',
      'The time limit "4000 business days" is longer than ten years',
      'write a shorter one',
    ],
  ])('"%s" is refused with what to type', (text, message, help) => {
    expect(parseDuration(text)).toEqual({ ok: false, message, help });
  });

  it.each([
    '',
    '4h',
    'four hours',
    '1e3 hours',
    'Infinity hours',
    '4 constructor',
    '1,5 hours',
    'P1D',
    '4 business',
  ])('"%s" is refused with examples', (text) => {
    const parsed = parseDuration(text);
    expect(parsed.ok ? '' : parsed.help).toContain('"4 business hours"');
  });
});

describe('a window', () => {
  it.each([
    ['09:00-12:30', { open: 540, close: 750 }],
    ['9:00 - 12:30', { open: 540, close: 750 }],
    ['22:00-06:00', { open: 1320, close: 1800 }],
    ['22:00-00:00', { open: 1320, close: 1440 }],
    ['00:00-24:00', { open: 0, close: 1440 }],
  ])('"%s" is read', (text, window) => {
    expect(parseWindow(text)).toEqual({ ok: true, value: window });
  });

  it.each([
    '09:00',
    '9-17',
    '25:00-26:00',
    '09:60-10:00',
    '24:00-06:00',
    '09:00-09:00',
    '00:00-00:00',
    '09:00-24:01',
  ])('"%s" is refused', (text) => {
    expect(parseWindow(text)).toMatchObject({ ok: false });
  });

  it('of a list is sorted, and the first that cannot be read is told by its index', () => {
    expect(parseWindows(['14:00-18:00', '09:00-12:30'])).toMatchObject({
      value: [{ open: 540 }, { open: 840 }],
    });
    expect(parseWindows(['14:00-18:00', 'lunch'])).toMatchObject({ ok: false, index: 1 });
  });
});

describe('a week', () => {
  it.each([
    ['mon', [0]],
    ['mon-thu', [0, 1, 2, 3]],
    ['fri-mon', [4, 5, 6, 0]],
    ['mon-sun', [0, 1, 2, 3, 4, 5, 6]],
    ['sat-fri', [5, 6, 0, 1, 2, 3, 4]],
    ['wed-wed', [2]],
    ['Sat', [5]],
  ])('has the days of "%s"', (key, days) => {
    expect(parseDayKey(key)).toEqual({ ok: true, value: days });
  });

  it.each(['daily', 'mon-', 'mon-tue-wed', 'monday', '', '-'])('has no days of "%s"', (key) => {
    expect(parseDayKey(key)).toMatchObject({ ok: false });
  });

  it('names each day once, even where one key is more specific', () => {
    const windows = [{ open: 540, close: 1020 }];
    expect(
      assembleWeek([
        { key: 'mon-fri', windows },
        { key: 'fri', windows: [] },
      ]),
    ).toEqual({
      ok: false,
      key: 'fri',
      message: '"fri" names fri again, after "mon-fri"',
      help: 'name each day once, with all its windows in one list: mon: [09:00-12:30, 14:00-18:00]',
    });
  });
});

describe('a date', () => {
  it.each(['1970-01-01', '2026-08-10', '2024-02-29', '1900-03-01', '2199-12-31'])(
    '%s is read and written',
    (text) => {
      const parsed = parseDay(text);
      expect(parsed).toEqual({ ok: true, value: Date.parse(text) / 86_400_000 });
      expect(parsed.ok && formatDay(parsed.value)).toBe(text);
    },
  );

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '10/08/2026',
    '2026-8-1',
    '0026-01-01',
    '9999-01-01',
    '',
  ])('"%s" is refused', (text) => {
    expect(parseDay(text)).toMatchObject({ ok: false });
  });

  it('or a range of dates, both ends included', () => {
    expect(parseDayRange('2026-08-10..2026-08-14')).toEqual({
      ok: true,
      value: { from: 20_675, to: 20_679 },
    });
    expect(parseDayRange('2026-08-10')).toEqual({ ok: true, value: { from: 20_675, to: 20_675 } });
  });

  it.each([
    '2026-08-14..2026-08-10',
    '2026-08-10..',
    '..2026-08-10',
    '2026-08-10..2026-08-14..2026-08-20',
    '2026-08-10 to 2026-08-14',
  ])('but not "%s"', (text) => {
    expect(parseDayRange(text)).toMatchObject({ ok: false });
  });
});
