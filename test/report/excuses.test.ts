import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/model/compliance.ts';
import { attainedOf } from '../../src/report/attained.ts';
import { attained } from '../../src/report/number.ts';

const result = (met: number, breached: number, excused: number): Result =>
  ({
    counts: { met, breached, pending: 0, excluded: excused, unknown: 0 },
    reasons: { excused },
    attainment: met + breached === 0 ? null : met / (met + breached),
    extras: { attainmentBeforeExcuses: met / (met + breached + excused) },
    target: { cmp: '>=', value: 0.9, of: 'rate', unit: null, text: '>= 90%' },
    minCases: 10,
  }) as unknown as Result;

describe('a number with excuses', () => {
  it('stands beside the number without them', () => {
    expect(attained(result(87, 8, 5))).toBe('92% (87% unexcused)');
    expect(attainedOf(result(87, 8, 5))).toBe('92% of 95 (87% unexcused)');
  });

  it('does so below the fewest cases, each as its own cases allow', () => {
    expect(attained(result(3, 1, 2))).toBe('3/4 (3/6 unexcused)');
    expect(attained(result(6, 2, 4))).toBe('6/8 (50% unexcused)');
  });

  it('does so where everything that is not met is excused, and nothing is met', () => {
    expect(attainedOf(result(0, 0, 12))).toBe('n/a (0% unexcused)');
  });
});
