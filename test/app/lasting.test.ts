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
