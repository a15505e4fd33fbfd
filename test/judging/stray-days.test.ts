import { describe, expect, it } from 'vitest';
import { type EventDay, endOfData } from '../../src/plan/stray-days.ts';

/** Days since 1970. */
const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** An office with four events on each weekday from a date to another, but for the days on which it is closed. */
function office(from: string, to: string, closed: readonly (readonly [string, string])[] = []): EventDay[] {
  const days: EventDay[] = [];
  for (let at = day(from); at <= day(to); at++) {
    const isWeekend = [0, 6].includes(new Date(at * 86_400_000).getUTCDay());
    const isClosed = closed.some(([first, last]) => day(first) <= at && at <= day(last));
    if (!isWeekend && !isClosed) days.push({ day: at, n: 4 });
  }
  return days;
}

const CHRISTMAS = [['2025-12-25', '2025-12-28']] as const;

/** The last day of an office that ends on Friday 28 August 2026, with more events behind; null where none of them is stray. */
function endWith(...later: readonly string[]): string | null {
  const days = [
    ...office('2025-06-02', '2026-08-28', CHRISTMAS),
    ...later.map((at) => ({ day: day(at), n: 1 })),
  ];
  const end = endOfData(days);
  return end && new Date(end.lastDay * 86_400_000).toISOString().slice(0, 10);
}

describe('where the data end', () => {
  it.each([
    ['a call typed 36 years ahead', '2062-08-28', '2026-08-28'],
    ['a contact typed a month late', '2026-09-27', '2026-08-28'],
    ['a closing planned exactly 14 days ahead', '2026-09-11', '2026-08-28'],
    ['a closing planned 13 days ahead, as long as a holiday can be', '2026-09-10', null],
    ['a closing planned behind the weekend', '2026-08-30', null],
  ])('%s', (_, later, end) => {
    expect(endWith(later)).toBe(end);
  });

  it('is before the first pause that fits, so that errors at several places go together', () => {
    expect(endWith('2026-09-20', '2027-08-28', '2062-01-01')).toBe('2026-08-28');
    expect(
      endOfData([...office('2025-06-02', '2026-08-28', CHRISTMAS), { day: day('2062-01-01'), n: 2 }]),
    ).toEqual({
      ...{ lastDay: day('2026-08-28'), pause: day('2062-01-01') - day('2026-08-28'), longest: 5, stray: 2 },
    });
  });

  it('is not before a pause as a year before had one', () => {
    const days = office('2025-01-02', '2026-07-31', [['2025-08-01', '2025-08-28']]);
    expect(endOfData([...days, { day: day('2026-08-28'), n: 1 }])).toBeNull();
  });

  it('is not before more than five events, or two of a thousand', () => {
    const one = { day: day('2027-08-28'), n: 1 };
    const days = office('2025-06-02', '2026-08-28', CHRISTMAS);
    expect(endOfData([...days, { ...one, n: 5 }])).toMatchObject({ stray: 5 });
    expect(endOfData([...days, { ...one, n: 6 }])).toBeNull();
    const many = days.map((each) => ({ ...each, n: 10 }));
    expect(endOfData([...many, { ...one, n: 6 }])).toMatchObject({ stray: 6 });
    expect(endOfData([...many, { ...one, n: 8 }])).toBeNull();
  });

  it('is before half a year of silence in thin data', () => {
    const weekly = Array.from({ length: 26 }, (_, i) => ({ day: day('2026-01-05') + 7 * i, n: 1 }));
    const last = weekly.at(-1)?.day ?? 0;
    expect(endOfData([...weekly, { day: last + 31, n: 1 }])).toBeNull();
    expect(endOfData([...weekly, { day: last + 179, n: 1 }])).toBeNull();
    expect(endOfData([...weekly, { day: last + 180, n: 1 }])).toMatchObject({ lastDay: last });
  });

  it('is not told by fewer than five days, nor by none', () => {
    const days = [0, 1, 2, 3].map((each) => ({ day: each, n: 1 }));
    expect(endOfData([])).toBeNull();
    expect(endOfData([...days, { day: 4000, n: 1 }])).toBeNull();
    expect(endOfData([...days, { day: 4, n: 1 }, { day: 4000, n: 1 }])).toMatchObject({ lastDay: 4 });
  });
});
