import { describe, expect, it } from 'vitest';
import { afterwards } from '../../src/report/afterwards.ts';
import { compliance, counts, month, rated } from './fixtures.ts';

const row = (version: string, of: Parameters<typeof month>) =>
  rated('first-call', 'open', counts(8, 1, 2), {
    versions: [version],
    period: month(...of),
    extras: { attainmentBeforeWaivers: 0.5, attainmentBeforeExcuses: 0.5, attainmentWithoutPauses: 0.5 },
    reasons: { excused: 1 },
    pace: { expected: 4, projected: 9, openDaysPassed: 5, openDaysTotal: 22 },
    value: 4,
  });

describe('lists below the table', () => {
  it('name the version where a change of terms gives a month two rows of a promise, and only there', () => {
    const results = [row('1', [2026, 3]), row('1', [2026, 4]), row('2', [2026, 4])];
    const lists = afterwards({ ...compliance(results) }, 'scoreboard');
    const told = lists.flatMap((block) =>
      block.kind === 'list' && block.items.some((item) => item.startsWith('first call, '))
        ? [[block.title, block.items.map((item) => item.replace(/:.*/s, ''))]]
        : [],
    );
    const names = ['first call, 2026-03', 'first call, 2026-04, version 1', 'first call, 2026-04, version 2'];
    expect(told).toEqual(
      ['Still open', 'Pace', 'On hold', 'Excused by the other side', 'Waivers'].map((title) => [
        title,
        names,
      ]),
    );
  });
});
