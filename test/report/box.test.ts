import { expect, it } from 'vitest';
import { drawBox } from '../../src/report/box.ts';
import { characterWidth, displayWidth } from '../../src/report/width.ts';

const BOLD = (text: string): string => `\u001b[1m${text}\u001b[22m`;

it('a box has lines between its rows, and none between columns where a text stands over all', () => {
  const rows = [
    ['promise', 'n'],
    { over: BOLD('A owes B') },
    ['called\nin time', '7'],
    ['株式', BOLD('12')],
    { over: 'B owes A' },
    { over: 'nothing' },
  ];
  expect(drawBox(rows, { aligns: ['left', 'right'], ascii: false }).split('\n')).toEqual([
    '┌─────────┬────┐',
    '│ promise │  n │',
    '├─────────┴────┤',
    `│ ${BOLD('A owes B')}     │`,
    '├─────────┬────┤',
    '│ called  │  7 │',
    '│ in time │    │',
    '├─────────┼────┤',
    `│ 株式    │ ${BOLD('12')} │`,
    '├─────────┴────┤',
    '│ B owes A     │',
    '├──────────────┤',
    '│ nothing      │',
    '└──────────────┘',
  ]);
});

it('a text over all columns that is wider than they are widens them, and signs may be those of ASCII', () => {
  const rows = [['a', 'b'], { over: 'wider than both' }];
  expect(drawBox(rows, { aligns: ['left', 'left'], ascii: true }).split('\n')).toEqual([
    '+--------+--------+',
    '| a      | b      |',
    '+--------+--------+',
    '| wider than both |',
    '+-----------------+',
  ]);
});

it('a character takes as many columns alone as in a text', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  expect(all.filter((each) => displayWidth(each) !== characterWidth(each))).toEqual([]);
});
