import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../src/messages/index.ts';
import { monthName, shortMonth } from '../../src/messages/months.ts';

afterEach(() => speak('en'));

describe('the names of the months', () => {
  it.each(['en', 'fr'] as const)('are those of the CLDR in %s', async (language) => {
    await speak(language);
    const months = Array.from({ length: 12 }, (_, index) => index);
    const asIntl = (month: 'short' | 'long') => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return months.map((index) => format.format(Date.UTC(2026, index, 1)));
    };
    expect(months.map(monthName)).toEqual(asIntl('long'));
    expect(months.map(shortMonth)).toEqual(asIntl('short'));
  });
});
