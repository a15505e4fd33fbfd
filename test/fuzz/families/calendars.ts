import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Family, type Next, oneOf } from '../judged.ts';
import { sound } from './texts.ts';

/** Values that are sound, and others that are not: the latter seldom, so that most calendars come as far as a number. */
interface Choice {
  readonly sound: readonly string[];
  readonly odd: readonly string[];
}

const DAYS: Choice = {
  sound: ['mon-fri', 'fri-mon', 'mon-sun', 'mon-thu', 'sat', 'tue-wed'],
  odd: ['day', 'mon-fri: [], mon', 'Mon'],
};
const WINDOWS: Choice = {
  sound: [
    '[09:00-12:30, 14:00-18:00]',
    '[00:00-24:00]',
    '[22:00-06:00]',
    '[02:00-02:30]',
    '[23:59-24:00]',
    '[00:00-00:01]',
    '[]',
  ],
  odd: [
    '[25:00-26:00]',
    '[09:00-09:00]',
    '[09:00-12:00, 11:00-13:00]',
    '[22:00-06:00, 05:00-07:00]',
    '09:00',
    '[9-5]',
  ],
};
const DATES: Choice = {
  sound: [
    '2026-03-03',
    '2026-03-29',
    '2026-10-25',
    '2024-02-29',
    '2026-03-04..2026-03-06',
    '2026-01-01..2026-12-31',
  ],
  odd: [
    '2026-02-30',
    '9999-12-31',
    '1900-01-01..2100-01-01',
    '2026-03-06..2026-03-04',
    '02-29',
    '0000-00-00',
  ],
};
const SEASONS: Choice = {
  sound: [
    '07-01..08-31',
    '10-01..03-31',
    '2026-03-02..2026-03-04',
    '02-29..02-29',
    '[03-01..03-03, 03-05..03-06]',
  ],
  odd: ['02-30..03-01', '01-01..12-31', '2026-03-04..2026-03-02', '2026-03-02', '[]'],
};
const ZONES: Choice = {
  sound: [
    'Europe/Paris',
    'America/Santiago',
    'Africa/Casablanca',
    'Pacific/Apia',
    'Australia/Lord_Howe',
    'Antarctica/Troll',
  ],
  odd: ['Europe/Pariss', '+02:00', 'Etc/GMT+14'],
};
const PLACES: Choice = {
  sound: ['FR', 'DE-BY', 'GB', 'IR', 'office.ics'],
  odd: ['ZZ', 'fr', 'gone.ics', '..'],
};
const LIMITS: Choice = {
  sound: [
    '4 business hours',
    '1 business day',
    '300 business days',
    '90 calendar days',
    '1 minute',
    '9000 business hours',
  ],
  odd: ['0 business hours', '9999999 business hours', '1 week'],
};

const pick = ({ sound, odd }: Choice, next: Next): string => oneOf(next(25) === 0 ? odd : sound, next);
const list = (next: Next, make: () => string): string =>
  Array.from({ length: next(4) === 0 ? 2 : 1 }, make).join(', ');

const week = (next: Next): string => `{ ${pick(DAYS, next)}: ${pick(WINDOWS, next)} }`;
const season = (next: Next): string => `{ between: ${pick(SEASONS, next)}, week: ${week(next)} }`;

function calendar(next: Next): string {
  const parts = [`timezone: ${pick(ZONES, next)}`, `week: ${week(next)}`];
  const add = (name: string, text: () => string): void => {
    if (next(2) === 0) parts.push(`${name}: ${text()}`);
  };
  add('holidays', () => `[${list(next, () => pick(PLACES, next))}]`);
  add('closed', () => `[${list(next, () => pick(DATES, next))}]`);
  add(
    'open',
    () =>
      `{ ${oneOf(['2026-03-03', '2026-03-04..2026-03-05', '2026-03-29'], next)}: ${pick(WINDOWS, next)} }`,
  );
  add('seasons', () => `[${list(next, () => season(next))}]`);
  return `{ ${parts.join(', ')} }`;
}

/** Weeks, windows, seasons, days that are closed or open, zones and limits, each as somebody might write it. */
export const calendars: Family = {
  name: 'calendars',
  async attempt(next, cwd) {
    const agreement = sound.agreement
      .toString('utf8')
      .replace(/calendars:\n.*?\n(?=sources:)/s, `calendars:\n  office: ${calendar(next)}\n`)
      .replace('within: 4 business hours', `within: ${pick(LIMITS, next)}`);
    writeFileSync(join(cwd, 'mutant.sla.yaml'), agreement);
    writeFileSync(join(cwd, sound.name), sound.leads);
    writeFileSync(join(cwd, 'office.ics'), 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
    return { argv: ['check'] };
  },
};
