import { expect } from 'vitest';
import { wallClock, wallText } from '../../src/report/wall-clock.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

/** What the runtime itself prints, part by part. */
function printed(ms: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(ms));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

describe('the clocks of a zone', () => {
  it.each([
    'Europe/Paris',
    'America/New_York',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'Pacific/Apia',
    'UTC',
  ])('of %s show what the runtime prints, at every step of eleven minutes through changes', (zone) => {
    const clock = wallClock(zone);
    const wrong: string[] = [];
    // Around the changes of spring and autumn, and where Apia left out a day.
    for (const start of [Date.UTC(2026, 2, 6), Date.UTC(2026, 9, 23), Date.UTC(2011, 11, 29)]) {
      for (let ms = start; ms < start + 4 * 86_400_000; ms += 660_000) {
        if (wallText(clock(ms * 1000)) !== printed(ms, zone)) wrong.push(new Date(ms).toISOString());
      }
    }
    expect(wrong).toEqual([]);
  });

  it('show the hour that comes twice in autumn twice, one after the other', () => {
    const clock = wallClock('Europe/Paris');
    const at = (hour: number): string => wallText(clock(Date.UTC(2026, 9, 25, hour, 30) * 1000));
    expect([0, 1, 2].map(at)).toEqual(['2026-10-25 02:30:00', '2026-10-25 02:30:00', '2026-10-25 03:30:00']);
  });

  it('have milliseconds only where there are some', () => {
    const clock = wallClock('Asia/Kathmandu');
    expect(wallText(clock(Date.UTC(2026, 0, 1) * 1000 + 250_999))).toBe('2026-01-01 05:45:00.250');
  });
});
