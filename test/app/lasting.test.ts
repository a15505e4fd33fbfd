import { expect, it } from 'vitest';
import { lastingFindings } from '../../src/app/past/lasting.ts';
import type { Result, Verdict } from '../../src/model/compliance.ts';

const missedIn = (verdicts: readonly Verdict[]): readonly Result[] =>
  verdicts.map(
    (verdict, i) =>
      ({
        ...{ id: 'reply', by: null, final: true, verdict, minCases: 1 },
        period: { label: `2026-0${i + 1}` },
        target: { of: 'rate', cmp: '>=', value: 0.8 },
      }) as unknown as Result,
  );

const rules = (...verdicts: readonly Verdict[]): readonly string[] =>
  lastingFindings(missedIn(verdicts)).map(({ rule }) => rule);

it('A promise that was missed in each of the last six final periods is told', () => {
  expect(rules('met', 'missed', 'missed', 'missed', 'missed', 'missed', 'missed')).toEqual(['decoration']);
  expect(rules('missed', 'missed', 'missed', 'missed', 'missed')).toEqual([]);
});

it('A period without a verdict among them is no period that was missed', () => {
  const before: readonly Verdict[] = ['missed', 'missed', 'missed', 'missed'];
  expect(rules(...before, 'no verdict', 'missed', 'missed')).toEqual([]);
});

/** Six months alike, in each of which so many of so many were kept. */
const rulesOf = (target: Partial<Result['target']>, met: number, of: number, value: number | null = null) =>
  lastingFindings(
    Array.from(
      { length: 6 },
      (_, i) =>
        ({
          ...{ id: 'reply', by: null, final: true, verdict: 'met', minCases: 10, value },
          ...{ attainment: of === 0 ? null : met / of, counts: { met, breached: of - met } },
          period: { label: `2026-0${i + 1}` },
          target: { of: 'rate', cmp: '>=', unit: null, per: null, text: '', ...target },
        }) as unknown as Result,
    ),
  ).map(({ rule }) => rule);

it('A promise of which half of the misses it allows were made, and no more, is told, whatever the numbers', () => {
  // As whole numbers: twice the misses are no more than those that are allowed.
  for (const percent of [50, 60, 70, 80, 85, 90, 92, 95, 98, 99])
    for (let missed = 0; missed <= 100; missed++) {
      const isEasy = 2 * missed * 100 <= (100 - percent) * 200;
      const told = rulesOf({ value: percent / 100 }, 200 - missed, 200);
      expect([percent, missed, told]).toEqual([percent, missed, isEasy ? ['trivial'] : []]);
      const few = rulesOf({ value: (100 - percent) / 100, cmp: '<=' }, missed, 200);
      expect([percent, missed, few]).toEqual([percent, missed, isEasy ? ['trivial'] : []]);
    }
});

it('What allows no miss at all is not kept with ease, nor what is told of a handful', () => {
  expect(rulesOf({ value: 1 }, 40, 40)).toEqual([]);
  expect(rulesOf({ value: 0, cmp: '<=' }, 0, 40)).toEqual([]);
  expect(rulesOf({ value: 0, cmp: '<=', of: 'number' }, 0, 0, 0)).toEqual([]);
  expect(rulesOf({ value: 0.8 }, 9, 9)).toEqual([]);
  expect(rulesOf({ value: 0.8 }, 10, 10)).toEqual(['trivial']);
});

it('A number is kept with ease at twice the least, or at half of the most', () => {
  const number = (cmp: '>=' | '<=', value: number) => rulesOf({ of: 'number', cmp, value: 10 }, 0, 0, value);
  expect([number('>=', 19), number('>=', 20)]).toEqual([[], ['trivial']]);
  expect([number('<=', 6), number('<=', 5)]).toEqual([[], ['trivial']]);
});
