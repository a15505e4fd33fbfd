import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { Engine, Row } from '../../../src/engine/engine.ts';
import type { TimedPlan } from '../../../src/model/judge.ts';
import { duckdb } from '../../../src/sql/dialects/duckdb.ts';
import type { JudgeContext } from '../../../src/sql/judge/context.ts';
import { sharedSpreads } from '../../../src/sql/judge/shared-spreads.ts';
import { oneIn } from '../../effort.ts';

interface Lead {
  readonly got: number | null;
  readonly called: number | null;
  readonly closed: number | null;
  readonly french: boolean;
  readonly owner: string | null;
}

const BOUNDARIES = [0, 1000, 2000, 3000, 4000];
const AS_OF = 5000;

/** Starts in five periods of which the third has none; waits of few lengths, many of them alike, and some very long. */
function leadsFrom(seed: number, rows: number): readonly Lead[] {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  return Array.from({ length: rows }, () => {
    const period = [0, 1, 1, 3, 3, 3, 4][next(7)] ?? 0;
    const got = next(10) === 0 ? null : period * 1000 + next(1000);
    const after = (most: number): number | null => {
      const wait = next(3) === 0 ? 7 : next(most) - 5;
      return next(4) === 0 ? null : (got ?? 500) + wait;
    };
    return {
      ...{ got, called: after(50), closed: after(3000), french: next(3) > 0 },
      owner: ['Ann', 'Bob', null][next(3)] ?? null,
    };
  });
}

const plan = (stop: 'called' | 'closed', scope: string | null, within: number): TimedPlan => ({
  shape: 'timed',
  start: { time: 'got', when: null },
  stop: { time: stop, when: null },
  scope,
  splitAt: null,
  terms: [
    {
      segment: null,
      when: null,
      within: { unit: 'elapsed', micros: within, text: '' },
      calendar: null,
      atLeast: 1,
    },
  ],
});

const PLANS = [
  plan('called', null, 20),
  plan('called', 'french', 20),
  plan('closed', null, 900),
  plan('called', null, 9),
  plan('closed', 'french', 900),
];

const context = (by: readonly string[]): JudgeContext => ({
  dialect: duckdb,
  leads: 'leads',
  isKeyed: true,
  ofLeads: true,
  handOvers: false,
  excused: false,
  hasStray: false,
  undated: true,
  asOf: AS_OF,
  zone: { zone: 'UTC', initialOffset: 0, transitions: [] },
  inForce: { from: -9e15, to: 9e15 },
  orphans: [],
  boundaries: BOUNDARIES,
  bookBy: 'start',
  atRisk: 0.8,
  by,
  waivers: [],
  serves: 'met',
  calendars: {},
  dateOnly: new Set(),
  exact: new Set(['got', 'called', 'closed']),
  owner: null,
  activityTables: new Map(),
  heldCases: new Map(),
});

const cell = (value: number | boolean | string | null): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb({ threads: 2 });
});
afterAll(() => engine.close());

async function writeLeads(leads: readonly Lead[]): Promise<void> {
  await engine.run(
    'CREATE OR REPLACE TABLE leads ("key" VARCHAR, got BIGINT, called BIGINT, closed BIGINT, french BOOLEAN, owner VARCHAR)',
  );
  const rows = leads.map(
    ({ got, called, closed, french, owner }, i) =>
      `(${[String(i), got, called, closed, french, owner].map(cell).join(', ')})`,
  );
  if (rows.length > 0) await engine.run(`INSERT INTO leads VALUES ${rows.join(', ')}`);
}

/** The waits of decided cases of one period, in order; of one owner, or of all. */
function waitsOf(
  leads: readonly Lead[],
  { stop, scope }: TimedPlan,
  period: number,
  owner?: string | null,
): readonly number[] {
  return leads
    .flatMap((lead) => {
      const at = 'time' in stop && stop.time === 'called' ? lead.called : lead.closed;
      if (lead.got === null || at === null || at < lead.got || at > AS_OF) return [];
      if (Math.floor(lead.got / 1000) !== period || (scope !== null && !lead.french)) return [];
      return owner === undefined || lead.owner === owner ? [at - lead.got] : [];
    })
    .sort((a, b) => a - b);
}

/** The least wait that so many of a hundred do not exceed. */
const percentiles = (waits: readonly number[]) =>
  waits.length === 0 ? null : [50, 90, 95].map((of) => waits[Math.ceil((of * waits.length) / 100) - 1]);

const CASES = [0, 1, 2, 40, 1500].flatMap((rows) =>
  [1, 5, 60, 700, 1_000_000].flatMap((most) => [[], ['owner']].map((by) => ({ rows, most, by }))),
);

test.each(oneIn(7, CASES))(
  'Percentiles of $rows leads, of at most $most waits in a pass, by $by, are those of sorted waits',
  async ({ rows, most, by }) => {
    const leads = leadsFrom(rows + most, rows);
    const decided = (position: number) =>
      [0, 1, 2, 3].map((period) => waitsOf(leads, PLANS[position] as TimedPlan, period).length);
    const shared = sharedSpreads(
      PLANS.map((one) => ({ plan: one, context: context(by) })),
      decided,
      most,
    );
    const told = new Map<string, unknown>();
    await writeLeads(leads);
    for (const { sql, columns } of shared) {
      const found: Row[] = [];
      for (const one of sql) found.push(...(await engine.rows(one)));
      for (const [position, column] of columns) {
        for (const row of found) {
          if (row[column] === null) continue;
          const key = JSON.stringify([position, row.period, row.whole === 1 ? 'all' : row.b0]);
          expect(told.has(key)).toBe(false);
          told.set(key, row[column]);
        }
      }
    }
    const wanted = new Map<string, unknown>();
    for (const [position, one] of PLANS.entries()) {
      for (const period of [0, 1, 2, 3]) {
        for (const owner of [undefined, ...(by.length === 0 ? [] : ['Ann', 'Bob', null])]) {
          const expected = percentiles(waitsOf(leads, one, period, owner));
          if (expected !== null)
            wanted.set(JSON.stringify([position, period, owner === undefined ? 'all' : owner]), expected);
        }
      }
    }
    expect(told).toEqual(wanted);
  },
);

test('promises that time the same waits share a column, and passes are as few as the waits allow', () => {
  const parts = PLANS.map((one) => ({ plan: one, context: context([]) }));
  const passes = (most: number) =>
    sharedSpreads(parts, () => [10, 10, 0, 10], most).map(({ sql, columns }) => [sql.length, columns.size]);
  expect(passes(120)).toEqual([[1, 5]]);
  expect(passes(60)).toEqual([
    [1, 3],
    [1, 2],
  ]);
  expect(passes(30).map(([statements]) => statements)).toEqual([1, 1, 1, 1]);
  expect(passes(10).map(([statements]) => statements)).toEqual([3, 3, 3, 3]);
});

test('periods without a decided case are not asked for', () => {
  const parts = PLANS.map((one) => ({ plan: one, context: context([]) }));
  expect(sharedSpreads(parts, () => [0, 0, 0, 0], 10).flatMap(({ sql }) => sql)).toEqual([]);
});
