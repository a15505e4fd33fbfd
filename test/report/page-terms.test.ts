import { afterEach, expect, it } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import { valueLines } from '../../src/report/page/terms.ts';

afterEach(reset);

const change = {
  from: 'sha256:a',
  to: 'sha256:b',
  details: [
    ...['mon', 'tue', 'wed'].map((day) => `week.${day}: 09:00-12:30 -> 09:00-13:00`),
    ...['thu', 'fri'].map((day) => `week.${day}: 09:00-12:30 -> 09:00-12:00`),
    'week.sun: none -> 10:00-11:00',
    'holidays: FR -> BE',
  ],
};

it('tells the hours of a calendar by the days as people call them, in each language as it writes a colon', async () => {
  expect(valueLines(change)).toEqual([
    ['from Monday to Wednesday: 09:00-12:30 → 09:00-13:00'],
    ['Thursday and Friday: 09:00-12:30 → 09:00-12:00'],
    ['Sunday: none → 10:00-11:00'],
    ['holidays: FR → BE'],
  ]);
  await speak('fr');
  expect(valueLines(change)[0]).toEqual(['du lundi au mercredi\u00a0: 09:00-12:30 → 09:00-13:00']);
});
