import { expect } from 'vitest';
import { compileCalendar } from '../../src/calendar/calendar.ts';
import { type Closures, NOTHING_CLOSED } from '../../src/calendar/closures.ts';
import { parseDay } from '../../src/calendar/day.ts';
import { parseDuration } from '../../src/calendar/duration.ts';
import { parseSeasonDates } from '../../src/calendar/seasons.ts';
import { calendarTable } from '../../src/calendar/table.ts';
import { assembleWeek, parseWindows } from '../../src/calendar/week.ts';
import { neverOpens } from '../../src/calendar/windows.ts';
import type { CalendarDef } from '../../src/model/agreement.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const OFFICE = { 'mon-fri': ['09:00-17:00'] };

describe('due times', () => {
  it.each([
    // 2026-03-06 is a Friday.
    ['Friday half past four', OFFICE, '2026-03-06 16:30', '1 business hour', '2026-03-09 09:30'],
    ['before opening', OFFICE, '2026-03-04 07:00', '2 business hours', '2026-03-04 11:00'],
    ['Friday after closing', OFFICE, '2026-03-06 18:00', '1 business hour', '2026-03-09 10:00'],
    ['Saturday morning', OFFICE, '2026-03-07 08:00', '1 business hour', '2026-03-09 10:00'],
    [
      'Saturday inside the hours of a weekday',
      OFFICE,
      '2026-03-07 10:00',
      '1 business hour',
      '2026-03-09 10:00',
    ],
    ['Saturday evening', OFFICE, '2026-03-07 20:00', '1 business hour', '2026-03-09 10:00'],
    ['Sunday half past four', OFFICE, '2026-03-08 16:30', '1 business hour', '2026-03-09 10:00'],
    ['used up exactly at closing', OFFICE, '2026-03-09 16:00', '1 business hour', '2026-03-09 17:00'],
    [
      'over one night',
      { 'mon-fri': ['08:00-18:00'] },
      '2026-03-09 17:00',
      '4 business hours',
      '2026-03-10 11:00',
    ],
    [
      'three quarters of it',
      { 'mon-fri': ['08:00-18:00'] },
      '2026-03-09 17:00',
      '3 business hours',
      '2026-03-10 10:00',
    ],
    [
      'across lunch',
      { 'mon-fri': ['09:00-12:00', '13:00-17:00'] },
      '2026-03-09 11:30',
      '2 business hours',
      '2026-03-09 14:30',
    ],
    [
      'during lunch',
      { 'mon-fri': ['09:00-12:00', '13:00-17:00'] },
      '2026-03-09 12:30',
      '1 business hour',
      '2026-03-09 14:00',
    ],
    [
      'uneven days',
      { mon: ['09:00-17:00'], tue: ['09:00-16:00'], thu: ['08:00-17:00'] },
      '2026-03-09 11:00',
      '16 business hours',
      '2026-03-12 11:00',
    ],
    ['business days from a Friday', OFFICE, '2026-03-06 10:00', '5 business days', '2026-03-13 17:00'],
    ['business days from a Saturday', OFFICE, '2026-03-07 10:00', '1 business day', '2026-03-09 17:00'],
    ['a business day from before opening', OFFICE, '2026-03-09 07:00', '1 business day', '2026-03-10 17:00'],
    [
      'a business day that ends at night',
      { 'mon-fri': ['22:00-06:00'] },
      '2026-03-09 10:00',
      '1 business day',
      '2026-03-11 06:00',
    ],
    ['calendar days', OFFICE, '2026-03-06 16:30', '14 calendar days', '2026-03-20 16:30'],
    [
      'calendar days into the hour that the clock skips',
      OFFICE,
      '2026-03-15 02:30',
      '14 calendar days',
      '2026-03-29 03:00',
    ],
    ['elapsed hours over the skipped hour', OFFICE, '2026-03-28 12:00', '24 hours', '2026-03-29 13:00'],
    ['fractions of an hour', OFFICE, '2026-03-09 16:30', '1.5 business hours', '2026-03-10 10:00'],
  ])('%s', (_name, week, start, within, due) => {
    expect(dueIn({ timezone: 'Europe/Berlin', week }, start, within)).toBe(due);
  });

  it.each([
    [
      'the last day of the usual week, into summer hours',
      '2026-06-30 16:30',
      '1 business hour',
      '2026-07-01 08:30',
    ],
    ['the last day of summer hours', '2027-08-31 13:30', '1 business hour', '2027-09-01 09:30'],
    [
      'dates of one year within those of every year',
      '2026-07-14 09:00',
      '1 business hour',
      '2026-07-14 12:00',
    ],
    ['the same dates of another year', '2027-07-14 09:00', '1 business hour', '2027-07-14 10:00'],
    ['a season past the end of the year', '2026-12-31 15:30', '1 business hour', '2027-01-01 10:30'],
    ['29 February, where a season begins on it', '2028-02-28 16:30', '1 business hour', '2028-02-29 06:30'],
    ['the same where there is none', '2027-02-26 16:30', '1 business hour', '2027-03-01 06:30'],
    ['a day that the season closes', '2026-07-17 13:30', '1 business hour', '2026-07-21 08:30'],
    ['days that are counted', '2026-06-30 10:00', '2 business days', '2026-07-02 14:00'],
  ])('follow the season: %s', (_name, start, within, due) => {
    const seasons = [
      { between: '07-01..08-31', week: { 'tue-fri': ['08:00-14:00'] } },
      { between: '2026-07-14..2026-07-15', week: { 'mon-sun': ['11:00-12:00'] } },
      { between: '12-24..01-06', week: { 'mon-sun': ['10:00-16:00'] } },
      { between: '02-29..03-01', week: { 'mon-fri': ['06:00-17:00'] } },
    ];
    expect(dueIn({ timezone: 'Europe/Berlin', week: OFFICE, seasons }, start, within)).toBe(due);
  });

  it('skips Good Friday and Easter Monday', () => {
    const holidays = { '2026-04-03': 'Karfreitag', '2026-04-06': 'Ostermontag' };
    const due = dueIn(
      { timezone: 'Europe/Berlin', week: OFFICE, holidays },
      '2026-04-02 15:30',
      '4 business hours',
    );
    expect(due).toBe('2026-04-07 11:30');
  });

  it('is a day later on the clock after 24 elapsed hours in the night that clocks go forward', () => {
    const due = dueIn(
      { timezone: 'America/New_York', week: { 'mon-sun': ['00:00-24:00'] } },
      '2026-03-07 12:00',
      '24 hours',
    );
    expect(due).toBe('2026-03-08 13:00');
  });

  it('is null where the calendar does not open enough within twenty years', () => {
    const def = definition({ timezone: 'UTC', week: {}, open: { '2026-12-24': ['09:00-12:00'] } });
    const calendar = compileCalendar(def, NOTHING_CLOSED, span('2026-01-01', '2026-12-31'));
    expect(calendar.due(micros('2026-01-01T00:00:00Z'), duration('3 business hours'))).toBe(
      micros('2026-12-24T12:00:00Z'),
    );
    expect(calendar.due(micros('2026-01-01T00:00:00Z'), duration('3.1 business hours'))).toBeNull();
    expect(calendar.due(micros('2026-01-01T00:00:00Z'), duration('2 business days'))).toBeNull();
  });

  it('gives the same answer far beyond the compiled span', () => {
    const def = definition({ timezone: 'Europe/Paris', week: OFFICE });
    const narrow = compileCalendar(def, NOTHING_CLOSED, span('2026-01-01', '2026-01-02'));
    const wide = compileCalendar(def, NOTHING_CLOSED, span('2000-01-01', '2050-01-01'));
    for (const start of ['2003-05-06T10:00:00Z', '2026-01-01T12:00:00Z', '2044-12-31T23:00:00Z']) {
      for (const within of ['1000 business days', '9000 business hours', '3000 calendar days']) {
        expect(narrow.due(micros(start), duration(within))).toBe(wide.due(micros(start), duration(within)));
      }
    }
  });
});

describe('open time', () => {
  it.each([
    [
      'a holiday between',
      { 'mon-fri': ['09:00-17:00'] },
      { '2024-01-15': 'Day off' },
      '2024-01-12 10:00',
      '2024-01-16 12:00',
      36_000,
    ],
    [
      'from after closing to the next afternoon',
      { 'mon-fri': ['07:00-16:00'] },
      {},
      '2024-03-11 16:01',
      '2024-03-12 14:20',
      26_400,
    ],
    [
      'up to the moment of opening',
      { 'mon-fri': ['08:00-18:00'] },
      {},
      '2024-03-11 17:30',
      '2024-03-12 08:00',
      1800,
    ],
    [
      'after an overnight shift',
      { 'mon-sun': ['17:00-01:00'] },
      {},
      '2024-03-12 02:00',
      '2024-03-12 04:48',
      0,
    ],
  ])('%s', (_name, week, holidays, from, to, seconds) => {
    const def = definition({ timezone: 'UTC', week });
    const calendar = compileCalendar(def, days(holidays), span('2024-01-01', '2024-12-31'));
    const utc = (text: string) => micros(`${text.replace(' ', 'T')}:00Z`);
    expect(calendar.openBetween(utc(from), utc(to))).toBe(seconds * 1_000_000);
    expect(calendar.openBetween(utc(to), utc(from)) + seconds * 1_000_000).toBe(0);
  });

  it.each([
    ['2026-03-08', 2],
    ['2026-11-01', 4],
    ['2026-11-08', 3],
  ])('of 01:00 to 04:00 in New York on %s is %d hours', (day, hours) => {
    const def = definition({ timezone: 'America/New_York', week: { sun: ['01:00-04:00'] } });
    const calendar = compileCalendar(def, NOTHING_CLOSED, span('2026-01-01', '2026-12-31'));
    const noon = micros(`${day}T12:00:00Z`);
    expect(calendar.openBetween(noon - 86_400_000_000, noon)).toBe(hours * 3_600_000_000);
  });

  it.each([
    ['sat', '00:00-24:00', 24, '2025-11-02T04:00:00Z'],
    ['sat', '18:00-24:00', 6, '2025-11-02T04:00:00Z'],
    ['sun', '00:00-24:00', 25, '2025-11-03T05:00:00Z'],
    ['sat-sun', '00:00-24:00', 49, '2025-11-02T04:00:00Z'],
  ])(
    'of %s %s in Havana, whose clock shows midnight twice on 2025-11-02, is %d hours',
    (days, hours, n, due) => {
      const def = definition({ timezone: 'America/Havana', week: { [days]: [hours] } });
      const calendar = compileCalendar(def, NOTHING_CLOSED, span('2025-01-01', '2025-12-31'));
      const [from, to] = [micros('2025-10-31T12:00:00Z'), micros('2025-11-03T12:00:00Z')];
      expect(calendar.openBetween(from, to)).toBe(n * 3_600_000_000);
      expect(calendar.due(from, duration('1 business day'))).toBe(micros(due));
    },
  );

  it('is none for a window that lies in the hour that the clock skips, and that date is not an open day', () => {
    const def = definition({ timezone: 'America/New_York', week: { sun: ['02:00-03:00'] } });
    const calendar = compileCalendar(def, NOTHING_CLOSED, span('2026-01-01', '2026-12-31'));
    const noon = micros('2026-03-08T12:00:00Z');
    expect(calendar.openBetween(noon - 86_400_000_000, noon)).toBe(0);
    expect(calendar.due(noon - 86_400_000_000, duration('1 business day'))).toBe(
      micros('2026-03-15T07:00:00Z'),
    );
  });

  it('keeps the tail of the night before a closed date, and merges windows that touch', () => {
    const def = definition({
      timezone: 'UTC',
      week: { 'mon-sun': ['22:00-06:00', '06:00-08:00'] },
      closed: ['2026-03-10'],
    });
    const calendar = compileCalendar(def, NOTHING_CLOSED, span('2026-03-01', '2026-03-31'));
    expect(calendar.stretches(micros('2026-03-10T00:00:00Z'), micros('2026-03-11T07:00:00Z'))).toEqual([
      {
        from: micros('2026-03-10T00:00:00Z'),
        to: micros('2026-03-10T06:00:00Z'),
        counted: true,
        reason: 'open',
      },
      {
        from: micros('2026-03-10T06:00:00Z'),
        to: micros('2026-03-11T00:00:00Z'),
        counted: false,
        reason: 'closure',
      },
      {
        from: micros('2026-03-11T00:00:00Z'),
        to: micros('2026-03-11T06:00:00Z'),
        counted: false,
        reason: 'closed',
      },
      {
        from: micros('2026-03-11T06:00:00Z'),
        to: micros('2026-03-11T07:00:00Z'),
        counted: true,
        reason: 'open',
      },
    ]);
  });
});

describe('the stretches of a span', () => {
  it('say why each hour from Holy Thursday to Tuesday does not count', () => {
    const def = definition({
      timezone: 'Europe/Berlin',
      week: { 'mon-fri': ['09:00-12:00', '13:00-17:00'] },
    });
    const holidays = days({
      '2026-04-03': 'Karfreitag',
      '2026-04-05': 'Ostersonntag',
      '2026-04-06': 'Ostermontag',
    });
    const calendar = compileCalendar(def, holidays, span('2026-04-01', '2026-04-02'));
    const rows = calendar
      .stretches(micros('2026-04-02T09:30:00Z'), micros('2026-04-07T10:30:00Z'))
      .map(({ from, to, reason, name }) => [local(from), local(to), name ?? reason].join(' '));
    expect(rows).toEqual([
      '2026-04-02 11:30 2026-04-02 12:00 open',
      '2026-04-02 12:00 2026-04-02 13:00 lunch',
      '2026-04-02 13:00 2026-04-02 17:00 open',
      '2026-04-02 17:00 2026-04-03 00:00 closed',
      '2026-04-03 00:00 2026-04-04 00:00 Karfreitag',
      '2026-04-04 00:00 2026-04-06 00:00 weekend',
      '2026-04-06 00:00 2026-04-07 00:00 Ostermontag',
      '2026-04-07 00:00 2026-04-07 09:00 closed',
      '2026-04-07 09:00 2026-04-07 12:00 open',
      '2026-04-07 12:00 2026-04-07 12:30 lunch',
    ]);
  });

  // 2026-03-04 is a Wednesday, and the week opens on no other day.
  it.each([
    ['an hour at noon', ['09:00-12:00', '13:00-17:00'], ['12:00 13:00 lunch']],
    ['three hours', ['09:00-12:00', '15:00-19:00'], ['12:00 15:00 lunch']],
    ['more than three hours', ['09:00-12:00', '15:01-19:00'], ['12:00 15:01 closed']],
    ['a coffee that ends as lunch begins', ['08:00-10:30', '11:00-17:00'], ['10:30 11:00 closed']],
    ['a pause from eleven', ['08:00-10:30', '11:01-17:00'], ['10:30 11:01 lunch']],
    ['a pause just before three', ['08:00-14:59', '16:00-18:00'], ['14:59 16:00 lunch']],
    ['a tea at three', ['08:00-15:00', '15:30-18:00'], ['15:00 15:30 closed']],
    ['a dinner', ['09:00-18:00', '20:00-22:00'], ['18:00 20:00 closed']],
    ['the day of a night shift', ['00:00-06:00', '22:00-02:00'], ['06:00 22:00 closed']],
    [
      'two pauses',
      ['08:00-10:00', '10:15-12:00', '13:00-17:00'],
      ['10:00 10:15 closed', '12:00 13:00 lunch'],
    ],
  ])('call %s between windows lunch only where it is short and at midday', (_, windows, pauses) => {
    const calendar = compileCalendar(
      definition({ timezone: 'Asia/Tokyo', week: { wed: windows } }),
      NOTHING_CLOSED,
      span('2026-03-01', '2026-03-08'),
    );
    const tokyo = (at: number) => new Date(at / 1000 + 9 * 3_600_000).toISOString().slice(11, 16);
    const between = (from: string, to: string) =>
      calendar.stretches(micros(from), micros(to)).map((each) => ({ ...each, at: tokyo(each.from) }));
    const all = between('2026-03-03T15:00:00Z', '2026-03-04T15:00:00Z');
    const inner = all.filter(({ counted }, i) => !counted && all[i - 1]?.counted && all[i + 1]?.counted);
    expect(inner.map(({ at, to, reason }) => `${at} ${tokyo(to)} ${reason}`)).toEqual(pauses);
    // A part of a pause is called what the whole of it is.
    for (const { from, to, reason } of inner) {
      const [start, middle] = [from + 60e6, Math.floor((from + to) / 2)];
      expect(calendar.stretches(start, middle)).toEqual([
        { from: start, to: middle, counted: false, reason },
      ]);
      expect(calendar.stretches(middle, to)).toEqual([{ from: middle, to, counted: false, reason }]);
    }
  });

  it('are none where the span is empty', () => {
    const calendar = compileCalendar(definition({ timezone: 'UTC', week: OFFICE }), NOTHING_CLOSED, {
      from: 0,
      to: 1,
    });
    expect(calendar.stretches(5, 5)).toEqual([]);
  });
});

describe('special openings', () => {
  it('replace the windows of a holiday, of a closed date and of a weekend', () => {
    const def = definition({
      timezone: 'UTC',
      week: OFFICE,
      closed: ['2026-12-24'],
      open: {
        '2026-12-24': ['09:00-12:00'],
        '2026-12-25': ['10:00-11:00'],
        '2026-12-26': ['10:00-10:30'],
        '2026-12-28': [],
      },
    });
    const calendar = compileCalendar(
      def,
      days({ '2026-12-25': 'Christmas Day' }),
      span('2026-12-01', '2026-12-31'),
    );
    const hours = (day: string) =>
      calendar.openBetween(micros(`${day}T00:00:00Z`), micros(`${day}T23:59:00Z`)) / 3.6e9;
    expect(['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28'].map(hours)).toEqual([
      3, 1, 0.5, 0, 0,
    ]);
    const [stretch] = calendar.stretches(micros('2026-12-28T10:00:00Z'), micros('2026-12-28T11:00:00Z'));
    expect(stretch?.reason).toBe('closure');
  });
});

describe('a calendar that never opens', () => {
  it.each([
    ['no windows at all', { week: {} }, true],
    ['closed for ever', { week: OFFICE, closed: ['1900-01-01..2199-12-31'] }, true],
    ['an empty special opening', { week: {}, open: { '2026-12-24': [] } }, true],
    ['one special opening', { week: {}, open: { '2026-12-24': ['09:00-12:00'] } }, false],
    ['one minute a week', { week: { wed: ['09:00-09:01'] } }, false],
    ['closed for ten years', { week: OFFICE, closed: ['2020-01-01..2029-12-31'] }, false],
  ])('%s: %o is %o', (_name, parts, expected) => {
    expect(neverOpens(definition({ timezone: 'UTC', ...parts }))).toBe(expected);
  });
});

describe('hostile calendars', () => {
  it('answer with ten thousand closed ranges and over fifty years', () => {
    const closed = Array.from({ length: 10_000 }, (_, i) => ({ from: 11_000 + i, to: 11_000 + 2 * i }));
    const def = { ...definition({ timezone: 'Europe/Paris', week: OFFICE }), closed };
    const calendar = compileCalendar(def, NOTHING_CLOSED, span('2000-01-01', '2050-01-01'));
    expect(calendar.due(micros('2001-02-01T00:00:00Z'), duration('1 business hour'))).toBeNull();
    const table = calendarTable({ def, closures: NOTHING_CLOSED, firstDay: 10_957, lastDay: 29_220 });
    expect(table.windows.length).toBe(29_220 - 10_957 + 1);
    expect(table.openBefore.length).toBe(table.windows.length + 1);
  });
});

describe('the table of a calendar', () => {
  it('starts with the tail of the night before, and says the same wherever it starts', () => {
    const def = definition({ timezone: 'Asia/Tokyo', week: { 'mon-sun': ['22:00-21:30'] } });
    const [early, late] = [20_000, 20_100].map((first) =>
      calendarTable({ def, closures: NOTHING_CLOSED, firstDay: first, lastDay: 20_110 }),
    );
    expect(late?.windows).toEqual(early?.windows.slice(100));
    expect(late?.openDays[1]).toBe(2);
    expect(late?.closings[1]).toBe(20_100 * 86_400_000_000 + 12.5 * 3_600_000_000);
  });

  it('has closings for 400 open days after its last row where none says how many', () => {
    const daily = calendarTable({
      def: definition({ timezone: 'UTC', week: OFFICE }),
      closures: NOTHING_CLOSED,
      firstDay: 20_000,
      lastDay: 20_000,
    });
    expect(daily.closings.at(-1)).toBeGreaterThan((20_000 + 400) * 86_400_000_000);
    const weekly = definition({ timezone: 'UTC', week: { mon: ['09:00-17:00'] } });
    expect(
      calendarTable({ def: weekly, closures: NOTHING_CLOSED, firstDay: 20_000, lastDay: 20_000 }).closings
        .length,
    ).toBeGreaterThan(400);
  });
});

interface Parts {
  readonly timezone: string;
  readonly week: Readonly<Record<string, readonly string[]>>;
  readonly seasons?: readonly {
    readonly between: string;
    readonly week: Parts['week'];
  }[];
  readonly closed?: readonly string[];
  readonly open?: Readonly<Record<string, readonly string[]>>;
  readonly holidays?: Readonly<Record<string, string>>;
}

function definition({ timezone, week, seasons = [], closed = [], open = {} }: Parts): CalendarDef {
  const windows = (texts: readonly string[]) => must(parseWindows(texts));
  const weekOf = (days: Parts['week']) =>
    must(assembleWeek(Object.entries(days).map(([key, texts]) => ({ key, windows: windows(texts) }))));
  return {
    id: 'office',
    timezone,
    week: weekOf(week),
    seasons: seasons.map((season) => {
      const { every, from, to } = must(parseSeasonDates(season.between));
      const dates = [{ from, to }];
      return { yearly: every ? dates : [], once: every ? [] : dates, week: weekOf(season.week) };
    }),
    holidays: [],
    closed: closed.map((text) => {
      const [from = '', to = from] = text.split('..');
      return { from: must(parseDay(from)), to: must(parseDay(to)) };
    }),
    open: Object.entries(open).map(([day, texts]) => ({ day: must(parseDay(day)), windows: windows(texts) })),
  };
}

/** Local time in, local time out; both written by Intl, for a time that occurs once. */
function dueIn(parts: Parts, start: string, within: string): string | null {
  const def = definition(parts);
  const calendar = compileCalendar(def, days(parts.holidays ?? {}), span('2026-01-01', '2026-06-01'));
  const guess = micros(`${start.replace(' ', 'T')}:00Z`);
  const hours = Array.from({ length: 53 }, (_, i) => guess + (i - 26) * 3_600_000_000);
  const at = hours.find((t) => local(t, parts.timezone) === start) ?? Number.NaN;
  const due = calendar.due(at, duration(within));
  return due === null ? null : local(due, parts.timezone);
}

function days(names: Readonly<Record<string, string>>): Closures {
  return {
    days: new Map(Object.entries(names).map(([day, name]) => [must(parseDay(day)), name])),
    hours: [],
  };
}

function span(from: string, to: string): { from: number; to: number } {
  return { from: micros(`${from}T00:00:00Z`), to: micros(`${to}T00:00:00Z`) };
}

function duration(text: string) {
  const parsed = parseDuration(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.duration;
}

function micros(iso: string): number {
  return Date.parse(iso) * 1000;
}

function local(t: number, timeZone = 'Europe/Berlin'): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    t / 1000,
  );
}

function must<T>(
  parsed: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string },
): T {
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}
