import type { Span } from '../../oracle/data.ts';
import { dateOf, dayNumber } from '../../oracle/zone.ts';
import type { Random } from './random.ts';

/** A stretch of a year in which clocks change, wide enough for every due date. */
export interface Season {
  /** What is walked. */
  readonly span: Span;
  /** First and last date on which a lead may start. */
  readonly first: string;
  readonly last: string;
  /** Dates on which some zone changes its clocks. */
  readonly changes: readonly string[];
}

export const SEASONS: readonly Season[] = [
  {
    span: { from: '2026-02-01', to: '2026-07-20' },
    first: '2026-02-27',
    last: '2026-04-12',
    changes: ['2026-03-08', '2026-03-29'],
  },
  {
    span: { from: '2026-09-20', to: '2027-03-10' },
    first: '2026-10-15',
    last: '2026-11-28',
    changes: ['2026-10-25', '2026-11-01'],
  },
];

export const ZONES = ['Europe/Paris', 'America/New_York', 'UTC', 'Asia/Kolkata'] as const;

/** A date of the season: often one on which clocks change. */
export function anyDay(season: Season, random: Random): number {
  if (random.chance(0.25)) return dayNumber(random.pick(season.changes));
  return random.int(dayNumber(season.first), dayNumber(season.last));
}

export const anyDate = (season: Season, random: Random): string => dateOf(anyDay(season, random));

/** A local time of the hours in which some zone skips an hour or shows it twice, in seconds since 1970 as if there were no zones. */
export const clockChange = (season: Season, random: Random): number =>
  dayNumber(random.pick(season.changes)) * 86_400 + random.int(1, 2) * 3600 + random.int(0, 3) * 900;
