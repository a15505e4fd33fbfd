import { describe, expect, it } from 'vitest';
import { wantsAscii, wantsColor, widthOf } from '../../src/cli/color.ts';

const terminal = { isTTY: true, columns: 132 };
const pipe = { isTTY: false, columns: null };

describe('colour', () => {
  it.each([
    ['on a terminal', 'auto', terminal, {}, true],
    ['not in a pipe', 'auto', pipe, {}, false],
    ['not with NO_COLOR', 'auto', terminal, { NO_COLOR: '1' }, false],
    ['with an empty NO_COLOR, which says nothing', 'auto', terminal, { NO_COLOR: '' }, true],
    ['in a pipe with FORCE_COLOR', 'auto', pipe, { FORCE_COLOR: '1' }, true],
    ['not with FORCE_COLOR=0', 'auto', terminal, { FORCE_COLOR: '0' }, false],
    ['not with both, NO_COLOR wins', 'auto', terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['not on a dumb terminal', 'auto', terminal, { TERM: 'dumb' }, false],
    ['in a pipe where the flag says always', 'always', pipe, { NO_COLOR: '1' }, true],
    ['not where the flag says never', 'never', terminal, { FORCE_COLOR: '1' }, false],
  ] as const)('%s', (_, when, stream, env, expected) => {
    expect(wantsColor(when, stream, env)).toBe(expected);
  });

  it('comes with the width of the terminal, and 100 in a pipe', () => {
    expect(widthOf(terminal)).toBe(132);
    expect(widthOf({ isTTY: true, columns: null })).toBe(80);
    expect(widthOf(pipe)).toBe(100);
  });

  it('and symbols fall back to ASCII on a dumb terminal', () => {
    expect(wantsAscii(false, terminal, { TERM: 'dumb' })).toBe(true);
    expect(wantsAscii(false, pipe, {})).toBe(false);
    expect(wantsAscii(true, pipe, {})).toBe(true);
  });
});
