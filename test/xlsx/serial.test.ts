import { describe, expect, it } from 'vitest';
import { daysOf, localMsOf, serialOf } from '../../src/xlsx/serial.ts';

const at = (text: string): number => Date.parse(`${text}Z`);

describe('the day number of a spreadsheet', () => {
  // Excel shows these numbers for these dates.
  it.each([
    ['1900-03-01T00:00:00', 61],
    ['1970-01-01T00:00:00', 25_569],
    ['2026-03-02T12:00:00', 46_083.5],
    ['9999-12-31T00:00:00', 2_958_465],
  ])('%s is %d, there and back', (text, serial) => {
    expect(serialOf(at(text) * 1000)).toBe(serial);
    expect(localMsOf(serial, false)).toBe(at(text));
  });

  it('of any millisecond is read back as that', () => {
    for (let ms = at('1950-06-01T03:04:05.007'); ms < at('2150-01-01T00:00:00'); ms += 98_765_432_101) {
      expect(localMsOf(serialOf(ms * 1000) ?? Number.NaN, false)).toBe(ms);
    }
  });

  it('takes the 29 February 1900, which a spreadsheet counts and never was, for the day before', () => {
    expect(localMsOf(1, false)).toBe(at('1900-01-01T00:00:00'));
    expect(localMsOf(59, false)).toBe(at('1900-02-28T00:00:00'));
    expect(localMsOf(60, false)).toBe(at('1900-02-28T00:00:00'));
    expect(localMsOf(61, false)).toBe(at('1900-03-01T00:00:00'));
    expect(serialOf(at('1900-02-28T23:59:59') * 1000)).toBeNull();
  });

  it('counts from 1904 where the workbook says so', () => {
    expect(localMsOf(0, true)).toBe(at('1904-01-01T00:00:00'));
    expect(localMsOf(44_621.5, true)).toBe(at('2026-03-02T12:00:00'));
  });

  it('is none outside the years that it knows', () => {
    expect([-1, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY].map((n) => localMsOf(n, false))).toEqual(
      Array(4).fill(null),
    );
    expect(serialOf(at('9999-12-31T23:59:59.999') * 1000 + 1000)).toBeNull();
  });

  it('of a length of time is never below zero', () => {
    expect([daysOf(0), daysOf(43_200), daysOf(-1)]).toEqual([0, 0.5, null]);
  });
});
