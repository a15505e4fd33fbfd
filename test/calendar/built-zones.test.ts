import { describe, expect, it } from 'vitest';
import { isZone, toLocal, ZONES_RELEASE, zoneNames, zoneTable } from '../../src/calendar/zone.ts';
import { text } from '../../src/generated/zones.js';
import { oneIn } from '../effort.ts';

const DAY = 86_400_000;
const [FROM, TO] = [Date.UTC(1990, 0, 1), Date.UTC(2038, 0, 1)];

/** Rules that are newer than the data of the Nodes in use (2025c): the date from which, in milliseconds, they say something else. */
const NEWER: Readonly<Record<string, number>> = {
  'Africa/Casablanca': Date.UTC(2026, 8, 20),
  'Africa/El_Aaiun': Date.UTC(2026, 8, 20),
  'America/Vancouver': Date.UTC(2026, 10, 1),
  'Canada/Pacific': Date.UTC(2026, 10, 1),
  'America/Edmonton': Date.UTC(2026, 10, 1),
  'America/Yellowknife': Date.UTC(2026, 10, 1),
  'America/Inuvik': Date.UTC(2026, 10, 1),
  'Canada/Mountain': Date.UTC(2026, 10, 1),
  'America/Winnipeg': Date.UTC(2026, 10, 1),
  'America/Rainy_River': Date.UTC(2026, 10, 1),
  'Canada/Central': Date.UTC(2026, 10, 1),
  'America/Havana': Date.UTC(2026, 10, 1),
};

/** Corrections of the past, and an hour on one night a year, in a release that not every Node has. */
const CORRECTED = ['America/Bogota', 'Europe/Chisinau', 'Europe/Tiraspol'];

const offsetOf = (zone: string): ((ms: number) => number) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
    year: 'numeric',
  });
  return (ms) => {
    const [, sign, hours, minutes, seconds] =
      /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(format.format(ms)) ?? [];
    const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    return sign === '-' ? -size : size;
  };
};

describe('the zones of the product', () => {
  it('agree with ICU for every zone from 1990 to 2037, but for what has changed since', () => {
    const wrong: string[] = [];
    for (const zone of oneIn(12, zoneNames()).filter((name) => !CORRECTED.includes(name))) {
      const until = Math.min(NEWER[zone] ?? TO, TO);
      const table = zoneTable(zone, FROM * 1000, until * 1000);
      const instants: number[] = [];
      for (let ms = FROM; ms < until; ms += 7 * DAY) instants.push(ms);
      for (const { at } of table.transitions) instants.push(at / 1000 - 1000, at / 1000);
      const offset = offsetOf(zone);
      for (const ms of instants.filter((ms) => ms >= FROM && ms < until)) {
        if ((toLocal(table, ms * 1000) - ms * 1000) / 1e6 !== offset(ms))
          wrong.push(`${zone} ${new Date(ms).toISOString()}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are those of one release, with every name of a place', () => {
    expect(ZONES_RELEASE).toBe('2026f');
    const names = zoneNames();
    expect(new Set(names).size).toBe(names.length);
    expect(Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/') && !isZone(name))).toEqual(
      [],
    );
    expect(names.filter((name) => name !== 'UTC' && !name.includes('/'))).toEqual([]);
  });

  /** What the governments decided, as IANA has it in 2026a to 2026f: the changes of each, offset in hours. */
  it.each([
    // Decree of 2026: back to UTC for good, after Ramadan 2026 as before.
    ['Africa/Casablanca', ['2026-02-15T02:00 0', '2026-03-22T02:00 1', '2026-09-20T01:00 0']],
    ['America/Vancouver', ['2026-03-08T10:00 -7']],
    ['America/Edmonton', ['2026-03-08T09:00 -6']],
    ['America/Winnipeg', ['2026-03-08T08:00 -5']],
    // Summer time through the winter of 2026.
    [
      'America/Havana',
      ['2026-03-08T05:00 -4', '2027-11-07T05:00 -5', '2028-03-12T05:00 -4', '2028-11-05T05:00 -5'],
    ],
    [
      'Europe/Paris',
      [
        '2026-03-29T01:00 2',
        '2026-10-25T01:00 1',
        '2027-03-28T01:00 2',
        '2027-10-31T01:00 1',
        '2028-03-26T01:00 2',
        '2028-10-29T01:00 1',
      ],
    ],
  ])('%s changes its clocks from 2026 to 2028 exactly then', (zone, changes) => {
    const [from, to] = [Date.UTC(2026, 0, 4), Date.UTC(2028, 11, 28)];
    const { transitions } = zoneTable(zone, from * 1000, to * 1000);
    const told = transitions.map(
      ({ at, after }) => `${new Date(at / 1000).toISOString().slice(0, 16)} ${after / 3600}`,
    );
    expect(told).toEqual(changes);
  });

  it('follow the last rule beyond 2037, as far as they are asked', () => {
    const at = (zone: string, ms: number): number => {
      const table = zoneTable(zone, ms * 1000, ms * 1000);
      return (toLocal(table, ms * 1000) - ms * 1000) / 3.6e9;
    };
    // Last Sundays: 28 March and 31 October 2038; 27 March 2095; 26 March 2300. First Sunday of November 2038: the seventh.
    expect(at('Europe/Paris', Date.UTC(2038, 2, 28, 0, 59))).toBe(1);
    expect(at('Europe/Paris', Date.UTC(2038, 2, 28, 1))).toBe(2);
    expect(at('Europe/Paris', Date.UTC(2038, 9, 31, 0, 59))).toBe(2);
    expect(at('Europe/Paris', Date.UTC(2038, 9, 31, 1))).toBe(1);
    expect(at('Europe/Paris', Date.UTC(2095, 2, 27, 1))).toBe(2);
    expect(at('Europe/Paris', Date.UTC(2300, 2, 25, 0, 59))).toBe(1);
    expect(at('Europe/Paris', Date.UTC(2300, 2, 25, 1))).toBe(2);
    expect(at('America/New_York', Date.UTC(2038, 10, 7, 5, 59))).toBe(-4);
    expect(at('America/New_York', Date.UTC(2038, 10, 7, 6))).toBe(-5);
    expect(at('Asia/Gaza', Date.UTC(2040, 2, 24, 0))).toBe(3);
    expect(at('Africa/Casablanca', Date.UTC(2087, 5, 1))).toBe(0);
    expect(at('Asia/Kolkata', Date.UTC(2199, 5, 1))).toBe(5.5);
  });

  it('know aliases and other cases of a name, and nothing that is none', () => {
    const names = [
      'US/Eastern',
      'europe/paris',
      'Etc/GMT+5',
      'UTC',
      'Asia/Gaza',
      'Europe/Kiev',
      'Europe/Kyiv',
    ];
    expect(names.map(isZone)).toEqual(names.map(() => true));
    const none = [
      'Europe/Pari',
      'EST',
      'Europe/Paris Europe/Rome',
      '|',
      '',
      '/',
      'utc',
      'Paris/',
      'Etc/GMT+15',
    ];
    expect(none.map(isZone)).toEqual(none.map(() => false));
    const year = [Date.UTC(2026, 0, 1) * 1000, Date.UTC(2027, 0, 1) * 1000] as const;
    expect(zoneTable('US/Eastern', ...year).transitions).toEqual(
      zoneTable('America/New_York', ...year).transitions,
    );
    expect(zoneTable('europe/PARIS', ...year).transitions).toEqual(
      zoneTable('Europe/Paris', ...year).transitions,
    );
  });

  it('are small, because they are read at a start', () => {
    expect(text.length).toBeLessThan(100_000);
  });
});
