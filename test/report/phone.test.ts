import { describe, expect, it } from 'vitest';
import { perLine } from '../../src/report/html/phone.ts';
import { tableHtml } from '../../src/report/html/table.ts';
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

describe('a table on a phone', () => {
  const columns = (align: 'left' | 'right', count: number) =>
    Array.from({ length: count }, (_, at) => ({
      title: `n°${at}`,
      align: at === 0 ? ('left' as const) : align,
    }));
  const table = (align: 'left' | 'right', count: number) =>
    tableHtml({ columns: columns(align, count), rows: [], fixed: 1 }, options());

  it('has rows that are cards, whose cells say what they are called, in letters that can not act', () => {
    expect(table('left', 3)).toContain(`<table class="g plain" style="--c2:'n\\b0 1';--c3:'n\\b0 2'">`);
    expect(table('right', 3)).toContain('class="g plain"');
  });

  it('has its numbers side by side where they are many', () => {
    expect(table('right', 6)).toContain('class="across"');
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
