import { describe, expect, it } from 'vitest';
import { local, localEnd } from '../../src/report/instant.ts';

const at = (iso: string): number => Date.parse(iso) * 1000;

describe('the end of open time', () => {
  it('at midnight belongs to the date that ends', () => {
    const midnight = at('2026-03-06T23:00:00Z');
    expect(local(midnight, 'Europe/Paris')).toBe('Sat 2026-03-07 00:00');
    expect(localEnd(midnight, 'Europe/Paris')).toBe('Fri 2026-03-06 24:00');
    expect(localEnd(midnight, 'UTC')).toBe('Fri 2026-03-06 23:00');
  });

  it('at any other instant is what the clocks show, also a second after midnight', () => {
    expect(localEnd(at('2026-03-06T17:00:00Z'), 'Europe/Paris')).toBe('Fri 2026-03-06 18:00');
    expect(localEnd(at('2026-03-06T23:00:01Z'), 'Europe/Paris')).toBe('Sat 2026-03-07 00:00:01');
    expect(localEnd(at('2026-03-06T23:00:00.5Z'), 'Europe/Paris')).toBe('Sat 2026-03-07 00:00');
  });

  it('at a midnight that the clocks show twice ends the date the first time only', () => {
    expect(localEnd(at('2025-11-02T04:00:00Z'), 'America/Havana')).toBe('Sat 2025-11-01 24:00');
    expect(localEnd(at('2025-11-02T05:00:00Z'), 'America/Havana')).toBe('Sun 2025-11-02 00:00');
  });

  it('at a midnight that the clocks skip is the instant of the skip', () => {
    expect(localEnd(at('2026-03-08T05:00:00Z'), 'America/Havana')).toBe('Sun 2026-03-08 01:00');
  });
});
