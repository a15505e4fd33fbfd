import { describe, expect, it } from 'vitest';
import { type BoxCell, type BoxLines, boxOf } from '../../src/report/box.ts';

const lines: BoxLines = {
  ...{ horizontal: '─', vertical: '│' },
  top: ['┌', '┬', '┐'],
  middle: ['├', '┼', '┤'],
  bottom: ['└', '┴', '┘'],
};

const cell = (...of: readonly string[]): BoxCell => ({ lines: of, widths: of.map(({ length }) => length) });

const drawn = (...rows: readonly (readonly BoxCell[])[]): string[] =>
  boxOf(rows, { lines, aligns: ['left', 'right', 'left'] }).split('\n');

describe('a box', () => {
  it('parts columns only where a row has them, and gives a short cell blank lines', () => {
    const head = [cell('promise'), cell('n'), cell('verdict')];
    const group = [cell('sales to marketing')];
    expect(drawn(head, group, [cell('first contact'), cell('12', 'of 7'), cell('met')])).toEqual([
      '┌───────────────┬──────┬─────────┐',
      '│ promise       │    n │ verdict │',
      '├───────────────┴──────┴─────────┤',
      '│ sales to marketing             │',
      '├───────────────┬──────┬─────────┤',
      '│ first contact │   12 │ met     │',
      '│               │ of 7 │         │',
      '└───────────────┴──────┴─────────┘',
    ]);
  });
  it('is as wide as a row across all columns, which it widens alike', () => {
    expect(drawn([cell('a'), cell('b'), cell('c')], [cell('a long title')], [cell('of what')])).toEqual([
      '┌────┬────┬────┐',
      '│ a  │  b │ c  │',
      '├────┴────┴────┤',
      '│ a long title │',
      '├──────────────┤',
      '│ of what      │',
      '└──────────────┘',
    ]);
  });
  it('counts the columns that a text takes and not the characters that colour it', () => {
    const red: BoxCell = { lines: ['\u001b[31mlate\u001b[39m'], widths: [4] };
    expect(drawn([red, cell('1'), cell('漢字')])[1]).toBe('│ \u001b[31mlate\u001b[39m │ 1 │ 漢字 │');
  });
});
