import { describe, expect, it } from 'vitest';
import { escaped, unescaped } from '../../src/xlsx/xstring.ts';

describe('the text of a cell in a workbook', () => {
  it('may name a character that XML has no way to write', () => {
    expect(unescaped('a_x000D_b_x0041_')).toBe('a\rbA');
    expect(unescaped('a_xyz_b_x41_')).toBe('a_xyz_b_x41_');
  });

  it.each(['_x000D_', 'a_x0041_x0042_', '__x0041__', '_x005F_x000D_', 'plain', '_x_'])(
    'is read back as it was: %s',
    (text) => {
      expect(unescaped(escaped(text))).toBe(text);
    },
  );
});
