import { afterEach, describe, expect, it } from 'vitest';
import { BUILT_FROM, BUILT_TO, builtZone, packZones, useBuiltZones } from '../../src/calendar/built-zones.ts';
import { isZone, zoneTable } from '../../src/calendar/zone.ts';
import { text, version } from '../../src/generated/zones.js';

const DAY = 86_400_000_000;

/** Plain, without DST, half hours, no whole hours, changes close together, a skipped date, war and peace with DST, the south. */
const ZONES = [
  'UTC',
  'Asia/Kolkata',
  'Europe/Paris',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Gaza',
  'America/Caracas',
  'Antarctica/Troll',
  'America/Recife',
  'Asia/Pyongyang',
  'America/Sao_Paulo',
];

afterEach(() => useBuiltZones(''));

describe('zones of the build', () => {
  it.each(ZONES)('%s is what the runtime says, in every span', (zone) => {
    const spans: [number, number][] = [
      [BUILT_FROM + 2 * DAY, BUILT_TO - 2 * DAY],
      [Date.UTC(2000, 9, 8) * 1000, Date.UTC(2000, 9, 20) * 1000],
      [Date.UTC(2026, 2, 31) * 1000, Date.UTC(2026, 2, 31) * 1000],
      [Date.UTC(2011, 11, 29) * 1000, Date.UTC(2012, 5, 1) * 1000 + 1],
      // Exactly at a change of Paris, after the two days that a table reaches beyond.
      [Date.UTC(2026, 2, 31, 1) * 1000, Date.UTC(2026, 9, 23, 1) * 1000],
      // Beyond what the build holds.
      [Date.UTC(1985, 0, 1) * 1000, Date.UTC(1990, 0, 1) * 1000],
    ];
    const asked = spans.map(([from, to]) => zoneTable(zone, from, to));
    useBuiltZones(packZones([zoneTable(zone, BUILT_FROM + 2 * DAY, BUILT_TO - 2 * DAY)]));
    expect(builtZone(zone)?.zone).toBe(zone);
    expect(spans.map(([from, to]) => zoneTable(zone, from, to))).toEqual(asked);
  });

  it.runIf(process.versions.tz === version)('what was written down is what the runtime says now', () => {
    const [from, to] = [Date.UTC(2020, 0, 1) * 1000, Date.UTC(2030, 0, 1) * 1000];
    const asked = ZONES.map((zone) => zoneTable(zone, from, to));
    useBuiltZones(text);
    expect(ZONES.filter((zone) => builtZone(zone) === null)).toEqual([]);
    expect(ZONES.map((zone) => zoneTable(zone, from, to))).toEqual(asked);
  });

  it('holds every zone that the runtime lists, each once', () => {
    const names = text.split('\n').flatMap((line) => (line.split('|')[0] ?? '').split(' ').filter(Boolean));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('Europe/Paris');
    expect(names.length).toBeGreaterThan(400);
  });

  it('leaves aliases, other spellings and what is no zone to the runtime', () => {
    useBuiltZones(text);
    const names = ['US/Eastern', 'europe/paris', 'Europe/Paris Europe/Rome', 'Europe/Pari', '|', '', 'EST'];
    expect(names.map(builtZone)).toEqual(names.map(() => null));
    expect(['US/Eastern', 'europe/paris', 'Europe/Pari', 'EST', 'UTC', 'Asia/Gaza'].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
  });
});
