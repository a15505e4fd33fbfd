import { describe, expect, it } from 'vitest';
import { hasLongWord } from '../../src/report/html/long.ts';
import { tableHtml } from '../../src/report/html/table.ts';

const OPTIONS = { color: false, ascii: false, width: 100, unfold: false } as never;

describe('a word that is wider than a phone', () => {
  it('is a path or a value without a blank, and no sentence', () => {
    expect(
      [`exports/${'crm_'.repeat(30)}leads.csv`, 'x'.repeat(200)].map((each) => hasLongWord([each])),
    ).toEqual([true, true]);
    expect(hasLongWord(['A sentence of many short words, which breaks between any two of them', ''])).toBe(
      false,
    );
  });

  it('breaks in its cell, the first of a row and any other', () => {
    const row = {
      kind: 'row' as const,
      cells: ['y'.repeat(60), 'z'.repeat(200), 'short'].map((text) => ({ text })),
    };
    const columns = ['a', 'b', 'c'].map((title) => ({ title, align: 'left' as const }));
    const text = tableHtml({ columns, rows: [row] } as never, OPTIONS);
    expect(text.match(/class="left long"/g)).toHaveLength(2);
    expect(text).toContain('<td class="left">short</td>');
  });
});
