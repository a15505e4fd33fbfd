import { describe, expect, it } from 'vitest';
import type { PlanStep } from '../../src/model/plan.ts';
import { backwards, type Counted, wilson } from '../../src/plan/backwards.ts';

/** Numbers that look random, and are the same each time. */
function* numbers(): Generator<number, never> {
  for (let state = 7; ; state = (state * 48_271) % 2_147_483_647) yield state / 2_147_483_647;
}

function funnelOf(random: Generator<number, never>): readonly Counted[] {
  const next = () => random.next().value;
  let leads = 200 + Math.floor(next() * 2000);
  return Array.from({ length: 2 + Math.floor(next() * 4) }, (_, i) => {
    if (i > 0) leads = Math.max(5, Math.floor(leads * (0.2 + 0.8 * next())));
    const assumed = i > 0 && next() < 0.4 ? 0.05 + 0.9 * next() : null;
    return { id: `s${i}`, title: `S${i}`, owners: [], leads, assumed, promised: null };
  });
}

/** How many come to the last step, of so many at the first. */
const forward = (steps: readonly PlanStep[], first: number, believed: boolean): number =>
  steps.reduce((all, { rate }) => {
    if (rate === null) return all;
    return all * ((believed ? rate.assumed : null) ?? rate.measured ?? 0);
  }, first);

describe('the way back', () => {
  it('comes forward to where it began, whatever the funnel', () => {
    const random = numbers();
    for (let i = 0; i < 200; i++) {
      const steps = backwards(funnelOf(random), { customers: 35, believed: 30, months: 3 });
      expect(forward(steps, steps[0]?.needed ?? 0, false)).toBeCloseTo(35, 8);
      expect(forward(steps, steps[0]?.believed ?? 0, true)).toBeCloseTo(30, 8);
      expect(steps.at(-1)?.needed).toBe(35);
    }
  });

  it('never takes more leads where a rate is higher, and keeps what is measured between its bounds', () => {
    const random = numbers();
    for (let i = 0; i < 200; i++) {
      const own = funnelOf(random);
      const at = 1 + (i % (own.length - 1));
      const with_ = (rate: number) => own.map((step, j) => (j === at ? { ...step, assumed: rate } : step));
      const by = (rate: number) => backwards(with_(rate), { customers: 10, believed: 10, months: 1 });
      const [low, high] = [by(0.2), by(0.4)];
      for (const [j, step] of high.entries())
        expect(step.believed).toBeLessThanOrEqual((low[j]?.believed ?? 0) + 1e-9);
      for (const { rate, toEnd, least, most } of low) {
        expect(toEnd.low <= toEnd.measured && toEnd.measured <= toEnd.high).toBe(true);
        if (rate?.measured != null)
          expect(rate.low <= rate.measured && rate.measured <= rate.high).toBe(true);
        expect(most === null || least <= most).toBe(true);
      }
    }
  });

  it('knows the bounds of a textbook, and those of nothing and of all', () => {
    // Newcombe 1998: 81 of 263, and 15 of 148.
    expect([wilson(81, 263).low, wilson(81, 263).high].map((n) => n.toFixed(4))).toEqual([
      '0.2553',
      '0.3662',
    ]);
    expect([wilson(15, 148).low, wilson(15, 148).high].map((n) => n.toFixed(4))).toEqual([
      '0.0624',
      '0.1605',
    ]);
    expect(wilson(0, 20)).toMatchObject({ low: 0 });
    expect(wilson(20, 20)).toMatchObject({ high: 1 });
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('tells a promise that is enough from one that is only by the better bound', () => {
    const of = (perMonth: number) =>
      backwards(
        [
          { id: 'a', title: 'A', owners: [], leads: 400, assumed: null, promised: { id: 'p', perMonth } },
          { id: 'b', title: 'B', owners: [], leads: 40, assumed: null, promised: null },
        ],
        { customers: 30, believed: null, months: 3 },
      )[0]?.promised?.fit;
    // A tenth of them: 300 in a quarter, and 30 / 0.133 = 225 by the upper bound.
    expect([100, 99, 80, 70].map(of)).toEqual(['enough', 'within bounds', 'within bounds', 'too little']);
  });
});
