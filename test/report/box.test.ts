import { describe, expect, it } from 'vitest';
import { type BoxLine, type BoxRow, drawBox } from '../../src/report/box.ts';

const line = (text: string, painted = text): BoxLine => ({ text, painted });
const cells = (...texts: string[]): BoxRow => ({
  kind: 'cells',
  cells: texts.map((text) => text.split('/').map((each) => line(each))),
});
const across = (text: string): BoxRow => ({ kind: 'across', line: line(text) });

describe('a box', () => {
  it('has a line between two rows, where columns end under a title and begin again after it', () => {
    const rows = [cells('promise', '2026-01'), across('sales owe'), cells('first-contact/>= 90%', '91%/met')];
    expect(drawBox(rows, ['left', 'right'], false)).toBe(
      [
        '┌───────────────┬─────────┐',
        '│ promise       │ 2026-01 │',
        '├───────────────┴─────────┤',
        '│ sales owe               │',
        '├───────────────┬─────────┤',
        '│ first-contact │     91% │',
        '│ >= 90%        │     met │',
        '└───────────────┴─────────┘',
      ].join('\n'),
    );
  });

  it('is drawn in ASCII where that is asked for', () => {
    expect(drawBox([cells('a', 'b'), across('c'), across('d')], ['left', 'left'], true)).toBe(
      ['+---+---+', '| a | b |', '+---+---+', '| c     |', '+-------+', '| d     |', '+-------+'].join('\n'),
    );
  });

  it('is widened evenly by a title that is longer than its columns', () => {
    expect(drawBox([cells('a', 'b'), across('ten letters')], ['left', 'right'], false)).toBe(
      ['┌──────┬──────┐', '│ a    │    b │', '├──────┴──────┤', '│ ten letters │', '└─────────────┘'].join(
        '\n',
      ),
    );
  });

  it('measures what is seen, not colours nor bytes', () => {
    const rows: BoxRow[] = [
      { kind: 'cells', cells: [[line('日本')], [line('met', '\u001b[32mmet\u001b[39m')]] },
      cells('abcd', ''),
    ];
    expect(drawBox(rows, ['left', 'right'], false)).toBe(
      [
        '┌──────┬─────┐',
        '│ 日本 │ \u001b[32mmet\u001b[39m │',
        '├──────┼─────┤',
        '│ abcd │     │',
        '└──────┴─────┘',
      ].join('\n'),
    );
  });
});
