import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whole } from '../../src/messages/numbers.ts';
import { amount, attained, bounds, percent, targetShown, tenths } from '../../src/report/number.ts';
import { counts, rated, result } from './fixtures.ts';

it('a pace of a handful has its tenths, and nothing at all has none', () => {
  expect([tenths(0), tenths(0.94), tenths(1.2), tenths(1234.5)]).toEqual(['0', '0.9', '1.2', '1,234.5']);
});

describe('a percentage', () => {
  it('is whole for up to a hundred cases and has a tenth above', () => {
    expect(percent(83 / 95, 95)).toBe('87%');
    expect(percent(1953 / 1987, 1987)).toBe('98.3%');
    expect(percent(0.5, 2000)).toBe('50%');
  });

  it('of 94.96 against a target of 95 never reads 95', () => {
    expect(percent(0.9496, 10_000, 0.95)).toBe('94.96%');
    expect(percent(0.94999, 100_000, 0.95)).toBe('94.999%');
    expect(percent(0.9501, 10_000, 0.95)).toBe('95.01%');
    expect(percent(0.95, 10_000, 0.95)).toBe('95%');
  });

  it('reads 0 and 100 only where nothing and everything is met', () => {
    expect(percent(1, 7)).toBe('100%');
    expect(percent(0, 7)).toBe('0%');
    expect(percent(9_999_999 / 10_000_000, 10_000_000)).toBe('99.99999%');
    expect(percent(1 / 10_000_000, 10_000_000)).toBe('0.00001%');
  });

  it('always stands on its own side of the target', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 999 }),
        (cases, part, thousandths) => {
          const met = Math.round(cases * part);
          const printed = Number(percent(met / cases, cases, thousandths / 1000).slice(0, -1));
          // Whole numbers on both sides: no rounding of its own.
          const truth = Math.sign(met * 1000 - thousandths * cases);
          expect(Math.sign(Math.round((printed - thousandths / 10) * 1e10))).toBe(truth);
        },
      ),
    );
  });
});

describe('an amount', () => {
  it('has its thousands apart and at most two decimals', () => {
    expect(amount(2013)).toBe('2,013');
    expect(amount(181_250.5)).toBe('181,250.50');
    expect(amount(-1234.5)).toBe('-1,234.50');
    expect(whole(10_000_000)).toBe('10,000,000');
  });

  it('just short of its target does not read as the target', () => {
    expect(amount(249_999.999, 250_000)).toBe('249,999.999');
    expect(amount(250_000, 250_000)).toBe('250,000');
  });
});

describe('what was attained', () => {
  it('is n/a for nothing of nothing, never 0% and never 100%', () => {
    expect(attained(rated('a', 'no data', counts(0, 0)))).toBe('n/a');
  });

  it('is a fraction below the fewest cases', () => {
    expect(attained(rated('a', 'missed', counts(3, 4)))).toBe('3/7');
    expect(attained(rated('a', 'missed', counts(6, 4)))).toBe('60%');
  });

  it('of a sum carries its unit', () => {
    const target = {
      cmp: '>=',
      value: 250_000,
      of: 'number',
      unit: 'EUR',
      text: '>= 250000 EUR per quarter',
    } as const;
    expect(attained(result({ id: 'revenue', value: 181_250, target }))).toBe('181,250 EUR');
    expect(targetShown(target)).toBe('≥\u00a0250,000 EUR');
    expect(targetShown({ ...target, value: 0.125 })).toBe('≥\u00a00.125 EUR');
    expect(targetShown({ ...target, value: 99.5 })).toBe('≥\u00a099.50 EUR');
  });

  it('has bounds only while cases are pending', () => {
    expect(bounds(rated('a', 'open', counts(60, 3, 12)))).toBe('80% to 96%');
    expect(bounds(rated('a', 'met', counts(60, 3)))).toBe('');
  });
});
