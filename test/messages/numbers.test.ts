import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Language, reset, speak } from '../../src/messages/index.ts';
import { decimals, hundred, rate, whole } from '../../src/messages/numbers.ts';
import { shortWeekday } from '../../src/messages/weekdays.ts';

afterEach(reset);

const LANGUAGES: readonly Language[] = ['en', 'fr'];

describe('numbers', () => {
  it('are written as each language writes them', async () => {
    const said = () => [
      whole(999),
      whole(-1234567),
      decimals(1234.5, 2),
      decimals(0, 1),
      rate(0.949, 1),
      rate(12, 0),
    ];
    expect(said()).toEqual(['999', '-1,234,567', '1,234.50', '0.0', '94.9%', '1,200%']);
    await speak('fr');
    expect(said().map((text) => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~'))).toEqual([
      '999',
      '-1_234_567',
      '1_234,50',
      '0,0',
      '94,9~%',
      '1_200~%',
    ]);
  });

  it('of a hundred have the decimals of the rate, and no other', async () => {
    const said = () => [0.07, 0.005, 0.333, 1, 0].map(hundred);
    expect(said()).toEqual(['7', '0.5', '33.3', '100', '0']);
    await speak('fr');
    expect(said()).toEqual(['7', '0,5', '33,3', '100', '0']);
  });

  it('round a half up as it is seen in decimals, and never twice', () => {
    expect([
      decimals(1.005, 2),
      decimals(2.5, 0),
      decimals(-2.5, 0),
      decimals(0.0499, 1),
      rate(0.99949, 1),
    ]).toEqual(['1.01', '3', '-3', '0.0', '99.9%']);
    expect([decimals(1e21, 0), decimals(1.5e-7, 7), decimals(0.5, 0), decimals(0.05, 0)]).toEqual([
      '1,000,000,000,000,000,000,000',
      '0.0000002',
      '1',
      '0',
    ]);
  });
});

describe('numbers with decimals', () => {
  it.each(LANGUAGES)('are written as Intl writes them, in %s', async (language) => {
    await speak(language);
    // To make one takes longer than to ask it a hundred times.
    const made = new Map<string, Intl.NumberFormat>();
    const intl = (style: 'decimal' | 'percent', value: number, digits: number) => {
      const key = `${style} ${digits}`;
      const format =
        made.get(key) ??
        new Intl.NumberFormat(language, {
          style,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
      made.set(key, format);
      return format.format(value);
    };
    const digits = fc.integer({ min: 0, max: 4 });
    // Halves and numbers of few digits are where rounding differs.
    const halves = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 6 }))
      .map(([n, power]) => n / 10 ** power);
    fc.assert(
      fc.property(fc.oneof(halves, fc.double()), digits, (value, kept) => {
        expect(decimals(value, kept)).toBe(intl('decimal', value, kept));
        expect(rate(value, kept)).toBe(intl('percent', value, kept));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

describe('days of the week', () => {
  it.each(LANGUAGES)('are abbreviated as Intl does, in %s', async (language) => {
    await speak(language);
    const intl = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
    // 5 January 1970 was a Monday.
    const week = [0, 1, 2, 3, 4, 5, 6];
    expect(week.map(shortWeekday)).toEqual(week.map((day) => intl.format((4 + day) * 86_400_000)));
  });
});
