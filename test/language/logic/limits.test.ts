import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../src/calendar/duration.ts';
import { assembleWeek, parseWindows } from '../../../src/calendar/week.ts';
import { longestClosing, surelyLonger } from '../../../src/language/logic/limits.ts';
import type { CalendarDef } from '../../../src/model/agreement.ts';
import type { Duration } from '../../../src/model/time.ts';

function calendar(id: string, week: Readonly<Record<string, readonly string[]>>): CalendarDef {
  const entries = Object.entries(week).map(([key, texts]) => {
    const windows = parseWindows(texts);
    return { key, windows: windows.ok ? windows.value : [] };
  });
  const assembled = assembleWeek(entries);
  if (!assembled.ok) throw new Error(assembled.message);
  const none = { seasons: [], holidays: [], closed: [], open: [] };
  return { id, timezone: 'Europe/Paris', week: assembled.value, ...none };
}

const office = calendar('office', { 'mon-fri': ['09:00-17:00'] });
const sunday = calendar('sunday', { sun: ['10:00-12:00'] });
const special: CalendarDef = {
  ...sunday,
  id: 'special',
  open: [{ day: 20_000, windows: [{ open: 0, close: 1440 }] }],
};

function within(text: string): Duration {
  const parsed = parseDuration(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.duration;
}

describe('a time limit is surely longer than another', () => {
  it.each<readonly [string, string, boolean, CalendarDef | null, CalendarDef | null]>([
    ['10 business days', '5 business days', true, office, office],
    ['5 business days', '5 business days', false, office, office],
    ['10 business days', '5 business days', false, office, sunday],
    ['4 hours', '3 hours', true, null, null],
    ['4 business hours', '3 hours', true, office, null],
    ['3 hours', '4 business hours', false, null, office],
    ['40 hours', '2 business hours', false, null, office],
    ['15 calendar days', '14 calendar days', true, null, null],
    ['10 business days', '10 calendar days', true, office, null],
    ['10 business days', '12 calendar days', false, office, null],
    ['6 business days', '6 calendar days', true, office, null],
    ['5 business days', '4 calendar days', false, office, null],
    ['6 business hours', '13 calendar days', false, sunday, null],
    ['12 business hours', '13 calendar days', true, sunday, null],
    ['12 business hours', '13 calendar days', false, special, null],
    ['24 hours', '1 calendar days', false, null, null],
    ['28 hours', '1 calendar days', true, null, null],
  ])('%s against %s: %s', (a, b, longer, byA, byB) => {
    expect(surelyLonger({ within: within(a), calendar: byA }, { within: within(b), calendar: byB })).toBe(
      longer,
    );
  });
});

describe('the longest closing of a week', () => {
  it.each<readonly [string, Readonly<Record<string, readonly string[]>>, number, number]>([
    ['is the weekend of an office', { 'mon-fri': ['09:00-17:00'] }, 4 * 1440 + 17 * 60, 64 * 60],
    ['is a night of a shop', { 'mon-sun': ['08:00-20:00'] }, 20 * 60, 12 * 60],
    ['goes round the week', { wed: ['09:00-10:00'] }, 2 * 1440 + 600, 7 * 1440 - 60],
    ['knows windows past midnight', { 'mon-sun': ['22:00-06:00'] }, 1440 + 360, 16 * 60],
    ['is none where it never closes', { 'mon-sun': ['00:00-24:00'] }, 0, 0],
  ])('%s', (_, week, from, minutes) => {
    expect(longestClosing(calendar('c', week))).toEqual({ from, minutes });
  });
});
