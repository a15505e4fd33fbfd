import { describe, expect, it } from 'vitest';
import type { LoadedCalendar, RatioPlan, TimedPlan } from '../../../src/model/judge.ts';
import { duckdb } from '../../../src/sql/dialects/duckdb.ts';
import type { BrokenPart } from '../../../src/sql/judge/broken.ts';
import { causesSql, type Pairs, pairsOf } from '../../../src/sql/judge/causes.ts';
import type { JudgeContext } from '../../../src/sql/judge/context.ts';

const office: LoadedCalendar = {
  number: 0,
  partsFrom: 0,
  datesFrom: 0,
  openAtAsOf: 0,
  table: { zone: { zone: 'UTC', initialOffset: 0, transitions: [] } },
  tables: { parts: 'parts', dates: 'dates', closings: 'closings', partLength: 43_200_000_000, width: 1 },
} as unknown as LoadedCalendar;

const context: JudgeContext = {
  ...{ dialect: duckdb, leads: 'leads', isKeyed: true, ofLeads: true, handOvers: false, excused: false },
  ...{ hasStray: false, undated: false, asOf: 5000, bookBy: 'start', atRisk: 0.8, serves: 'met' },
  zone: { zone: 'UTC', initialOffset: 0, transitions: [] },
  inForce: { from: -9e15, to: 9e15 },
  ...{ orphans: [], boundaries: [0, 1000], by: [], waivers: [], calendars: { office }, owner: null },
  ...{ dateOnly: new Set(), exact: new Set(['got', 'called']) },
  ...{ activityTables: new Map(), heldCases: new Map() },
};

/** Called within so many open hours. */
function called(hours: number): BrokenPart {
  const within = { unit: 'business-time' as const, micros: hours * 3_600_000_000, text: '' };
  const plan: TimedPlan = {
    ...{ shape: 'timed', scope: null, splitAt: null },
    ...{ start: { time: 'got', when: null }, stop: { time: 'called', when: null } },
    terms: [{ segment: null, when: null, within, calendar: 'office', atLeast: 1 }],
  };
  return { plan, context, when: 'due' };
}

/** Handed over with a phone number. */
const complete: BrokenPart = {
  plan: {
    ...{ shape: 'ratio', start: { time: 'got', when: null }, scope: null, holds: 'has_phone' },
    ...{ reaches: null, amount: null, isPlanned: false },
  } as unknown as RatioPlan,
  context,
  when: 's0',
};

const stepsOf = ({ steps }: Pairs): readonly string[] => steps.map((step) => step('pairs'));

const joins = (sql: string): number => sql.split('ASOF JOIN').length - 1;

describe('the statements that look for causes', () => {
  const calls = Array.from({ length: 20 }, (_, i) => called(i + 1));
  const asked = [
    calls.map((broken) => ({ broken, others: [[complete]] })),
    [{ broken: complete, others: calls.map((call) => [call]) }],
  ] as const;
  const pairs = pairsOf(asked);
  const [rows = '', ...dues] = stepsOf(pairs);

  it('read the leads once for all promises, without a join by order', () => {
    expect(rows.split('FROM "leads"')).toHaveLength(2);
    expect(joins(rows)).toBe(0);
  });

  it('join the rows of six tables at a time, each once, and leave out leads at the end alone', () => {
    const own = calls.map((call, i) => ({ ...call, context: { ...context, leads: `excused${i}` } }));
    const steps = stepsOf(
      pairsOf([
        own.map((broken) => ({ broken, others: [[complete]] })),
        [{ broken: complete, others: own.map((call) => [call]) }],
      ]),
    );
    const tables = steps.map((sql) => sql.match(/FROM "(excused\d+|leads)"/g) ?? []);
    expect(tables.map(({ length }) => length).filter((n) => n > 0)).toEqual([6, 6, 6, 3]);
    expect(new Set(tables.flat()).size).toBe(21);
    expect(steps.map((sql) => sql.split('FULL JOIN').length - 1)).toEqual([5, 6, 6, 3, 0, 0, 0, 0]);
    expect(steps.map((sql) => sql.includes(') AND (a'))).toEqual([
      ...[false, false, false, true],
      ...[false, false, false, false],
    ]);
  });

  it('hold all rows for six instants at a time, and find each instant once', () => {
    const each = dues.map(joins);
    expect(Math.max(...each)).toBe(6);
    expect(each.reduce((sum, n) => sum + n, 0)).toBe(20);
  });

  it('count sixteen promises at a time, and each once', () => {
    const counts = causesSql(pairs, 'pairs', asked.flat());
    expect(counts.map((sql) => sql.split('UNION ALL').length)).toEqual([16, 5]);
    expect(counts.flatMap((sql) => sql.match(/SELECT \d+ AS told/g) ?? [])).toHaveLength(21);
  });
});
