import { describe, expect, it } from 'vitest';
import { perLine, tableHtml } from '../../src/report/html/table.ts';
import { options } from './fixtures.ts';

describe('numbers side by side on a phone', () => {
  it('are six at most, in lines of as many each', () => {
    expect([4, 6, 7, 12].map((count) => perLine(count, ['93.5%', '229/234']))).toEqual([4, 6, 4, 6]);
  });

  it('are fewer where they are long, so that none touches its neighbour', () => {
    expect(perLine(5, ['1', '145,252.75 EUR'])).toBe(3);
    expect(perLine(2, ['145,252.75 EUR'])).toBe(2);
    // A line of a phone has 366 pixels, a number of twelve pixels about six a letter.
    for (const text of ['9', '229/234', '269 000 EUR', '145,252.75 EUR', '1,145,252.75 CHF'])
      expect(perLine(12, [text]) * text.length * 6, text).toBeLessThan(366);
  });
});

it('the second line of a first cell stands in a table of HTML too', () => {
  const table = {
    columns: [
      { title: 'what', align: 'left' as const },
      { title: 'n', align: 'right' as const },
    ],
    rows: [
      {
        kind: 'row' as const,
        indent: 0 as const,
        cells: [{ text: 'first', under: 'second' }, { text: '1' }],
      },
    ],
    fixed: 1,
  };
  expect(tableHtml(table, options())).toContain('first<br><small>second</small>');
});
