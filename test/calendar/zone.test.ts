import { describe, expect, it } from 'vitest';
import { isZone, toLocal, toUtc, zoneTable } from '../../src/calendar/zone.ts';
import { oneIn } from '../effort.ts';

/** `first`, `last` and kind of a local time; instants and offsets as published in the IANA time zone database. */
describe('a local time becomes an instant', () => {
  it.each([
    ['Europe/Paris', '2026-07-01T12:00:00', '2026-07-01T10:00:00', '2026-07-01T10:00:00', 'normal'],
    ['Europe/Paris', '2026-03-29T02:30:00', '2026-03-29T01:00:00', '2026-03-29T01:00:00', 'gap'],
    ['Europe/Paris', '2026-03-29T03:00:00', '2026-03-29T01:00:00', '2026-03-29T01:00:00', 'normal'],
    ['Europe/Paris', '2026-10-25T02:30:00', '2026-10-25T00:30:00', '2026-10-25T01:30:00', 'overlap'],
    ['Europe/Paris', '2026-10-25T02:00:00', '2026-10-25T00:00:00', '2026-10-25T01:00:00', 'overlap'],
    ['Europe/Paris', '2026-10-25T03:00:00', '2026-10-25T02:00:00', '2026-10-25T02:00:00', 'normal'],
    ['America/New_York', '2026-11-01T01:59:59', '2026-11-01T05:59:59', '2026-11-01T06:59:59', 'overlap'],
    ['America/New_York', '2026-03-08T02:00:00', '2026-03-08T07:00:00', '2026-03-08T07:00:00', 'gap'],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00', '2026-04-04T15:15:00', 'overlap'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:30:00', '2026-10-03T15:30:00', 'gap'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00', '2025-12-31T18:15:00', '2025-12-31T18:15:00', 'normal'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T10:00:00', '2011-12-30T10:00:00', 'gap'],
    ['Pacific/Apia', '2011-12-31T00:00:00', '2011-12-30T10:00:00', '2011-12-30T10:00:00', 'normal'],
    ['Africa/Casablanca', '2026-02-15T02:30:00', '2026-02-15T01:30:00', '2026-02-15T02:30:00', 'overlap'],
    ['America/Sao_Paulo', '2018-11-04T00:00:00', '2018-11-04T03:00:00', '2018-11-04T03:00:00', 'gap'],
    ['America/Sao_Paulo', '2019-02-16T23:30:00', '2019-02-17T01:30:00', '2019-02-17T02:30:00', 'overlap'],
    ['America/Sao_Paulo', '2026-01-15T12:00:00', '2026-01-15T15:00:00', '2026-01-15T15:00:00', 'normal'],
    ['UTC', '2026-03-29T02:30:00', '2026-03-29T02:30:00', '2026-03-29T02:30:00', 'normal'],
    // Local mean time: 9 min 21 s ahead of Greenwich until 1911-03-11.
    ['Europe/Paris', '1900-01-01T00:09:21', '1900-01-01T00:00:00', '1900-01-01T00:00:00', 'normal'],
  ])('%s %s', (zone, local, first, last, kind) => {
    const t = micros(local);
    const table = zoneTable(zone, t, t);
    const [one, other] = [toUtc(table, t, 'first'), toUtc(table, t, 'last')];
    const shown = toLocal(table, one) === t && toLocal(table, other) === t;
    const found = shown ? (one === other ? 'normal' : 'overlap') : 'gap';
    expect({ first: iso(one), last: iso(other), kind: found }).toEqual({ first, last, kind });
  });
});

describe('the table of a zone', () => {
  it('has each transition once, to the second, with the offsets on both sides', () => {
    const table = zoneTable('America/New_York', micros('2026-01-01T00:00:00'), micros('2026-12-31T00:00:00'));
    expect(table).toEqual({
      zone: 'America/New_York',
      initialOffset: -18_000,
      transitions: [
        { at: micros('2026-03-08T07:00:00'), before: -18_000, after: -14_400 },
        { at: micros('2026-11-01T06:00:00'), before: -14_400, after: -18_000 },
      ],
    });
  });

  it('keeps the seconds of local mean time', () => {
    const table = zoneTable('Europe/Paris', micros('1911-01-01T00:00:00'), micros('1911-12-31T00:00:00'));
    expect(table.transitions).toEqual([{ at: micros('1911-03-10T23:50:39'), before: 561, after: 0 }]);
  });

  it('is refused for a span without an end', () => {
    expect(() => zoneTable('UTC', 0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => zoneTable('UTC', Number.NaN, 0)).toThrow(RangeError);
    expect(() => zoneTable('UTC', 0, Date.parse('9999-12-31') * 1000)).toThrow(RangeError);
  });

  it('finds two transitions that are a week apart and cancel each other', () => {
    for (let day = 1; day <= 8; day++) {
      const table = zoneTable(
        'America/Recife',
        micros(`2000-01-0${day}T00:00:00`),
        micros('2000-12-31T00:00:00'),
      );
      expect(table.transitions.map(({ at, after }) => `${iso(at)} ${after}`)).toEqual([
        '2000-02-27T02:00:00 -10800',
        '2000-10-08T03:00:00 -7200',
        '2000-10-15T02:00:00 -10800',
      ]);
    }
  });

  it('gives the wall clock that Intl gives, over a century and many zones', () => {
    for (const zone of oneIn(3, [
      'Europe/Paris',
      'Europe/Dublin',
      'Asia/Tehran',
      'Pacific/Apia',
      'America/Caracas',
      'Africa/Cairo',
    ])) {
      const table = zoneTable(zone, micros('1950-01-01T00:00:00'), micros('2050-01-01T00:00:00'));
      const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
      for (
        let t = micros('1950-01-01T00:00:00');
        t < micros('2050-01-01T00:00:00');
        t += 31_557_600_000_000 / 97
      ) {
        expect(`${zone} ${iso(toLocal(table, t))}`).toBe(
          `${zone} ${format.format(t / 1000).replace(' ', 'T')}`,
        );
      }
    }
  });
});

describe('names of zones', () => {
  it.each(['Europe/Paris', 'America/Argentina/Buenos_Aires', 'UTC', 'Europe/Kyiv'])('%s is one', (name) => {
    expect(isZone(name)).toBe(true);
  });

  it.each(['EST', 'CET', 'GMT+1', '+01:00', 'Paris', 'Europe/Pariss', '', 'utc', 'Europe/Paris ', 'a/b'])(
    '"%s" is none',
    (name) => {
      expect(isZone(name)).toBe(false);
    },
  );
});

function micros(local: string): number {
  return Date.parse(`${local}Z`) * 1000;
}

function iso(t: number): string {
  return new Date(t / 1000).toISOString().slice(0, 19);
}
