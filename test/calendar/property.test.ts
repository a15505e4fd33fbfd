import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../src/calendar/calendar.ts';
import { disjoint } from '../../src/calendar/closures.ts';
import type { Parsed } from '../../src/calendar/day.ts';
import { parseSeasonDates } from '../../src/calendar/seasons.ts';
import { calendarTable, openAt } from '../../src/calendar/table.ts';
import type { CalendarDef } from '../../src/model/agreement.ts';
import type { Duration } from '../../src/model/time.ts';
import { walkSeed, walks } from '../effort.ts';
import {
  MINUTE,
  type PlainCalendar,
  type Walk,
  walk,
  walkDates,
  walkDays,
  walkDue,
  walkOpen,
} from './walker.ts';

const DAY = 1440;
const WALK_DAYS = 34;
const CASES_PER_WALK = 720;

/** Zones, each with days on which its clock does something: jumps, falls back, at midnight, by half an hour, by a day. */
const PLACES: readonly (readonly [string, readonly string[]])[] = [
  ['Europe/Paris', ['2026-03-29', '2026-10-25', '2025-12-24']],
  ['America/New_York', ['2026-03-08', '2026-11-01']],
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
  ['America/Sao_Paulo', ['2018-11-04', '2019-02-17']],
  ['America/Havana', ['2025-03-09', '2025-11-02']],
  ['Africa/Casablanca', ['2026-02-15', '2026-03-22']],
  ['Pacific/Apia', ['2011-12-30']],
  ['Asia/Kathmandu', ['2026-05-01']],
];

/** Days of work: plain, lunch, split, edges on a DST change, overnight, whole, overlapping, none. */
const SHIFTS: readonly (readonly (readonly [number, number])[])[] = [
  [[540, 1020]],
  [
    [540, 750],
    [840, 1080],
  ],
  [
    [420, 600],
    [605, 660],
    [1000, 1200],
  ],
  [[60, 240]],
  [[90, 150]],
  [[120, 180]],
  [
    [0, 60],
    [150, 200],
  ],
  [[1320, 1800]],
  [[1080, 1500]],
  [[600, 2030]],
  [[0, 1440]],
  [
    [540, 800],
    [700, 1000],
    [1000, 1100],
  ],
  [[1380, 1440]],
  [],
];

describe('business time against a walk through the minutes', () => {
  for (const [number, [zone, turns]] of PLACES.entries()) {
    it(`agrees in ${zone} around ${turns.join(', ')}`, () => {
      const random = mulberry32(walkSeed + number);
      for (let round = 0; round < walks; round++)
        checkOneCalendar(random, zone, turns[round % turns.length] ?? '');
    });
  }
});

function checkOneCalendar(random: () => number, zone: string, turn: string): void {
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const turnDay = Date.parse(`${turn}T00:00:00Z`) / 86_400_000;
  const firstDay = turnDay - 5 - below(10);
  const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const shifts = [pick(SHIFTS), pick(SHIFTS)];
  const plain: PlainCalendar = {
    zone,
    week: Array.from({ length: 7 }, (_, i) => (i < 5 || random() < 0.4 ? pick(shifts) : [])),
    seasons: seasonsAround(random, isoDay, firstDay + below(WALK_DAYS), [pick(SHIFTS), pick(SHIFTS)]),
    hours: Array.from({ length: pick([0, 0, 1, 3, 8]) }, () => {
      const from = below(WALK_DAYS * DAY);
      return [from, from + pick([15, 60, 240, below(3 * DAY)])] as const;
    }),
    off: new Set(Array.from({ length: below(4) }, () => isoDay(firstDay + below(WALK_DAYS)))),
    special: new Map(
      Array.from({ length: below(3) }, () => [isoDay(firstDay + below(WALK_DAYS)), pick(SHIFTS)] as const),
    ),
  };
  const walked = walk(plain, firstDay * DAY, WALK_DAYS * DAY);
  const origin = firstDay * DAY * MINUTE;
  const at = (offset: number) => origin + offset;
  const { def, holidays } = definition(plain, below(2) === 0);
  const hours = plain.hours.map(([from, to]) => ({
    from: at(from * MINUTE),
    to: at(to * MINUTE),
    name: 'Event',
  }));
  const closures = { days: holidays, hours: disjoint(hours) };
  const compiled = compileCalendar(def, closures, { from: at(4 * DAY * MINUTE), to: at(6 * DAY * MINUTE) });
  const table = calendarTable({
    def,
    closures,
    firstDay: firstDay + 2,
    lastDay: firstDay + WALK_DAYS - 2,
  });

  for (let n = 0; n < CASES_PER_WALK; n++) {
    const start = someInstant(random, walked, 4, 12);
    const stop = Math.max(start, someInstant(random, walked, 4, 24));
    const say = (what: string) => () =>
      `${what} from ${walked.local[Math.floor(start / MINUTE)]} (+${start % MINUTE}) to ${walked.local[Math.floor(stop / MINUTE)]}, ${JSON.stringify({ ...plain, off: [...plain.off], special: [...plain.special] })}`;
    const target = pick([1, 30 * 60, 3600, 4 * 3600, 7.5 * 3600, 86_400, below(200_000) + 1]) * 1_000_000;
    const days = 1 + below(6);

    const between = walkOpen(walked, stop) - walkOpen(walked, start);
    equal(compiled.openBetween(at(start), at(stop)), between, say('open time'));
    equal(openAt(table, at(stop)) - openAt(table, at(start)), between, say('open time by the table'));

    const due = walkDue(walked, start, target);
    if (due !== null && due < (WALK_DAYS - 4) * DAY * MINUTE) {
      const answer = compiled.due(at(start), { unit: 'business-time', micros: target, text: '' });
      equal(answer, at(due), say(`${target / 1e6} business seconds`));
      const inside = walkOpen(walked, stop) > walkOpen(walked, Math.max(0, stop - 1));
      if (inside && stop > start) {
        equal(
          at(stop) <= (answer ?? 0),
          between <= target,
          say('stop in time if and only if elapsed in time'),
        );
      }
    }
    const closing = walkDays(walked, Math.floor(start / MINUTE), days);
    if (closing !== null) {
      const want = at(closing * MINUTE);
      equal(
        compiled.due(at(start), { unit: 'business-days', days, text: '' }),
        want,
        say(`${days} business days`),
      );
      const date = walked.local[Math.floor(start / MINUTE)]?.slice(0, 10) ?? '';
      const ordinal = table.openDays[Date.parse(`${date}T00:00:00Z`) / 86_400_000 - table.firstLocalDay] ?? 0;
      equal(table.closings[ordinal + days], want, say(`${days} business days by the table`));
    }
    const sameTime = walkDates(walked, Math.floor(start / MINUTE), days);
    if (sameTime !== null) {
      const within: Duration = { unit: 'calendar-days', days, text: '' };
      const want = at(sameTime.minute * MINUTE + (sameTime.exact ? start % MINUTE : 0));
      equal(compiled.due(at(start), within), want, say(`${days} calendar days`));
    }
    const elapsed: Duration = { unit: 'elapsed', micros: target, text: '' };
    equal(compiled.due(at(start), elapsed), at(start) + target, say('elapsed'));
    if (n % 40 === 0) checkStretches(walked, compiled.stretches(at(start), at(stop)), at, start, stop, say);
  }
}

/** None, one of every year, one of one year, or both where the second lies in the first. */
function seasonsAround(
  random: () => number,
  isoDay: (day: number) => string,
  from: number,
  [first, second]: readonly [PlainCalendar['week'][number], PlainCalendar['week'][number]],
): PlainCalendar['seasons'] {
  const days = Math.floor(random() * 20);
  const every = { from: isoDay(from).slice(5), to: isoDay(from + days).slice(5), week: Array(7).fill(first) };
  const once = { from: isoDay(from + 2), to: isoDay(from + 2 + days / 2), week: Array(7).fill(second) };
  return [every, once].filter(() => random() < 0.4);
}

/** They follow one another without a hole, and what counts is open to the minute. */
function checkStretches(
  walked: Walk,
  stretches: ReturnType<ReturnType<typeof compileCalendar>['stretches']>,
  at: (offset: number) => number,
  start: number,
  stop: number,
  say: (what: string) => () => string,
): void {
  let end = at(start);
  for (const { from, to, counted } of stretches) {
    equal(from, end, say('a hole between stretches'));
    const open = walkOpen(walked, to - at(0)) - walkOpen(walked, from - at(0));
    equal(open, counted ? to - from : 0, say('open time in a stretch'));
    end = to;
  }
  equal(end, at(stop), say('the end of the stretches'));
}

/** A microsecond between two days of the walk: anywhere, or on the minute at which something opens, closes or jumps. */
function someInstant(random: () => number, of: Walk, firstDay: number, lastDay: number): number {
  const minute = Math.floor((firstDay + random() * (lastDay - firstDay)) * DAY);
  if (random() < 0.5) return Math.floor((minute + random()) * MINUTE);
  for (let i = minute; i < minute + 2 * DAY; i++) {
    if (of.open[i] !== of.open[i - 1]) return i * MINUTE;
  }
  return minute * MINUTE;
}

function definition(
  plain: PlainCalendar,
  asHolidays: boolean,
): { def: CalendarDef; holidays: Map<number, string> } {
  const windows = (list: readonly (readonly [number, number])[]) =>
    list.map(([open, close]) => ({ open, close }));
  const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
  const off = [...plain.off].map(dayOf);
  const def: CalendarDef = {
    id: 'random',
    timezone: plain.zone,
    week: plain.week.map(windows),
    seasons: plain.seasons.map(({ from, to, week }) => {
      const { every, ...dates } = must(parseSeasonDates(`${from}..${to}`));
      return { yearly: every ? [dates] : [], once: every ? [] : [dates], week: week.map(windows) };
    }),
    holidays: [],
    closed: asHolidays ? [] : off.map((day) => ({ from: day, to: day })),
    open: [...plain.special].map(([iso, list]) => ({ day: dayOf(iso), windows: windows(list) })),
  };
  return { def, holidays: new Map(asHolidays ? off.map((day) => [day, 'Day off']) : []) };
}

/** `expect` costs too much for half a million checks, and so does a message for each. */
function equal(actual: unknown, wanted: unknown, what: () => string): void {
  if (actual !== wanted) expect({ what: what(), actual }).toEqual({ what: what(), actual: wanted });
}

function must<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

/** A small seeded generator of numbers in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
