import { expect, test } from 'vitest';
import { talliesOf } from '../../src/app/judging/rows.ts';

const row = (state: number, reason: number | null, amount: number, more = {}) => ({
  ...{ period: 0, b0: 'Ann', seg: 0, state, raw: state, reason, risk: false, recycled: false },
  ...{ n: 1, amount, last_start: 1, ...more },
});

const ROWS = [
  row(0, null, 0.1),
  row(0, null, 0.2, { recycled: true }),
  row(0, null, 0.3, { b0: null }),
  row(0, null, 0.7, { b0: 'null' }),
  row(3, 2, 1),
  row(3, 2, 1, { raw: 1 }),
  row(4, 5, 1),
  row(4, 6, 1, { period: 1 }),
  row(2, null, 1, { risk: true }),
  row(2, null, 1, { seg: 1 }),
];

test('the counts come in one order, whatever the order in which the engine gives them', () => {
  const told = talliesOf(ROWS, 1);
  expect(told).toHaveLength(ROWS.length);
  for (let turn = 1; turn < ROWS.length; turn++) {
    const turned = [...ROWS.slice(turn), ...ROWS.slice(0, turn)];
    expect(talliesOf(turned, 1)).toEqual(told);
    expect(talliesOf(turned.reverse(), 1)).toEqual(told);
  }
});
