import type { Segment } from '../model/agreement.ts';
import type { Measure } from '../model/measure.ts';
import { type Duration, type Limit, MICROS_PER_MINUTE } from '../model/time.ts';

/** What one term of a measure could say, the strictest first. */
export interface Ladder {
  readonly term: 'within' | 'at_least';
  readonly rungs: readonly Rung[];
}

export interface Rung {
  /** `6 business hours`, as it would stand in the agreement. */
  readonly text: string;
  /** What the agreement says today. */
  readonly now: boolean;
  /** One that is proposed where nothing is agreed yet. */
  readonly usual: boolean;
  /** The measure with this term, or for a segment what it would say. */
  readonly measure: Measure;
  readonly own: Pick<Segment, 'within' | 'atLeast'>;
}

/** Limits in business hours and less that a first agreement chooses from, the shortest first. */
export const USUAL_HOURS = [
  '15 business minutes',
  '30 business minutes',
  '1 business hour',
  '2 business hours',
  '4 business hours',
] as const;

const days = (unit: string, numbers: readonly number[]): readonly string[] =>
  numbers.map((n) => `${n} ${unit} day${n === 1 ? '' : 's'}`);
const hours = (numbers: readonly number[]): readonly string[] => numbers.map((n) => `${n} business hours`);

/** The same in business days. */
export const USUAL_DAYS: readonly string[] = days('business', [1, 2, 3, 5, 8, 10, 15, 20, 30, 45, 60, 90]);

/** How often a lead is tried in a first agreement, the most first. */
export const USUAL_TIMES = [5, 4, 3, 2, 1] as const;

/** By the unit of a limit: those that are tried on the past beside the usual ones. */
const MORE: Readonly<Record<Duration['unit'], readonly string[]>> = {
  'business-time': hours([3, 6, 8, 12, 16, 24, 32, 40]),
  'business-days': days('business', [4, 6, 7, 12, 25]),
  elapsed: [
    ...['15 minutes', '30 minutes', '1 hour'],
    ...[2, 4, 8, 12, 24, 36, 48, 72, 96, 120, 168].map((n) => `${n} hours`),
  ],
  'calendar-days': days('calendar', [1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365, 730]),
};

const USUAL: ReadonlySet<string> = new Set([...USUAL_HOURS, ...USUAL_DAYS]);

/** What a limit could say in its unit; none of a date that stands in the row. */
export function limitLadder(
  limit: Limit,
  saying: (within: Duration) => Pick<Rung, 'measure' | 'own'>,
): readonly Ladder[] {
  const rungs = limitsBeside(limit).map(({ usual, ...within }) => ({
    ...{ text: within.text, usual, now: within.text === limit.text },
    ...saying(within),
  }));
  return rungs.length === 0 ? [] : [{ term: 'within', rungs }];
}

/** Other limits of the same unit, and the one of today. */
function limitsBeside(limit: Limit): readonly (Duration & { readonly usual: boolean })[] {
  if (limit.unit === 'row') return [];
  const others = [...USUAL, ...MORE[limit.unit]]
    .map((text) => ({ ...durationOf(text), usual: USUAL.has(text) }))
    .filter(({ unit }) => unit === limit.unit);
  const now = { ...limit, usual: others.some((each) => each.usual && sizeOf(each) === sizeOf(limit)) };
  return [...others.filter((each) => sizeOf(each) !== sizeOf(limit)), now].sort(
    (a, b) => sizeOf(a) - sizeOf(b),
  );
}

/** One of the texts above. */
function durationOf(text: string): Duration {
  const [amount = '', first = '', last = first] = text.split(' ');
  const n = Number(amount);
  if (last.startsWith('day'))
    return { unit: first === 'business' ? 'business-days' : 'calendar-days', days: n, text };
  const micros = n * (last.startsWith('hour') ? 60 : 1) * MICROS_PER_MINUTE;
  return { unit: first === 'business' ? 'business-time' : 'elapsed', micros, text };
}

const sizeOf = (duration: Duration): number => ('days' in duration ? duration.days : duration.micros);
