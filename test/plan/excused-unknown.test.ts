import { expect, it } from 'vitest';
import { judgeRate } from '../../src/plan/bounds.ts';

const verdictOf = (met: number, breached: number, unknown: number, excused: number, weighed = false) => {
  const counts = { met, breached, pending: 0, excluded: excused, unknown };
  return judgeRate({
    ...{ counts, excused, weights: weighed ? counts : null, maxUnknown: 0.05, floating: null, isRead: true },
    target: {
      cmp: '>=',
      value: 0.9,
      of: 'rate',
      per: null,
      unit: null,
      text: '>= 90%',
      byPeriod: {},
    } as never,
  }).verdict;
};

it('excuses do not hide a miss behind the unknown cases that are left', () => {
  // One of twenty is unknown, as many as may be; of the ten that are left it is one of ten.
  expect(verdictOf(10, 9, 1, 0)).toBe('missed');
  expect(verdictOf(5, 4, 1, 10)).toBe('missed');
  expect(verdictOf(9, 0, 1, 10)).toBe('met');
});

it('a verdict that the unknown cases could turn is none, however many are excused', () => {
  // One of one, or one of two.
  expect(verdictOf(1, 0, 1, 18)).toBe('no verdict');
  expect(verdictOf(0, 0, 1, 30)).toBe('no verdict');
});

it('too many are too many, with the excused ones and where nothing is excused', () => {
  expect(verdictOf(5, 4, 2, 10)).toBe('no verdict');
  expect(verdictOf(5, 4, 1, 0)).toBe('no verdict');
  expect(verdictOf(5, 4, 1, 10, true)).toBe('no verdict');
});
